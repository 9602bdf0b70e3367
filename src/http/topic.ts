import { setTimeout } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { asks, tells } from './routes.ts'
import * as schemas from './topic-schemas.ts'

const topic = asks(
  'topic',
  z.object({ q: schemas.topicWords }),
  schemas.topicAnswer,
  'Everything that the vault knows about a topic',
)
const keep = tells('post', 'keep-topic', schemas.keepRequest, 'Keeps a dossier as a note, or adds what is new to it')

/** Dossiers. What takes a look at many notes lets the note on the screen go first. */
export function addTopics(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(topic, async (c) => {
    await setTimeout(5)
    return c.json(plain(await workspace.topic(c.req.valid('query').q)), 200)
  })
  hono.openapi(keep, async (c) => {
    const { topic: words, today } = c.req.valid('json')
    const answer = await workspace.keepTopic(words, today)
    return c.json(answer, answer.saved ? 200 : 409)
  })
}
