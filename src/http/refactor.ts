import type { OpenAPIHono, z } from '@hono/zod-openapi'
import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import { isSafePath, notePath } from '../core/path.ts'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import * as routes from './refactor-routes.ts'
import type { refactorRequest } from './refactor-schemas.ts'
import type { RefactorRequest } from './types.ts'

/** Operations on many notes, and the history. */
export function addRefactorings(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(routes.plan, async (c) => c.json(plain(await workspace.plan(asked(c.req.valid('json')))), 200))
  hono.openapi(routes.refactor, async (c) => {
    const answer = await workspace.refactor(asked(c.req.valid('json')))
    return c.json(plain(answer), answer.done ? 200 : 409)
  })
  hono.openapi(routes.adoptRename, async (c) => {
    const { from, to } = c.req.valid('json')
    const answer = await workspace.adoptRename(pathOf(from), pathOf(to))
    return c.json(plain(answer), answer.done ? 200 : 409)
  })
  hono.openapi(routes.planAdoption, async (c) => {
    const { from, to } = c.req.valid('json')
    return c.json(plain(await workspace.planAdoption(pathOf(from), pathOf(to))), 200)
  })
  hono.openapi(routes.renames, (c) => c.json([...workspace.renames()], 200))
  hono.openapi(routes.dismissRename, (c) => {
    const { from, to } = c.req.valid('json')
    return c.json([...workspace.dismissRename(pathOf(from), pathOf(to))], 200)
  })
  hono.openapi(routes.undo, async (c) => c.json(plain(await workspace.undo(c.req.valid('json').id)), 200))
  hono.openapi(routes.operations, (c) => c.json(plain(workspace.operations(c.req.valid('query').limit)), 200))
  hono.openapi(routes.versions, (c) => c.json(workspace.versions(pathOf(c.req.valid('query').path)), 200))
  hono.openapi(routes.version, async (c) => {
    const { path, revision } = c.req.valid('query')
    return c.json(await workspace.version(pathOf(path), revision), 200)
  })
  hono.openapi(routes.restore, async (c) => {
    const { path, revision, to = path } = c.req.valid('json')
    const answer = await workspace.restore(pathOf(path), revision, pathOf(to))
    return c.json(answer, answer.saved ? 200 : 409)
  })
  hono.openapi(routes.reading, (c) => {
    const { stop } = c.req.valid('json')
    if (stop) workspace.stopReading()
    else workspace.readOn()
    return c.json({ stopped: workspace.reading()?.reading?.stopped ?? false }, 200)
  })
  hono.openapi(routes.settings, (c) => c.json(workspace.settings(), 200))
  hono.openapi(routes.changeSettings, (c) => c.json(workspace.changeSettings(c.req.valid('json')), 200))
  hono.openapi(routes.trash, (c) => c.json(workspace.trash(c.req.valid('query').limit), 200))
}

/** @throws {UserError} for a path that leads out of the vault */
export function pathOf(text: string): NotePath {
  const path = notePath(text)
  if (isSafePath(path)) return path
  throw new UserError(
    'invalid',
    `${text} is no path in the vault; write it from the vault's folder, as in notes/Ideas.md.`,
  )
}

/** What was left out is left out, and every path is one of the vault. @throws {UserError} for a path that leads out of it */
function asked(request: z.infer<typeof refactorRequest>): RefactorRequest {
  if ('path' in request) pathOf(request.path)
  if ('into' in request) pathOf(request.into)
  if ('paths' in request) for (const path of request.paths) pathOf(path)
  return Object.fromEntries(Object.entries(request).filter(([, each]) => each !== undefined)) as RefactorRequest
}
