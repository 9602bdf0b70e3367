import { eachNote, readPlacesOf, type Stored } from './postings.ts'

/** Where something stands in some notes: the places in note `i` are those from `starts[i]` to `ends[i]`, ascending. */
export interface Places {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly places: Uint32Array
}

/** A word, whichever of several terms it is kept as. */
type Terms = readonly (readonly Stored[])[]

/**
 * Places of a word in some notes.
 * @param numberOf for each document one more than its place among the notes; 0 for one that is not asked for
 */
export function readPlaces(terms: Terms, numberOf: Uint32Array, notes: number): Places {
  const read = terms.map((stored) => readTerm(stored, numberOf, notes))
  const [first, ...others] = read
  return first !== undefined && others.length === 0 ? first : together(read, notes)
}

function readTerm(stored: readonly Stored[], numberOf: Uint32Array, notes: number): Places {
  const starts = new Uint32Array(notes)
  const ends = new Uint32Array(notes)
  // A place takes a byte or more.
  const places = new Uint32Array(stored.reduce((sum, { positions }) => sum + positions.length, 0))
  let length = 0
  eachNote(stored, numberOf, (doc, count, bytes, at) => {
    const note = (numberOf[doc] as number) - 1
    starts[note] = length
    length += count
    ends[note] = length
    return readPlacesOf(bytes, at, count, places, length - count)
  })
  return { starts, ends, places }
}

function together(all: readonly Places[], notes: number): Places {
  const starts = new Uint32Array(notes)
  const ends = new Uint32Array(notes)
  const places = new Uint32Array(all.reduce((sum, each) => sum + each.places.length, 0))
  let length = 0
  for (let note = 0; note < notes; note++) {
    starts[note] = length
    for (const own of all)
      for (let at = own.starts[note] as number; at < (own.ends[note] as number); at++)
        places[length++] = own.places[at] as number
    ends[note] = length
    places.subarray(starts[note], length).sort()
  }
  return { starts, ends, places }
}

/**
 * Leaves of some places those from which `distance` further on (before them where it is less than nothing) a word stands.
 * @param first is changed
 * @param numberOf see `readPlaces`
 */
export function keepFollowed(first: Places, terms: Terms, numberOf: Uint32Array, distance: number): void {
  const marks = new Marks(first, distance)
  const [only] = terms
  if (only !== undefined && terms.length === 1)
    eachNote(only, numberOf, (doc, count, bytes, at) => marks.keepRead((numberOf[doc] as number) - 1, bytes, at, count))
  else {
    const other = readPlaces(terms, numberOf, first.starts.length)
    for (let note = 0; note < first.starts.length; note++) marks.keep(note, other)
  }
  marks.finish()
}

/**
 * Places that are looked for, note by note: each is marked with the number of its note, so that to see whether a word stands there takes
 * one look. To go through two ascending lists side by side takes three times as long, since nobody can foresee which comes next.
 */
class Marks {
  readonly #first: Places
  readonly #distance: number
  readonly #kept: Uint32Array
  #marks = new Uint32Array(1 << 12)

  constructor(first: Places, distance: number) {
    this.#first = first
    this.#distance = distance
    this.#kept = first.starts.slice()
  }

  keep(note: number, other: Places): void {
    this.#mark(note)
    for (let at = other.starts[note] as number; at < (other.ends[note] as number); at++)
      if (this.#marks[other.places[at] as number] === note + 1) this.#keepPlace(note, other.places[at] as number)
  }

  /** Reads `count` distances, see `eachNote`. */
  keepRead(note: number, bytes: Uint8Array, from: number, count: number): number {
    this.#mark(note)
    const marks = this.#marks
    const last = marks.length - 1
    const stamp = note + 1
    let at = from
    let place = 0
    for (let nth = 0; nth < count; nth++) {
      let byte = bytes[at++] as number
      let gap = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number
        gap |= (byte & 0x7f) << shift
      }
      place += gap
      if (place <= last && marks[place] === stamp) this.#keepPlace(note, place)
    }
    return at
  }

  finish(): void {
    this.#first.ends.set(this.#kept)
  }

  #mark(note: number): void {
    const { starts, ends, places } = this.#first
    const end = ends[note] as number
    const start = starts[note] as number
    if (start === end) return
    const most = (places[end - 1] as number) + this.#distance
    if (most >= this.#marks.length) this.#marks = new Uint32Array(most * 2)
    const marks = this.#marks
    for (let at = start; at < end; at++) {
      const wanted = (places[at] as number) + this.#distance
      if (wanted >= 0) marks[wanted] = note + 1
    }
  }

  #keepPlace(note: number, found: number): void {
    const to = this.#kept[note] as number
    this.#first.places[to] = found - this.#distance
    this.#kept[note] = to + 1
  }
}
