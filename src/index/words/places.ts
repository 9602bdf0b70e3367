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
  const found: { readonly note: number; readonly places: readonly number[] }[] = []
  const starts = new Uint32Array(notes + 1)
  for (const stored of terms)
    eachPlaces(
      stored,
      (doc) => (numberOf[doc] ?? 0) > 0,
      (doc, places) => {
        const note = (numberOf[doc] as number) - 1
        found.push({ note, places })
        ;(starts[note + 1] as number) += places.length
      },
    )
  for (let note = 0; note < notes; note++) (starts[note + 1] as number) += starts[note] as number
  const places = new Uint32Array(starts[notes] as number)
  const next = starts.slice(0, notes)
  for (const one of found) {
    places.set(one.places, next[one.note] as number)
    ;(next[one.note] as number) += one.places.length
  }
  if (terms.length > 1) for (let note = 0; note < notes; note++) places.subarray(starts[note], starts[note + 1]).sort()
  return { starts, places }
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
