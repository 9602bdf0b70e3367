import { FLAGS, IN_FILED, IN_HEADINGS, IN_NAMES, IN_TITLE } from '../words/fields.ts'
import type { FullText } from '../words/full-text.ts'
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
  const own = new Float64Array(text.size)
  const mean = Math.max(text.words / Math.max(text.count, 1), 1)
  const { lengths } = text
  for (const [nth, leaf] of leaves.entries()) {
    const share = leaf.rarity / all
    const touched: number[] = []
    const add = (doc: number, times: number, weight: number): void => {
      const score = weight * saturated(times, (lengths[doc] as number) - 1, mean)
      if (own[doc] === 0) touched.push(doc)
      if (score > (own[doc] as number)) own[doc] = score
    }
    const extra = new Map(
      called.flatMap(({ doc, sources }) => (sources[nth] ? [[doc, calledTimes(sources[nth])]] : [])),
    )
    for (const { postings, weight } of leaf.kinds)
      for (let at = 0; at < postings.docs.length; at++) {
        const doc = postings.docs[at] as number
        add(doc, timesOf(postings.weights[at] as number) + (extra.size === 0 ? 0 : (extra.get(doc) ?? 0)), weight)
      }
    for (const [doc, times] of extra) add(doc as number, times as number, 1)
    for (const doc of touched) {
      ;(scores[doc] as number) += share * (own[doc] as number)
      ;(has[doc] as number) += share
      own[doc] = 0
    }
  }
  return { text: scores, has }
}

/** From 0 to 1. @param mean words of a note */
function saturated(times: number, length: number, mean: number): number {
  return times / (times + WEIGHTS.k1 * (1 - WEIGHTS.b + (WEIGHTS.b * length) / mean))
}

function timesOf(weight: number): number {
  let times = weight >>> FLAGS
  if ((weight & IN_TITLE) !== 0) times += WEIGHTS.title
  if ((weight & IN_NAMES) !== 0) times += WEIGHTS.names
  if ((weight & IN_HEADINGS) !== 0) times += WEIGHTS.headings
  if ((weight & IN_FILED) !== 0) times += WEIGHTS.filed
  return times
}

function calledTimes(sources: number): number {
  return WEIGHTS.anchors * Math.log2(1 + sources)
}
