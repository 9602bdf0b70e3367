import { z } from '@hono/zod-openapi'
import { asks, limit, tells } from './routes.ts'
import * as schemas from './task-schemas.ts'

export const tasks = asks(
  'tasks',
  z.object({
    by: z.enum(['due', 'project', 'tag', 'note']).default('due'),
    key: z.string().optional(),
    today: schemas.day.optional(),
    limit: limit.default(50),
  }),
  schemas.tasksAnswer,
  'Tasks in groups, or those of the one group of a key',
)
export const check = tells('post', 'check-task', schemas.checkRequest, 'Ticks a task in its note, or clears it')
