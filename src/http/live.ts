import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type * as answers from '../core/live/answers.ts'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { asksWith } from './routes.ts'
import { type Describes, noteSummary } from './schemas.ts'
import { day, taskItem } from './task-schemas.ts'
import type { Turns } from './turns.ts'

const text = z.string()
const count = z.number().int().nonnegative()

const liveAnswer = z
  .object({
    as: z.enum(['list', 'table', 'tasks']),
    columns: z.array(z.object({ key: text, name: text })),
    groupBy: text.nullable(),
    count,
    shown: count,
    groups: z.array(
      z.object({
        title: text.nullable(),
        notes: z.array(noteSummary.extend({ cells: z.array(z.array(text)) })),
        tasks: z.array(taskItem),
      }),
    ),
  })
  .openapi('Live') satisfies Describes<answers.LiveAnswer>

/** How long a query may be is for `core` to say, in words. */
const liveRequest = z
  .object({ source: z.string().max(100_000), path: text.max(4000), today: day })
  .openapi('LiveRequest') satisfies Describes<answers.LiveRequest>

const live = asksWith('live', liveRequest, liveAnswer, 'The result of a search that stands in a note')

/** Searches whose results stand in notes. */
export function addLive(hono: OpenAPIHono, workspace: Workspace, searching: Turns): void {
  hono.openapi(live, async (c) => {
    const asked = c.req.valid('json')
    return c.json(plain(await searching.take(() => workspace.live(asked), c.req.raw.signal)), 200)
  })
}
