import type { FullText } from './full-text.ts'
import type { Postings } from './postings.ts'
import { FLAGS, IN_NAMES, IN_TITLE } from './run.ts'

/** Okapi BM25 (Robertson and Zaragoza, 2009) with its usual constants. */
const K1 = 1.2
const B = 0.75
/** A word in the title or another name counts as so many in the text. */
const TITLE = 12
const NAMES = 6

/** Notes that have all that is wanted, with a score for each; ascending by number. */
export interface Scored {
  readonly docs: Uint32Array
  readonly scores: Float64Array
  /** Whether all that is wanted is in the note's names. */
  readonly named: Uint8Array
}

/** @param isRight what else is asked of a note */
export function score(text: FullText, wanted: readonly Postings[], isRight: (doc: number) => boolean): Scored {
  const scores = new Float64Array(text.size)
  const hits = new Uint8Array(text.size)
  const named = new Uint8Array(text.size)
  const mean = Math.max(text.words / Math.max(text.count, 1), 1)
  for (const [nth, { docs, weights }] of wanted.entries()) {
    const rarity = Math.log(1 + (text.count - docs.length + 0.5) / (docs.length + 0.5))
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as number
      if (hits[doc] !== nth) continue
      const weight = weights[at] as number
      const times = timesOf(weight)
      hits[doc] = nth + 1
      if ((weight & (IN_TITLE | IN_NAMES)) !== 0) (named[doc] as number)++
      ;(scores[doc] as number) += (rarity * times * (K1 + 1)) / (times + K1 * (1 - B + (B * text.lengthOf(doc)) / mean))
    }
  }
  const last = wanted.at(-1)?.docs ?? new Uint32Array(0)
  const docs = last.filter((doc) => hits[doc] === wanted.length && isRight(doc))
  return {
    docs,
    scores: Float64Array.from(docs, (doc) => scores[doc] as number),
    named: Uint8Array.from(docs, (doc) => (named[doc] === wanted.length ? 1 : 0)),
  }
}

function timesOf(weight: number): number {
  return (weight >>> FLAGS) + ((weight & IN_TITLE) !== 0 ? TITLE - 1 : 0) + ((weight & IN_NAMES) !== 0 ? NAMES - 1 : 0)
}

/** The least score that is among the best `limit`. */
export function leastOf(scores: Float64Array, limit: number): number {
  if (scores.length <= limit) return Number.NEGATIVE_INFINITY
  const best = new Float64Array(limit)
  let size = 0
  for (const value of scores) {
    if (size === limit && value <= (best[0] as number)) continue
    let at: number
    if (size < limit) {
      at = size++
      while (at > 0 && (best[(at - 1) >> 1] as number) > value) {
        best[at] = best[(at - 1) >> 1] as number
        at = (at - 1) >> 1
      }
    } else at = sink(best, value)
    best[at] = value
  }
  return best[0] as number
}

/** Where a value belongs that takes the place of the least of a full heap. */
function sink(heap: Float64Array, value: number): number {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) return at
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++
    if ((heap[child] as number) >= value) return at
    heap[at] = heap[child] as number
    at = child
  }
}
