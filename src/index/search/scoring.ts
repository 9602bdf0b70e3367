import { FLAGS, IN_FILED, IN_HEADINGS, IN_NAMES, IN_TITLE } from '../words/fields.ts'
import type { FullText } from '../words/full-text.ts'
import type { Postings } from '../words/postings.ts'
import type { Called } from './anchors.ts'
import type { Leaf } from './leaves.ts'
import { WEIGHTS } from './weights.ts'

/** How much each note is about what is looked for, by the number of its text. */
export interface Scores {
  /** From 0 to 1: the share of the best that BM25 could give. */
  readonly text: Float64Array
  /** From 0 to 1: how much of what was asked a note has at all, each word by how much it tells. */
  readonly has: Float64Array
}

/** BM25 over weighted fields (Robertson, Zaragoza and Taylor, 2004): words in several fields are added up before they saturate. */
export function scoresOf(text: FullText, leaves: readonly Leaf[], called: readonly Called[]): Scores {
  const scores = new Float64Array(text.size)
  const has = new Float64Array(text.size)
  const all = leaves.reduce((sum, { rarity }) => sum + rarity, 0)
  /** Of one leaf; nothing of it is left when the next one comes. */
  const own = new Float64Array(text.size)
  for (const [nth, leaf] of leaves.entries()) {
    const share = leaf.rarity / all
    const extra = extraOf(called, nth)
    const more = extra.size === 0 ? undefined : byDoc(extra, text.size)
    for (const { postings, weight } of leaf.kinds) takeBest(own, text, postings, weight, more)
    for (const [doc, times] of extra) own[doc] = Math.max(own[doc] as number, scoreOf(text, doc, times))
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

/** A common word stands in every note, and to look each up in a map takes longer than all the rest. */
function byDoc(extra: ReadonlyMap<number, number>, size: number): Float64Array {
  const all = new Float64Array(size)
  for (const [doc, times] of extra) all[doc] = times
  return all
}

/** Of the kinds in which a note has a word the best counts. */
function takeBest(
  own: Float64Array,
  text: FullText,
  { docs, weights }: Postings,
  weight: number,
  more: Float64Array | undefined,
): void {
  const { lengths } = text
  const { start, each } = saturationOf(text)
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at] as number
    const said = weights[at] as number
    let times = (said >>> FLAGS) + (FIELD_TIMES[said & FLAG_BITS] as number)
    if (more !== undefined) times += more[doc] as number
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
