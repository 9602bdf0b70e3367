import { z } from '@hono/zod-openapi'
import type * as answers from '../core/tasks/answers.ts'
import { type Describes, day, taskAnswer } from './schemas.ts'

export { day } from './schemas.ts'

/** Tasks as machines read them; see `schemas.ts`. */

const text = z.string()
const count = z.number().int().nonnegative()
const orNull = text.nullable()

export const taskItem = taskAnswer
  .extend({
    title: text,
    kind: orNull,
    box: count.nullable(),
    completed: orNull,
    priority: orNull,
  })
  .openapi('TaskItem') satisfies Describes<answers.TaskItem>

export const tasksAnswer = z
  .object({
    open: count,
    done: count,
    groups: z.array(z.object({ key: text, title: text, path: orNull, kind: orNull, count, tasks: z.array(taskItem) })),
    more: count,
  })
  .openapi('Tasks') satisfies Describes<answers.TasksAnswer>

export const checkRequest = z
  .object({ path: text.max(4096), line: z.number().int().min(1), text, done: z.boolean(), today: day })
  .openapi('CheckRequest') satisfies Describes<answers.CheckRequest>
