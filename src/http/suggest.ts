import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { pathOf } from './refactor.ts'
import * as routes from './suggest-routes.ts'

/** What the notes know of a text beyond its links. */
export function addSuggestions(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(routes.mentions, async (c) => {
    const { path, direction } = c.req.valid('query')
    await workspace.whenWarm()
    const found = direction === 'outgoing' ? workspace.mentionsOut(pathOf(path)) : workspace.mentionsOf(pathOf(path))
    return c.json(plain(await found), 200)
  })
  hono.openapi(routes.island, async (c) => {
    await workspace.whenWarm()
    const mention = (await workspace.islandMention(pathOf(c.req.valid('query').path))) ?? null
    return c.json(plain({ mention }), 200)
  })
  hono.openapi(routes.related, async (c) => {
    const { path, limit } = c.req.valid('query')
    await workspace.whenWarm()
    return c.json(plain(await workspace.related({ path: pathOf(path) }, limit)), 200)
  })
  hono.openapi(routes.samples, async (c) => {
    const { phrase, path, limit } = c.req.valid('query')
    await workspace.whenWarm()
    return c.json(plain(await workspace.samples(phrase, path === undefined ? undefined : pathOf(path), limit)), 200)
  })
  hono.openapi(routes.suggest, async (c) => {
    const { path, text, offset = 0 } = c.req.valid('json')
    await workspace.whenWarm()
    return c.json(plain(await workspace.suggest({ path: path === '' ? '' : pathOf(path), text, offset })), 200)
  })
  hono.openapi(routes.dismissals, (c) => c.json(plain(workspace.dismissals()), 200))
  hono.openapi(routes.dismiss, (c) => c.json(plain(workspace.dismiss(c.req.valid('json'))), 200))
  hono.openapi(routes.undismiss, (c) => c.json(plain(workspace.undismiss(c.req.valid('json'))), 200))
}
