import { type WantedWord, wantedWords } from '../../core/wanted-words.ts'
import { FLAGS, IN_NAMES, IN_TITLE } from './fields.ts'
import type { FullText } from './full-text.ts'
import { keepFollowed, type Places, readPlaces } from './places.ts'
import { NOWHERE, type Postings, type Stored } from './postings.ts'

/**
 * Notes in which a word stands, or several words side by side (`well-known`, `"small teams"`, `市場調査`).
 * @param isBegun whether the last word may go on
 */
export function notesWith(text: FullText, said: string, isBegun: boolean): Postings {
  const wanted = wantedWords(said, isBegun)
  const [first] = wanted
  if (first === undefined) return NOWHERE
  const stored = wanted.map((word) => text.stored(word))
  if (stored.some((terms) => terms.length === 0)) return NOWHERE
  const notes = stored.map((terms) => text.unite(terms))
  return wanted.length === 1 ? (notes[0] as Postings) : side(wanted, stored, notes, text.size)
}

/** Notes in which the words stand at the right distances. */
function side(
  wanted: readonly WantedWord[],
  stored: readonly (readonly (readonly Stored[])[])[],
  notes: readonly Postings[],
  size: number,
): Postings {
  const common = intersect(notes)
  const count = common.docs.length
  if (count === 0) return NOWHERE
  const numberOf = new Uint32Array(size)
  for (let at = 0; at < count; at++) numberOf[common.docs[at] as number] = at + 1
  // From the places of the rarest word on the others are looked for, since only those are held.
  const order = [...wanted.keys()].sort((a, b) => timesIn(notes[a]) - timesIn(notes[b]))
  const [rarest = 0, ...others] = order
  const places = readPlaces(stored[rarest] as (readonly Stored[])[], numberOf, count)
  const start = (wanted[rarest] as WantedWord).position
  for (const nth of others)
    keepFollowed(places, stored[nth] as (readonly Stored[])[], numberOf, (wanted[nth] as WantedWord).position - start)
  return withPlaces(common, places)
}

function timesIn(postings: Postings | undefined): number {
  let times = 0
  for (const weight of postings?.weights ?? []) times += weight >>> FLAGS
  return times
}

function withPlaces({ docs, weights }: Postings, { starts, ends }: Places): Postings {
  const kept = { docs: new Uint32Array(docs.length), weights: new Uint32Array(docs.length) }
  let count = 0
  for (let at = 0; at < docs.length; at++) {
    const times = (ends[at] as number) - (starts[at] as number)
    if (times === 0) continue
    kept.docs[count] = docs[at] as number
    kept.weights[count++] = (times << FLAGS) | ((weights[at] as number) & (IN_NAMES | IN_TITLE))
  }
  return { docs: kept.docs.subarray(0, count), weights: kept.weights.subarray(0, count) }
}

/** Notes that are in all of them; of their flags those that all have. */
function intersect(all: readonly Postings[]): Postings {
  const [first = NOWHERE, ...rest] = all.toSorted((a, b) => a.docs.length - b.docs.length)
  let { docs, weights } = first
  for (const other of rest) {
    const keptDocs = new Uint32Array(docs.length)
    const keptWeights = new Uint32Array(docs.length)
    let count = 0
    let at = 0
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i] as number
      while (at < other.docs.length && (other.docs[at] as number) < doc) at++
      if (other.docs[at] !== doc) continue
      keptDocs[count] = doc
      keptWeights[count++] = (weights[i] as number) & (other.weights[at] as number) & (IN_NAMES | IN_TITLE)
    }
    docs = keptDocs.subarray(0, count)
    weights = keptWeights.subarray(0, count)
  }
  return { docs, weights }
}
