import { z } from '@hono/zod-openapi'
import type * as answers from '../core/chain/answers.ts'
import type { Describes } from './schemas.ts'
import { taskAnswer } from './schemas.ts'

/** Chains, decisions and the graph as machines read them; see `schemas.ts`. */

const text = z.string()
const count = z.number().int().nonnegative()
const orNull = text.nullable()

const note = {
  path: text,
  title: text,
  kind: orNull,
  status: orNull,
  date: text,
  tasks: z.object({ open: count, done: count }),
}
const named = { path: text, title: text, kind: orNull }

export const chainNote = z.object(note).openapi('ChainNote') satisfies Describes<answers.ChainNote>

const sentence = { context: text, contextFrom: count, contextTo: count }

export const whyAnswer = z
  .object({ source: text, offset: count, relation: orNull, reason: orNull, said: text, ...sentence })
  .openapi('Why') satisfies Describes<answers.WhyAnswer>

type Branch = Describes<answers.ChainBranch>

export const chainBranch: Branch = z
  .object({
    note: chainNote,
    why: whyAnswer,
    met: z.enum(['first', 'above', 'below', 'cycle']),
    next: z
      .array(z.lazy((): Branch => chainBranch))
      .openapi({ type: 'array', items: { $ref: '#/components/schemas/ChainBranch' } }),
    more: count,
  })
  .openapi('ChainBranch')

export const way = z.enum(['up', 'down'])

export const chainAnswer = z
  .object({ note: chainNote, way, next: z.array(chainBranch), more: count })
  .openapi('Chain') satisfies Describes<answers.ChainAnswer>

export const lineStep = z
  .object({ note: chainNote, why: whyAnswer })
  .openapi('LineStep') satisfies Describes<answers.LineStep>

export const pathsAnswer = z
  .object({
    from: chainNote,
    to: chainNote,
    paths: z.array(z.object({ isShortest: z.boolean(), isBestReasoned: z.boolean(), steps: z.array(lineStep) })),
  })
  .openapi('Paths') satisfies Describes<answers.PathsAnswer>

const follower = z
  .object({ note: chainNote, why: whyAnswer, distance: count })
  .openapi('Follower') satisfies Describes<answers.FollowerAnswer>

export const outcomeAnswer = z
  .object({
    note: chainNote,
    supersedes: z.array(chainNote),
    supersededBy: z.array(chainNote),
    groups: z.array(z.object({ kind: orNull, notes: z.array(follower) })),
    mentions: z.array(follower),
    open: count,
    done: count,
    tasks: z.array(taskAnswer),
  })
  .openapi('Outcome') satisfies Describes<answers.OutcomeAnswer>

export const decisionsAnswer = z
  .object({
    decisions: z.array(
      z
        .object({
          ...note,
          supersededBy: z.array(z.object({ path: text, title: text })),
          follow: count,
          open: count,
          done: count,
          mentions: count,
        })
        .openapi('Decision'),
    ),
    found: count,
    statuses: z.array(z.object({ status: orNull, decisions: count })),
  })
  .openapi('Decisions') satisfies Describes<answers.DecisionsAnswer>

export const hubTrendAnswer = z
  .object({ ...named, backlinks: count, sources: count, trend: z.array(count) })
  .openapi('HubTrend') satisfies Describes<answers.HubTrendAnswer>

export const cutAnswer = z
  .object({ ...named, groups: z.array(count) })
  .openapi('Cut') satisfies Describes<answers.CutAnswer>

export const waitingAnswer = z
  .object({ source: text, title: text, kind: orNull, offset: count, ...sentence })
  .openapi('Waiting') satisfies Describes<answers.WaitingAnswer>

export const graphAnswer = z
  .object({
    notes: z.object({
      path: z.array(text),
      title: z.array(text),
      kind: z.array(orNull),
      day: z.array(text),
      sources: z.array(count),
      distance: z.array(count),
      tags: z.array(z.array(text)),
    }),
    relations: z.array(orNull),
    links: z.array(count),
    more: count,
  })
  .openapi('Graph') satisfies Describes<answers.GraphAnswer>

const map = {
  path: z.array(z.string().max(4096)).max(10_000),
  places: z.array(z.number().int()).max(20_000),
  links: count,
}
export const mapAnswer = z.object(map).openapi('Map') satisfies Describes<answers.MapAnswer>

export const mapRequest = z
  .object({ around: z.string().max(4096).nullable(), ...map })
  .openapi('MapRequest') satisfies Describes<answers.MapRequest>
