import { ByteReader } from '../words/bytes.ts'
import { FLAGS } from '../words/fields.ts'
import type { Stored } from '../words/postings.ts'

/** Where a term stands, read once: by text, with a way to each text's positions. */
export interface Places {
  readonly docs: Uint32Array
  readonly weights: Uint32Array
  /** By number of a text: one more than its index in `docs`; 0 where the term does not stand. */
  readonly slots: Uint32Array
  /** Positions of text `i` are those from `ends[i - 1]` to `ends[i]`. */
  readonly ends: Uint32Array
  readonly positions: Uint32Array
}

/** @param lengths by number, 0 for a text that is there no more. The texts come in no order. */
export function readPlaces(stored: readonly Stored[], lengths: Uint32Array): Places {
  const most = stored.reduce((sum, { postings }) => sum + postings.length, 0) >> 1
  const docs = new Uint32Array(most)
  const weights = new Uint32Array(most)
  const ends = new Uint32Array(most)
  const positions = new Uint32Array(stored.reduce((sum, each) => sum + each.positions.length, 0))
  const slots = new Uint32Array(lengths.length)
  let count = 0
  let end = 0
  for (const { postings, positions: bytes } of stored) {
    const reader = new ByteReader(postings)
    let part = 0
    while (!reader.isAtEnd) {
      const notes = reader.number()
      let doc = reader.number()
      const size = reader.number()
      const places = new ByteReader(bytes, part)
      part += size
      for (let i = 0; i < notes; i++) {
        if (i > 0) doc += reader.number()
        const weight = reader.number()
        const before = end
        for (let at = weight >>> FLAGS, place = 0; at > 0; at--) {
          place += places.number()
          positions[end++] = place
        }
        if ((lengths[doc] ?? 0) === 0) {
          end = before
          continue
        }
        docs[count] = doc
        weights[count] = weight
        ends[count] = end
        slots[doc] = ++count
      }
    }
  }
  return {
    docs: docs.subarray(0, count),
    weights: weights.subarray(0, count),
    slots,
    ends: ends.subarray(0, count),
    positions: positions.subarray(0, end),
  }
}

/** How often terms stand at their distances in one text. @param terms each with its place in the phrase */
export function countIn(terms: readonly { readonly place: number; readonly places: Places }[], doc: number): number {
  const [first, ...others] = terms
  if (first === undefined) return 0
  const slot = first.places.slots[doc] as number
  let count = 0
  for (let at = startOf(first.places, slot); at < (first.places.ends[slot - 1] as number); at++) {
    const start = (first.places.positions[at] as number) - first.place
    if (others.every(({ place, places }) => standsAt(places, doc, start + place))) count++
  }
  return count
}

function standsAt(places: Places, doc: number, wanted: number): boolean {
  const slot = places.slots[doc] as number
  const end = places.ends[slot - 1] as number
  for (let at = startOf(places, slot); at < end; at++) {
    const position = places.positions[at] as number
    if (position >= wanted) return position === wanted
  }
  return false
}

function startOf({ ends }: Places, slot: number): number {
  return slot < 2 ? 0 : (ends[slot - 2] as number)
}
