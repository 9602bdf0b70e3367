import type { Doc, Postings } from './corpus.ts'

/** Where a term stands in one note: positions, ascending. */
export type PositionsIn = (doc: Doc) => ArrayLike<number>

export interface Positioned {
  /** Its place in the phrase. */
  readonly place: number
  readonly docs: ArrayLike<Doc>
  readonly positions: PositionsIn
}

/** The notes where terms stand at their distances, with how often. */
export function phraseIn(terms: readonly Positioned[]): Postings {
  const rarest = terms.reduce((best, term) => (term.docs.length < best.docs.length ? term : best))
  const docs: Doc[] = []
  const counts: number[] = []
  for (let at = 0; at < rarest.docs.length; at++) {
    const doc = rarest.docs[at] as Doc
    if (!terms.every((term) => term === rarest || holds(term.docs, doc))) continue
    const count = countIn(terms, doc)
    if (count === 0) continue
    docs.push(doc)
    counts.push(count)
  }
  return { docs, counts }
}

function countIn(terms: readonly Positioned[], doc: Doc): number {
  const sets = terms.map(({ place, positions }) => ({ place, positions: positions(doc) }))
  const [first, ...rest] = sets
  if (first === undefined) return 0
  let count = 0
  for (let at = 0; at < first.positions.length; at++) {
    const start = (first.positions[at] as number) - first.place
    if (rest.every(({ place, positions }) => holds(positions, start + place))) count++
  }
  return count
}

/** Whether a list in ascending order has a number. */
export function holds(sorted: ArrayLike<number>, wanted: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return sorted[low] === wanted
}
