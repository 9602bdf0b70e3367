import { setTimeout } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { pathOf } from './refactor.ts'
import { asks, notePathParam, tells } from './routes.ts'
import * as schemas from './topic-schemas.ts'

const topic = asks(
  'topic',
  z.object({ q: schemas.topicWords }),
  schemas.topicAnswer,
  'Everything that the vault knows about a topic',
)
const fresh = asks(
  'fresh-topic',
  z.object({ path: notePathParam }),
  schemas.freshTopic,
  'What is new since a dossier was kept in a note; null when the note is no dossier',
)
const keep = tells('post', 'keep-topic', schemas.keepRequest, 'Keeps a dossier as a note, or adds what is new to it')

/** Dossiers. What takes a look at many notes lets the note on the screen go first. */
export function addTopics(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(topic, async (c) => {
    await setTimeout(5)
    return c.json(plain(await workspace.topic(c.req.valid('query').q)), 200)
  })
  hono.openapi(fresh, async (c) => {
    await setTimeout(5)
    return c.json(plain(await workspace.freshTopic(pathOf(c.req.valid('query').path))), 200)
  })
  hono.openapi(keep, async (c) => {
    const { topic: words, today, path } = c.req.valid('json')
    const answer = await workspace.keepTopic(words, today, path === undefined ? undefined : pathOf(path))
    return c.json(answer, answer.saved ? 200 : 409)
  })
}
