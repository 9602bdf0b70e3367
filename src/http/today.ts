import { setTimeout } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type * as answers from '../core/today/answers.ts'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { pathOf } from './refactor.ts'
import { asks, asksWith, tells } from './routes.ts'
import { type Describes, noteSummary } from './schemas.ts'
import { day } from './task-schemas.ts'

const text = z.string()
const count = z.number().int().nonnegative()

const todayAnswer = z
  .object({
    today: text,
    note: text,
    before: z.array(z.object({ day: text, said: text, count, notes: z.array(noteSummary) })),
    forgotten: noteSummary.extend({ why: text }).nullable(),
  })
  .openapi('Today') satisfies Describes<answers.TodayAnswer>

const captureRequest = z
  .object({ text: z.string().max(100_000) })
  .openapi('CaptureRequest') satisfies Describes<answers.CaptureRequest>

const openedRequest = z
  .object({ path: z.string().max(4096) })
  .openapi('OpenedRequest') satisfies Describes<answers.OpenedRequest>

const today = asks(
  'today',
  z.object({ today: day.optional() }),
  todayAnswer,
  'What was written on this day before, and a note worth seeing again',
)
const opened = asksWith(
  'opened',
  openedRequest,
  openedRequest,
  'Tells that somebody looks at a note: what nobody opens for long is called forgotten',
)
const capture = tells('post', 'capture', captureRequest, "Puts a thought at the end of today's note")

/** What a day begins with. It takes a look at all notes, and lets the one on the screen go first. */
export function addToday(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(today, async (c) => {
    await setTimeout(5)
    return c.json(plain(workspace.dayBook(c.req.valid('query').today)), 200)
  })
  hono.openapi(opened, (c) => {
    const { path } = c.req.valid('json')
    workspace.opened(pathOf(path))
    return c.json({ path }, 200)
  })
  hono.openapi(capture, async (c) => {
    const answer = await workspace.capture(c.req.valid('json').text)
    return c.json(answer, answer.saved ? 200 : 409)
  })
}
