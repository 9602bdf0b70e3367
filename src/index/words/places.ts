import { eachPlaces, type Stored } from './postings.ts'

/** Where something stands in some notes: the places in note `i` are those from `starts[i]` to `starts[i + 1]`, ascending. */
export interface Places {
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/**
 * Places of a word in some notes, whichever of several terms it is kept as.
 * @param numberOf for each document one more than its place among the notes; 0 for one that is not asked for
 */
export function readPlaces(terms: readonly (readonly Stored[])[], numberOf: Uint32Array, notes: number): Places {
  const found = new Gathered()
  const starts = new Uint32Array(notes + 1)
  for (const stored of terms)
    eachPlaces(
      stored,
      (doc) => (numberOf[doc] ?? 0) > 0,
      (doc, places, count) => {
        const note = (numberOf[doc] as number) - 1
        found.add(note, places, count)
        ;(starts[note + 1] as number) += count
      },
    )
  for (let note = 0; note < notes; note++) (starts[note + 1] as number) += starts[note] as number
  const places = found.inOrder(starts)
  if (terms.length > 1) for (let note = 0; note < notes; note++) places.subarray(starts[note], starts[note + 1]).sort()
  return { starts, places }
}

/** Places note by note, in whatever order the notes come. */
class Gathered {
  #places = new Uint32Array(1 << 10)
  #length = 0
  /** Note and number of places of each that came. */
  readonly #notes: number[] = []
  readonly #counts: number[] = []

  add(note: number, places: Uint32Array, count: number): void {
    if (this.#length + count > this.#places.length) {
      const larger = new Uint32Array((this.#length + count) * 2)
      larger.set(this.#places)
      this.#places = larger
    }
    for (let at = 0; at < count; at++) this.#places[this.#length++] = places[at] as number
    this.#notes.push(note)
    this.#counts.push(count)
  }

  /** @param starts where the places of each note belong */
  inOrder(starts: Uint32Array): Uint32Array {
    const sorted = new Uint32Array(this.#length)
    const next = starts.slice()
    let from = 0
    for (let nth = 0; nth < this.#notes.length; nth++) {
      const note = this.#notes[nth] as number
      const to = from + (this.#counts[nth] as number)
      let at = next[note] as number
      for (; from < to; from++) sorted[at++] = this.#places[from] as number
      next[note] = at
    }
    return sorted
  }
}

/** Of some places those from which `distance` further on another thing stands. */
export function followedBy(first: Places, other: Places, distance: number): Places {
  const notes = first.starts.length - 1
  const starts = new Uint32Array(notes + 1)
  const places = new Uint32Array(first.places.length)
  let count = 0
  for (let note = 0; note < notes; note++) {
    let at = other.starts[note] as number
    const end = other.starts[note + 1] as number
    for (let i = first.starts[note] as number; i < (first.starts[note + 1] as number); i++) {
      const place = first.places[i] as number
      while (at < end && (other.places[at] as number) < place + distance) at++
      if (at < end && other.places[at] === place + distance) places[count++] = place
    }
    starts[note + 1] = count
  }
  return { starts, places: places.subarray(0, count) }
}
