import { setTimeout } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type * as answers from '../core/review/answers.ts'
import type { Workspace } from '../workspace.ts'
import { plain } from './plain.ts'
import { asks, tells } from './routes.ts'
import { type Describes, noteSummary, unresolvedAnswer } from './schemas.ts'
import { mentionAnswer } from './suggest-schemas.ts'
import { day } from './task-schemas.ts'

const text = z.string()
const count = z.number().int().nonnegative()
const orNull = text.nullable()
const notes = z.object({ count, notes: z.array(noteSummary) })
export const linkChange = z
  .object({ source: text, title: text, target: text, resolved: orNull, day: text })
  .openapi('LinkChange') satisfies Describes<answers.LinkChange>
const links = z.object({ count, links: z.array(linkChange) })
const hubs = z.array(
  z.object({ path: text, title: text, kind: orNull, now: count, before: count, ever: count }).openapi('ReviewHub'),
)

const reviewAnswer = z
  .object({
    since: text,
    until: text,
    written: notes,
    changed: notes,
    made: links,
    removed: links,
    hubs,
    ever: hubs,
    rose: hubs,
    fell: hubs,
    connect: z.array(mentionAnswer),
    waiting: z.array(unresolvedAnswer),
    decisions: z.array(noteSummary.extend({ status: orNull })),
    unfinished: z.array(noteSummary.extend({ why: text })),
  })
  .openapi('Review') satisfies Describes<answers.ReviewAnswer>

const review = asks(
  'review',
  z.object({ since: z.string().max(20).default('7d'), until: day.optional() }),
  reviewAnswer,
  'What happened in a period (7d, 2w, 1m, 1y, or from a day on), and what waits at its end',
)

const period = z.object({ since: z.string().max(20), until: day }).openapi('KeepReviewRequest')
const keep = tells('post', 'keep-review', period, 'Keeps a look back as a note')

/** The look back. It takes a look at many notes, and lets the one on the screen go first. */
export function addReviews(hono: OpenAPIHono, workspace: Workspace): void {
  hono.openapi(review, async (c) => {
    await setTimeout(25)
    const { since, until } = c.req.valid('query')
    return c.json(plain(await workspace.review(since, until)), 200)
  })
  hono.openapi(keep, async (c) => {
    const { since, until } = c.req.valid('json')
    const answer = await workspace.keepReview(since, until)
    return c.json(answer, answer.saved ? 200 : 409)
  })
}
