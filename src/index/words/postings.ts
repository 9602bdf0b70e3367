import { ByteReader } from './bytes.ts'
import { FLAGS, ONCE } from './fields.ts'

/** In which notes a term stands, by number, and with what weight (`occurrences << 2 | in title << 1 | in names`). */
export interface Postings {
  readonly docs: Uint32Array
  readonly weights: Uint32Array
}

export const NOWHERE: Postings = { docs: new Uint32Array(0), weights: new Uint32Array(0) }

/** A term's bytes, as `Run` describes them; several of them when they come from several places. */
export interface Stored {
  readonly postings: Uint8Array
  /** Many times as many as those of the postings, so they are read when they are looked at. */
  readonly positions: Uint8Array
}

/** By number of the notes. @param lengths by number, 0 for a text that is there no more */
export function readPostings(stored: readonly Pick<Stored, 'postings'>[], lengths: Uint32Array): Postings {
  const { starts, isSorted, ...read } = readUnsorted(stored, lengths)
  return isSorted ? read : sortedByPart(read, starts)
}

/** Whether a note that is still there has a term. */
export function anyNote(stored: readonly Pick<Stored, 'postings'>[], lengths: Uint32Array): boolean {
  return stored.some(({ postings }) => {
    for (const { docs, notes } of partsOf(postings)) {
      for (let i = 0; i < notes; i++) if ((lengths[docs[i] as number] ?? 0) > 0) return true
    }
    return false
  })
}

/**
 * In the order in which they are kept: nearly always parts with a range of notes each.
 * @param lengths as above
 */
export function readUnsorted(
  stored: readonly Pick<Stored, 'postings'>[],
  lengths: Uint32Array,
): Postings & { readonly starts: readonly number[]; readonly isSorted: boolean } {
  // A note takes a byte or more.
  const size = stored.reduce((sum, { postings }) => sum + postings.length, 0)
  const docs = new Uint32Array(size)
  const weights = new Uint32Array(size)
  let count = 0
  let last = 0
  let isSorted = true
  /** Where each part begins. */
  const starts: number[] = []
  for (const { postings } of stored)
    for (const part of partsOf(postings)) {
      starts.push(count)
      for (let i = 0; i < part.notes; i++) {
        const doc = part.docs[i] as number
        if (doc >= lengths.length || lengths[doc] === 0) continue
        if (doc < last) isSorted = false
        last = doc
        docs[count] = doc
        weights[count++] = part.weights[i] as number
      }
    }
  return { docs: docs.subarray(0, count), weights: weights.subarray(0, count), starts, isSorted }
}

/** Some notes of one term that were written together. */
interface Part {
  readonly notes: number
  /** Bytes of their positions. */
  readonly positions: number
  /** Of the notes, and only of them, until the next part is read. */
  readonly docs: Uint32Array
  readonly weights: Uint32Array
}

/** What one part says is read here before it is looked at: one term after the other, never two at a time. */
let docsRead = new Uint32Array(1 << 12)
let weightsRead = new Uint32Array(1 << 12)

function* partsOf(postings: Uint8Array): Iterable<Part> {
  const reader = new ByteReader(postings)
  while (!reader.isAtEnd) {
    const notes = reader.number()
    const first = reader.number()
    const positions = reader.number()
    if (notes > docsRead.length) {
      docsRead = new Uint32Array(notes * 2)
      weightsRead = new Uint32Array(notes * 2)
    }
    reader.at = readNotes(postings, reader.at, notes, first, docsRead, weightsRead)
    yield { notes, positions, docs: docsRead, weights: weightsRead }
  }
}

/**
 * Reads numbers as `ByteReader` does, but by itself: a common word stands in every note, and a call for each number takes several times as
 * long.
 * @returns where the notes end
 */
function readNotes(
  bytes: Uint8Array,
  from: number,
  notes: number,
  first: number,
  docs: Uint32Array,
  weights: Uint32Array,
): number {
  let at = from
  let doc = first
  for (let i = 0; i < notes; i++) {
    let isOnce = false
    if (i > 0) {
      let byte = bytes[at++] as number
      let gap = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number
        gap |= (byte & 0x7f) << shift
      }
      doc += gap >>> 1
      isOnce = (gap & 1) === 1
    }
    docs[i] = doc
    weights[i] = ONCE
    if (isOnce) continue
    let byte = bytes[at++] as number
    let weight = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number
      weight |= (byte & 0x7f) << shift
    }
    weights[i] = weight
  }
  return at
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
 * @param wanted by number of a note, 0 for one that is not
 * @param onPlaces of `places` the first `count` are meant, until it returns
 */
export function eachPlaces(
  stored: readonly Stored[],
  wanted: Uint32Array,
  onPlaces: (doc: number, places: Uint32Array, count: number) => void,
): void {
  let found = new Uint32Array(64)
  eachNote(stored, wanted, (doc, count, bytes, at) => {
    if (count > found.length) found = new Uint32Array(count * 2)
    const end = readPlacesOf(bytes, at, count, found, 0)
    onPlaces(doc, found, count)
    return end
  })
}

/**
 * Tells where the positions of a term in each wanted note begin.
 * @param wanted by number of a note, 0 for one that is not
 * @param onNote reads `count` distances in `bytes` from `at` on; @returns where they end
 */
export function eachNote(
  stored: readonly Stored[],
  wanted: Uint32Array,
  onNote: (doc: number, count: number, bytes: Uint8Array, at: number) => number,
): void {
  for (const { postings, positions } of stored) {
    let partAt = 0
    for (const part of partsOf(postings)) {
      let at = partAt
      partAt += part.positions
      for (let i = 0; i < part.notes; i++) {
        const doc = part.docs[i] as number
        const count = (part.weights[i] as number) >>> FLAGS
        if (doc < wanted.length && wanted[doc] !== 0) at = onNote(doc, count, positions, at)
        else for (let nth = 0; nth < count; at++) if ((positions[at] as number) < 0x80) nth++
      }
    }
  }
}

/** Reads the distances of one note as `ByteReader` does: most take one byte. @returns where they end */
export function readPlacesOf(bytes: Uint8Array, from: number, count: number, places: Uint32Array, to: number): number {
  let at = from
  let place = 0
  for (let nth = 0; nth < count; nth++) {
    let byte = bytes[at++] as number
    let distance = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number
      distance |= (byte & 0x7f) << shift
    }
    place += distance
    places[to + nth] = place
  }
  return at
}

/**
 * Notes that one of several terms stands in: a word's beginning stands for all words that begin so.
 * @param lengths by number, 0 for a text that is there no more
 */
export function unite(terms: readonly (readonly Stored[])[], lengths: Uint32Array): Postings {
  const [only = []] = terms
  if (terms.length <= 1) return readPostings(only, lengths)
  const sums = new Uint32Array(lengths.length)
  for (const stored of terms) for (const { postings } of stored) addTo(sums, postings)
  return present(sums, lengths)
}

const FLAG_BITS = (1 << FLAGS) - 1

/** The times are added, the flags gathered. What lies beyond the numbers that are known is not kept. */
function addTo(sums: Uint32Array, postings: Uint8Array): void {
  for (const { notes, docs, weights } of partsOf(postings))
    for (let i = 0; i < notes; i++) {
      const doc = docs[i] as number
      const weight = weights[i] as number
      sums[doc] = ((sums[doc] as number) + (weight & ~FLAG_BITS)) | (weight & FLAG_BITS)
    }
}

function present(sums: Uint32Array, lengths: Uint32Array): Postings {
  const docs = new Uint32Array(sums.length)
  const weights = new Uint32Array(sums.length)
  let count = 0
  for (let doc = 0; doc < sums.length; doc++) {
    const weight = sums[doc] as number
    if (weight === 0 || lengths[doc] === 0) continue
    docs[count] = doc
    weights[count++] = weight
  }
  return { docs: docs.slice(0, count), weights: weights.slice(0, count) }
}
