import { setTimeout } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type * as answers from '../core/today/answers.ts'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { pathOf } from './refactor.ts'
import { linkChange } from './review.ts'
import { asks, asksWith, tells } from './routes.ts'
import { type Describes, noteSummary } from './schemas.ts'
import { day, taskItem } from './task-schemas.ts'

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

const calendarAnswer = z
  .object({ month: text, days: z.array(z.object({ day: text, notes: count })) })
  .openapi('Calendar') satisfies Describes<answers.CalendarAnswer>

const links = z.object({ count, links: z.array(linkChange) })
const notes = z.object({ count, notes: z.array(noteSummary) })
const dayAnswer = z
  .object({
    day: text,
    note: z.object({ path: text, isThere: z.boolean() }),
    written: notes,
    changed: notes,
    made: links,
    removed: links,
    due: z.array(taskItem),
    before: text.nullable(),
    after: text.nullable(),
  })
  .openapi('Day') satisfies Describes<answers.DayAnswer>

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month is written as 2026-03')
const calendar = asks(
  'calendar',
  z.object({ month }),
  calendarAnswer,
  'The days of a month on which notes were written',
)
const ofDay = asks('day', z.object({ day }), dayAnswer, 'What was written and linked on a day')

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
  hono.openapi(calendar, async (c) => {
    await setTimeout(5)
    return c.json(plain(workspace.calendar(c.req.valid('query').month)), 200)
  })
  hono.openapi(ofDay, async (c) => {
    await setTimeout(5)
    return c.json(plain(await workspace.day(c.req.valid('query').day)), 200)
  })
  hono.openapi(capture, async (c) => {
    const answer = await workspace.capture(c.req.valid('json').text)
    return c.json(answer, answer.saved ? 200 : 409)
  })
}
