import { ByteReader } from './bytes.ts'
import { FLAGS } from './fields.ts'

/** In which notes a term stands, by number, and with what weight (`occurrences << 2 | in title << 1 | in names`). */
export interface Postings {
  readonly docs: Uint32Array
  readonly weights: Uint32Array
}

export const NOWHERE: Postings = { docs: new Uint32Array(0), weights: new Uint32Array(0) }

/** A term's bytes, as `Run` describes them; several of them when they come from several places. */
export interface Stored {
  readonly postings: Uint8Array
  readonly positions: Uint8Array
}

/** By number of the notes. @param lengths by number, 0 for a text that is there no more */
export function readPostings(stored: readonly Pick<Stored, 'postings'>[], lengths: Uint32Array): Postings {
  const { starts, isSorted, ...read } = readUnsorted(stored, lengths)
  return isSorted ? read : sortedByPart(read, starts)
}

/** In the order in which they are kept: nearly always parts with a range of notes each. @param lengths as above */
export function readUnsorted(
  stored: readonly Pick<Stored, 'postings'>[],
  lengths: Uint32Array,
): Postings & { readonly starts: readonly number[]; readonly isSorted: boolean } {
  const size = stored.reduce((sum, { postings }) => sum + postings.length, 0) >> 1
  const docs = new Uint32Array(size)
  const weights = new Uint32Array(size)
  let count = 0
  let last = 0
  let isSorted = true
  /** Where each part begins. */
  const starts: number[] = []
  for (const { postings } of stored) {
    const reader = new ByteReader(postings)
    while (!reader.isAtEnd) {
      starts.push(count)
      const notes = reader.number()
      let doc = reader.number()
      reader.number()
      for (let i = 0; i < notes; i++) {
        if (i > 0) doc += reader.number()
        const weight = reader.number()
        if ((lengths[doc] ?? 0) === 0) continue
        if (doc < last) isSorted = false
        last = doc
        docs[count] = doc
        weights[count++] = weight
      }
    }
  }
  return { docs: docs.subarray(0, count), weights: weights.subarray(0, count), starts, isSorted }
}

/** Parts that were written by several threads come in the order in which they were done; nearly always each has a range of its own. */
function sortedByPart({ docs, weights }: Postings, starts: readonly number[]): Postings {
  const parts = starts
    .map((from, at) => ({ from, to: starts[at + 1] ?? docs.length }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => (docs[a.from] as number) - (docs[b.from] as number))
  const sorted = { docs: new Uint32Array(docs.length), weights: new Uint32Array(docs.length) }
  let count = 0
  for (const { from, to } of parts) {
    sorted.docs.set(docs.subarray(from, to), count)
    sorted.weights.set(weights.subarray(from, to), count)
    count += to - from
  }
  return isAscending(sorted.docs) ? sorted : sortedByDoc(sorted)
}

function isAscending(docs: Uint32Array): boolean {
  for (let at = 1; at < docs.length; at++) if ((docs[at] as number) < (docs[at - 1] as number)) return false
  return true
}

/** Numbers that were set aside for notes about to be written, while others were put in one part. */
function sortedByDoc({ docs, weights }: Postings): Postings {
  const order = Uint32Array.from(docs.keys()).sort((a, b) => (docs[a] as number) - (docs[b] as number))
  return { docs: order.map((at) => docs[at] as number), weights: order.map((at) => weights[at] as number) }
}

/**
 * Tells the positions of a term in each note that is wanted, in ascending order.
 * @param onPlaces of `places` the first `count` are meant, until it returns
 */
export function eachPlaces(
  stored: readonly Stored[],
  isWanted: (doc: number) => boolean,
  onPlaces: (doc: number, places: Uint32Array, count: number) => void,
): void {
  let found = new Uint32Array(64)
  for (const { postings, positions } of stored) {
    const reader = new ByteReader(postings)
    let partAt = 0
    while (!reader.isAtEnd) {
      const notes = reader.number()
      let doc = reader.number()
      const bytes = reader.number()
      const places = new ByteReader(positions, partAt)
      partAt += bytes
      for (let i = 0; i < notes; i++) {
        if (i > 0) doc += reader.number()
        const occurrences = reader.number() >>> FLAGS
        if (!isWanted(doc)) {
          for (let at = 0; at < occurrences; at++) places.number()
          continue
        }
        if (occurrences > found.length) found = new Uint32Array(occurrences * 2)
        let place = 0
        for (let at = 0; at < occurrences; at++) {
          place += places.number()
          found[at] = place
        }
        onPlaces(doc, found, occurrences)
      }
    }
  }
}

/** Notes that one of several terms stands in: a word's beginning stands for all words that begin so. */
export function unite(all: readonly Postings[], size: number): Postings {
  if (all.length <= 1) return all[0] ?? NOWHERE
  const sums = new Uint32Array(size)
  const found: number[] = []
  for (const { docs, weights } of all) {
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as number
      const before = sums[doc] as number
      const weight = weights[at] as number
      if (before === 0) found.push(doc)
      sums[doc] = addWeights(before, weight)
    }
  }
  const docs = Uint32Array.from(found).sort()
  return { docs, weights: docs.map((doc) => sums[doc] as number) }
}

const FLAG_BITS = (1 << FLAGS) - 1

function addWeights(a: number, b: number): number {
  return (((a >>> FLAGS) + (b >>> FLAGS)) << FLAGS) | ((a | b) & FLAG_BITS)
}
