import { eachNote, type Postings, readPlacesOf, readPostings, type Stored } from '../words/postings.ts'

/** Where a term stands: in which texts, in ascending order, and at which places in each, which are read when they are first asked for. */
export class Places {
  readonly docs: Uint32Array
  readonly weights: Uint32Array
  readonly #stored: readonly Stored[]
  readonly #lengths: Uint32Array
  #positions: Positions | undefined

  /** @param lengths by number, 0 for a text that is there no more */
  constructor(stored: readonly Stored[], lengths: Uint32Array) {
    const { docs, weights } = readPostings(stored, lengths)
    this.docs = docs
    this.weights = weights
    this.#stored = stored
    this.#lengths = lengths
  }

  get positions(): Positions {
    this.#positions ??= readPositions(this.#stored, this, this.#lengths)
    return this.#positions
  }
}

/** Positions in the text `docs[i]` are those from `starts[i]` to `ends[i]`, ascending. */
interface Positions {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly all: Uint32Array
}

function readPositions(stored: readonly Stored[], { docs }: Postings, lengths: Uint32Array): Positions {
  const all = new Uint32Array(stored.reduce((sum, { positions }) => sum + positions.length, 0))
  const starts = new Uint32Array(docs.length)
  const ends = new Uint32Array(docs.length)
  let end = 0
  let slot = 0
  eachNote(stored, lengths, (doc, count, bytes, at) => {
    // Parts follow each other in order but for a few.
    if (docs[slot] !== doc) slot = firstFrom(docs, doc, 0)
    starts[slot] = end
    const next = readPlacesOf(bytes, at, count, all, end)
    end += count
    ends[slot++] = end
    return next
  })
  return { starts, ends, all }
}

/** A term and its place in the phrase. */
export interface PlacedTerm {
  readonly place: number
  readonly places: Places
}

/** In which texts terms stand at their distances, and how often in each. @param terms the rarest first */
export function phraseOf(terms: readonly PlacedTerm[]): { readonly docs: number[]; readonly counts: number[] } {
  const found = { docs: [] as number[], counts: [] as number[] }
  const slots = terms.map(() => 0)
  for (const doc of terms[0]?.places.docs ?? []) {
    if (!terms.every(({ places }, at) => goTo(doc, places, slots, at))) continue
    const count = countAt(terms, slots)
    if (count === 0) continue
    found.docs.push(doc)
    found.counts.push(count)
  }
  return found
}

/** Goes on in the texts of one term. @returns whether it stands in that one */
function goTo(doc: number, { docs }: Places, slots: number[], at: number): boolean {
  const slot = firstFrom(docs, doc, slots[at] as number)
  slots[at] = slot
  return docs[slot] === doc
}

/** How often terms stand at their distances in one text. @param slots for each term which of its texts that is */
function countAt(terms: readonly PlacedTerm[], slots: readonly number[]): number {
  const [first] = terms as [PlacedTerm]
  const { starts, ends, all } = first.places.positions
  const slot = slots[0] as number
  let count = 0
  for (let at = starts[slot] as number; at < (ends[slot] as number); at++) {
    const start = (all[at] as number) - first.place
    if (terms.every(({ place, places }, i) => i === 0 || standsAt(places, slots[i] as number, start + place))) count++
  }
  return count
}

function standsAt({ positions: { starts, ends, all } }: Places, slot: number, wanted: number): boolean {
  const end = ends[slot] as number
  for (let at = starts[slot] as number; at < end; at++) {
    const position = all[at] as number
    if (position >= wanted) return position === wanted
  }
  return false
}

/** The first place from `at` on with a number that is not below the wanted one: by steps that double, then by halves. */
function firstFrom(sorted: Uint32Array, wanted: number, at: number): number {
  let low = at
  let step = 1
  while (low + step < sorted.length && (sorted[low + step] as number) < wanted) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, sorted.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
