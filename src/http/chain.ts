import { setTimeout } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { TreeBounds } from '../core/chain/tree.ts'
import type { Workspace } from '../workspace.ts'
import * as routes from './chain-routes.ts'
import { plain } from './plain.ts'
import { pathOf } from './refactor.ts'

/** As many notes as a picture can hold: of the whole vault, and around one note, where all of them are to be made out. */
const WHOLE = 10_000
const AROUND = 2000

/** Chains, decisions, hubs over time and the graph. */
export function addChains(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(routes.chain, (c) => {
    const { path, way, depth, width } = c.req.valid('query')
    return c.json(plain(workspace.chain(pathOf(path), way, boundsOf(depth, width))), 200)
  })
  hono.openapi(routes.line, (c) => {
    const { path, way } = c.req.valid('query')
    return c.json(plain(workspace.line(pathOf(path), way)), 200)
  })
  hono.openapi(routes.paths, (c) => {
    const { from, to } = c.req.valid('query')
    return c.json(plain(workspace.paths(pathOf(from), pathOf(to))), 200)
  })
  hono.openapi(routes.outcome, async (c) => {
    return c.json(plain(await workspace.outcome(pathOf(c.req.valid('query').path))), 200)
  })
  hono.openapi(routes.waiting, (c) => {
    const { target, limit } = c.req.valid('query')
    return c.json(plain(workspace.waiting(target, limit)), 200)
  })
  addOverviews(hono, workspace)
}

/** What takes a look at the whole vault lets the note on the screen go first. */
function addOverviews(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(routes.decisions, async (c) => {
    await setTimeout(25)
    return c.json(plain(workspace.decisions(c.req.valid('query'))), 200)
  })
  hono.openapi(routes.hubTrends, async (c) => {
    await setTimeout(25)
    const { now, ...query } = c.req.valid('query')
    return c.json(plain(workspace.hubTrends({ ...query, onlyNow: now === 'true' })), 200)
  })
  hono.openapi(routes.cuts, async (c) => {
    await setTimeout(25)
    return c.json(plain(workspace.cuts(c.req.valid('query').limit)), 200)
  })
  hono.openapi(routes.graph, (c) => {
    const { path, depth, most } = c.req.valid('query')
    const around = path === undefined ? undefined : pathOf(path)
    const fit = around === undefined ? WHOLE : AROUND
    return c.json(plain(workspace.graph({ around, depth, most: most ?? fit })), 200)
  })
  hono.openapi(routes.map, (c) => {
    const { path } = c.req.valid('query')
    return c.json(plain(workspace.map(path === undefined ? null : pathOf(path))), 200)
  })
  hono.openapi(routes.keepMap, (c) => {
    const { around, ...map } = c.req.valid('json')
    const where = around === null ? null : pathOf(around)
    workspace.keepMap(where, map)
    return c.json(plain(workspace.map(where)), 200)
  })
}

function boundsOf(depth: number | undefined, width: number | undefined): Partial<TreeBounds> {
  return { ...(depth === undefined ? {} : { depth }), ...(width === undefined ? {} : { width }) }
}
