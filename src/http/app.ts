import { setTimeout } from 'node:timers/promises'
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Revision } from '../core/note.ts'
import type { Workspace } from '../workspace.ts'
import { serveApp } from './app-files.ts'
import { addChains } from './chain.ts'
import type { Door } from './door.ts'
import { entrance } from './entrance.ts'
import { answerError, describeIssue, refuse } from './errors.ts'
import { Events } from './events.ts'
import { serveAttachment } from './files.ts'
import { guard, jsonOnly, LARGEST_BODY } from './guard.ts'
import { securityHeaders } from './headers.ts'
import type { IsOwnHost } from './hosts.ts'
import { addListings } from './listing.ts'
import { addLive } from './live.ts'
import { plain } from './plain.ts'
import { addRefactorings, pathOf } from './refactor.ts'
import { addReviews } from './review.ts'
import * as routes from './routes.ts'
import { addSuggestions } from './suggest.ts'
import { addTasks } from './tasks.ts'
import { addToday } from './today.ts'
import { addTopics } from './topic.ts'
import { Turns } from './turns.ts'
import type { SaveAnswer } from './types.ts'

export interface AppOptions {
  /** The address that the server gives itself, known once it listens. */
  readonly home: () => string
  readonly isOwnHost: IsOwnHost
  readonly door: Door
  /** The folder of the built web app. */
  readonly web: string
}

export interface App {
  readonly hono: OpenAPIHono
  readonly events: Events
}

/** The HTTP face: decodes a request, calls one method of the workspace, encodes the answer. */
export function createApp(workspace: Workspace, { home, isOwnHost, door, web }: AppOptions): App {
  const events = new Events(workspace)
  const hono = new OpenAPIHono({
    defaultHook: (result, context) =>
      result.success ? undefined : refuse(context, 'invalid', describeIssue(result.error.issues)),
  })
  hono.use(securityHeaders, guard(isOwnHost, home), entrance({ door, home }), jsonOnly)
  hono.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) =>
        refuse(context, 'invalid', 'That is more than 20 MB, too much for a note; split it into several.', 413),
    }),
  )
  hono.onError(answerError)
  const searching = new Turns(() => workspace.isBehind())
  addQuestions(hono, workspace, searching)
  addChanges(hono, workspace)
  addSuggestions(hono, workspace)
  addRefactorings(hono, workspace)
  addListings(hono, workspace)
  addChains(hono, workspace)
  addTasks(hono, workspace)
  addLive(hono, workspace, searching)
  addTopics(hono, workspace)
  addToday(hono, workspace)
  addReviews(hono, workspace)
  hono.get('/api/events', (context) => events.stream(context))
  hono.get('/files/*', (context) => serveAttachment(context, workspace))
  hono.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Notly', version: '1', description: 'Notes that know about each other.' },
  })
  hono.all('/api/*', (context) =>
    refuse(context, 'not-found', `There is no ${context.req.path}; see /api/openapi.json for what there is.`),
  )
  hono.get('*', (context) => serveApp(context, web))
  hono.notFound((context) => refuse(context, 'not-found', `There is nothing at ${context.req.path}.`))
  return { hono, events }
}

function addQuestions(hono: OpenAPIHono, workspace: Workspace, searching: Turns): void {
  hono.openapi(routes.vault, (c) => c.json({ ...workspace.about() }, 200))
  hono.openapi(routes.folder, (c) => {
    const { path } = c.req.valid('query')
    return c.json(plain(workspace.folder(path === '' ? '' : pathOf(path))), 200)
  })
  hono.openapi(routes.recent, (c) => c.json(workspace.recent(c.req.valid('query').limit), 200))
  hono.openapi(routes.note, async (c) => c.json(plain(await workspace.read(pathOf(c.req.valid('query').path))), 200))
  hono.openapi(routes.backlinks, (c) => c.json(workspace.backlinks(pathOf(c.req.valid('query').path)), 200))
  hono.openapi(routes.links, (c) => c.json([...workspace.links(pathOf(c.req.valid('query').path))], 200))
  hono.openapi(routes.headings, (c) => c.json(workspace.headings(pathOf(c.req.valid('query').path)), 200))
  hono.openapi(routes.passage, async (c) => {
    const { path, fragment } = c.req.valid('query')
    return c.json(await workspace.passage(pathOf(path), fragment), 200)
  })
  hono.openapi(routes.block, async (c) => {
    const { path, offset } = c.req.valid('query')
    return c.json(await workspace.block(pathOf(path), offset), 200)
  })
  hono.openapi(routes.names, (c) => {
    const { q, from, limit } = c.req.valid('query')
    return c.json(plain(workspace.names(q, from === undefined ? undefined : pathOf(from), limit)), 200)
  })
  hono.openapi(routes.searches, (c) => c.json(plain(workspace.savedSearches()), 200))
  hono.openapi(routes.saveSearch, (c) => c.json(plain(workspace.saveSearch(c.req.valid('json'))), 200))
  hono.openapi(routes.forgetSearch, (c) => c.json(plain(workspace.forgetSearch(c.req.valid('json').q)), 200))
  hono.openapi(routes.search, async (c) => {
    const { q, limit } = c.req.valid('query')
    return c.json(plain(await searching.take(() => workspace.search(q, limit), c.req.raw.signal)), 200)
  })
  hono.openapi(routes.resolve, (c) => {
    const { path, links } = c.req.valid('json')
    return c.json(workspace.resolve(pathOf(path), links), 200)
  })
  hono.openapi(routes.templates, (c) => c.json(plain(workspace.templates()), 200))
  hono.openapi(routes.tags, (c) => c.json(workspace.tags(), 200))
  hono.openapi(routes.tagged, (c) => c.json(workspace.tagged(c.req.valid('query').tag), 200))
  hono.openapi(routes.hubs, async (c) => {
    await setTimeout(LAST)
    return c.json(workspace.hubs(c.req.valid('query').limit, await workspace.whole()), 200)
  })
  hono.openapi(routes.islands, async (c) => {
    await setTimeout(LAST)
    return c.json(workspace.islands(await workspace.whole()), 200)
  })
  hono.openapi(routes.unresolved, async (c) => {
    await setTimeout(LAST)
    return c.json(plain(workspace.unresolved(await workspace.whole())), 200)
  })
}

/**
 * After a change everything is asked for again; what takes a whole look at the vault must not hold up the note that is on the screen.
 * Milliseconds.
 */
const LAST = 25

function addChanges(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(routes.save, async (c) => {
    const { path, text, base } = c.req.valid('json')
    return answerSave(await workspace.save(pathOf(path), text, base as Revision), (answer, status) =>
      c.json(answer, status),
    )
  })
  hono.openapi(routes.create, async (c) => {
    const asked = dropUndefined(c.req.valid('json'))
    return answerSave(await workspace.create(asked), (answer, status) => c.json(answer, status))
  })
  hono.openapi(routes.remove, async (c) => {
    const { path, base } = c.req.valid('json')
    return answerSave(await workspace.remove(pathOf(path), base as Revision), (answer, status) =>
      c.json(answer, status),
    )
  })
  hono.openapi(routes.daily, async (c) => {
    const { path, revision } = await workspace.daily(c.req.valid('query').day)
    return c.json({ saved: true as const, path, revision }, 200)
  })
}

/** A save that was not made is an outcome, but not a success. */
function answerSave<T>(answer: SaveAnswer, json: (answer: SaveAnswer, status: 200 | 409) => T): T {
  return json(answer, answer.saved ? 200 : 409)
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function dropUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>
}
