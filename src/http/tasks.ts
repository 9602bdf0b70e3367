import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { pathOf } from './refactor.ts'
import * as routes from './task-routes.ts'

/** The tasks of the whole vault. */
export function addTasks(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(routes.tasks, (c) => c.json(plain(workspace.taskGroups(c.req.valid('query'))), 200))
  hono.openapi(routes.check, async (c) => {
    const asked = c.req.valid('json')
    const answer = await workspace.checkTask({ ...asked, path: pathOf(asked.path) })
    return c.json(answer, answer.saved ? 200 : 409)
  })
}
