import { z } from '@hono/zod-openapi'
import type * as answers from '../core/answers.ts'
import type { Describes } from './schemas.ts'

/** What the notes know of a text beyond its links, as it goes over the wire. */

const text = z.string()
/** Longer than any that somebody means. */
const name = text.max(4096)
const count = z.number().int().nonnegative()
const orNull = text.nullable()
/** Longer texts are asked passage by passage. UTF-16 units. */
const LONGEST = 200_000

const position = z.object({ line: count, column: count, offset: count })

export const mentionAnswer = z
  .object({
    source: text,
    title: text,
    kind: orNull,
    position,
    end: count,
    name: text,
    match: z.enum(['exact', 'folded', 'inflected']),
    target: text,
    targetTitle: text,
    targetKind: orNull,
    linkTarget: text,
    context: text,
    contextFrom: count,
    contextTo: count,
    key: text,
    score: z.number(),
    strong: z.boolean(),
    modified: text,
  })
  .openapi('Mention') satisfies Describes<answers.MentionAnswer>

export const islandAnswer = z
  .object({ mention: mentionAnswer.nullable() })
  .openapi('IslandSuggestion') satisfies Describes<answers.IslandAnswer>

export const sampleAnswer = z
  .object({
    path: text,
    title: text,
    kind: orNull,
    date: text,
    modified: text,
    linkTarget: text,
    offset: count,
    end: count,
    said: text,
    sentence: text,
    sentenceFrom: count,
    sentenceTo: count,
    forgotten: z.boolean(),
  })
  .openapi('Sample') satisfies Describes<answers.SampleAnswer>

export const conceptAnswer = z
  .object({
    phrase: text,
    key: text,
    from: count,
    to: count,
    notes: count,
    oldest: text,
    newest: text,
    kinds: z.array(text),
    score: z.number(),
    samples: z.array(sampleAnswer),
  })
  .openapi('Concept') satisfies Describes<answers.ConceptAnswer>

export const relatedAnswer = z
  .object({ path: text, title: text, kind: orNull, date: text, score: z.number(), why: z.array(text) })
  .openapi('Related') satisfies Describes<answers.RelatedAnswer>

export const suggestRequest = z
  .object({ path: name, text: text.max(LONGEST), offset: count.optional() })
  .openapi('SuggestRequest')

export const suggestAnswer = z
  .object({ mentions: z.array(mentionAnswer), concepts: z.array(conceptAnswer) })
  .openapi('Suggested') satisfies Describes<answers.SuggestAnswer>

export const dismissal = z
  .object({
    scope: z.enum(['place', 'note', 'everywhere', 'island']),
    key: text.min(1).max(500),
    path: name.nullable(),
    around: name.nullable(),
  })
  .openapi('Dismissal') satisfies Describes<answers.DismissalAnswer>
