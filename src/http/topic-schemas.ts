import { z } from '@hono/zod-openapi'
import type * as answers from '../core/topic/answers.ts'
import type { Describes } from './schemas.ts'
import { day, taskItem } from './task-schemas.ts'

/** Dossiers as machines read them; see `schemas.ts`. */

const text = z.string()
const count = z.number().int().nonnegative()
const orNull = text.nullable()

export const topicNote = z
  .object({
    path: text,
    title: text,
    kind: orNull,
    status: orNull,
    date: text,
    why: text,
    sentence: orNull,
    marks: z.array(z.tuple([count, count])),
    source: text,
    offset: count.nullable(),
  })
  .openapi('TopicNote') satisfies Describes<answers.TopicNote>

const notes = z.array(topicNote)

export const topicAnswer = z
  .object({
    topic: text,
    hub: topicNote.nullable(),
    notes,
    linked: notes,
    moreLinked: count,
    decisions: notes,
    tasks: z.object({ open: z.array(taskItem), done: z.array(taskItem) }),
    mentions: notes,
    people: notes,
    tags: z.array(z.object({ tag: text, notes: count })),
    timeline: z.object({
      months: z.array(z.object({ month: text, notes: count })),
      quiet: z.array(z.object({ from: text, to: text })),
    }),
    forgotten: topicNote.nullable(),
    kept: z.object({ path: text, title: text, date: text, fresh: z.array(text) }).nullable(),
  })
  .openapi('Topic') satisfies Describes<answers.TopicAnswer>

export const freshTopic = z
  .object({ topic: text, date: text, notes })
  .nullable()
  .openapi('FreshTopic') satisfies Describes<answers.FreshTopic | null>

export const topicWords = z.string().min(1).max(200)
export const keepRequest = z
  .object({ topic: topicWords, today: day, path: z.string().min(1).max(4096).optional() })
  .openapi('KeepRequest')
