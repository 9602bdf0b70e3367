import { FLAGS, IN_FILED, IN_HEADINGS, IN_NAMES, IN_TITLE } from '../words/fields.ts'
import type { FullText } from '../words/full-text.ts'
import type { Postings } from '../words/postings.ts'
import type { Called } from './anchors.ts'
import type { Leaf } from './leaves.ts'
import { WEIGHTS } from './weights.ts'

/** How much each note is about what is looked for, by the number of its text; until the next search, which takes the same room. */
export interface Scores {
  /** From 0 to 1: the share of the best that BM25 could give. */
  readonly text: Float64Array
  /** From 0 to 1: how much of what was asked a note has at all, each word by how much it tells. */
  readonly has: Float64Array
}

/** Numbers for every note: new memory comes from the system page by page, which takes longer than all else that a rare word takes. */
interface Room {
  readonly scores: Float64Array
  readonly has: Float64Array
  /** Of one leaf; nothing of it is left when the next one comes. */
  readonly own: Float64Array
  /** How often links that call a note so count, for one leaf; likewise. */
  readonly more: Float64Array
}

let room = newRoom(0)

function newRoom(size: number): Room {
  const numbers = (): Float64Array => new Float64Array(size)
  return { scores: numbers(), has: numbers(), own: numbers(), more: numbers() }
}

/** All of it zero. */
function roomFor(size: number): Room {
  if (room.own.length < size) room = newRoom(size)
  else {
    room.scores.fill(0)
    room.has.fill(0)
  }
  return room
}

/** BM25 over weighted fields (Robertson, Zaragoza and Taylor, 2004): words in several fields are added up before they saturate. */
export function scoresOf(text: FullText, leaves: readonly Leaf[], called: readonly Called[]): Scores {
  const { scores, has, own, more } = roomFor(text.size)
  const all = leaves.reduce((sum, { rarity }) => sum + rarity, 0)
  for (const [nth, leaf] of leaves.entries()) {
    const share = leaf.rarity / all
    const extra = extraOf(called, nth)
    // A common word stands in every note, and to look each up in a map takes longer than all the rest.
    for (const [doc, times] of extra) more[doc] = times
    for (const { postings, weight } of leaf.kinds) takeBest(own, text, postings, weight, more)
    for (const [doc, times] of extra) {
      own[doc] = Math.max(own[doc] as number, scoreOf(text, doc, times))
      more[doc] = 0
    }
    const take = (doc: number): void => {
      const score = own[doc] as number
      if (score === 0) return
      ;(scores[doc] as number) += share * score
      ;(has[doc] as number) += share
      own[doc] = 0
    }
    for (const { postings } of leaf.kinds)
      for (let at = 0; at < postings.docs.length; at++) take(postings.docs[at] as number)
    for (const doc of extra.keys()) take(doc)
  }
  return { text: scores, has }
}

/** How often links that call a note so count, by note. */
function extraOf(called: readonly Called[], nth: number): Map<number, number> {
  return new Map(
    called.flatMap(({ doc, sources }) => (sources[nth] ? [[doc, calledTimes(sources[nth])] as const] : [])),
  )
}

/** Of the kinds in which a note has a word the best counts. */
function takeBest(
  own: Float64Array,
  text: FullText,
  { docs, weights }: Postings,
  weight: number,
  more: Float64Array,
): void {
  const { lengths } = text
  const { start, each } = saturationOf(text)
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at] as number
    const said = weights[at] as number
    const times = (said >>> FLAGS) + (FIELD_TIMES[said & FLAG_BITS] as number) + (more[doc] as number)
    const score = (weight * times) / (times + start + each * (lengths[doc] as number))
    if (score > (own[doc] as number)) own[doc] = score
  }
}

function scoreOf(text: FullText, doc: number, times: number): number {
  const { start, each } = saturationOf(text)
  return times / (times + start + each * (text.lengths[doc] as number))
}

/** What is added to the times that a word stands in a note: so much, and so much for each of its words and one more. */
function saturationOf({ words, count }: FullText): { readonly start: number; readonly each: number } {
  const mean = Math.max(words / Math.max(count, 1), 1)
  const each = (WEIGHTS.k1 * WEIGHTS.b) / mean
  return { start: WEIGHTS.k1 * (1 - WEIGHTS.b) - each, each }
}

const FLAG_BITS = (1 << FLAGS) - 1
/** By the flags of a weight: how many more times a word counts for where it stands. */
const FIELD_TIMES = Float64Array.from({ length: FLAG_BITS + 1 }, (_, flags) => {
  let times = 0
  if ((flags & IN_TITLE) !== 0) times += WEIGHTS.title
  if ((flags & IN_NAMES) !== 0) times += WEIGHTS.names
  if ((flags & IN_HEADINGS) !== 0) times += WEIGHTS.headings
  if ((flags & IN_FILED) !== 0) times += WEIGHTS.filed
  return times
})

function calledTimes(sources: number): number {
  return WEIGHTS.anchors * Math.log2(1 + sources)
}
