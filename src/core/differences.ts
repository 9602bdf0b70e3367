import { diffArrays } from 'diff'
import { append } from './append.ts'

/** Pieces `old[0]` to `old[1]` (exclusive) of one list became pieces `young[0]` to `young[1]` of the other. */
export interface Difference {
  readonly old: readonly [from: number, to: number]
  readonly young: readonly [from: number, to: number]
}

/** Beyond so many changes between two lines that stand once in both texts, what lies between is taken as replaced: comparing takes their square. */
const MOST_CHANGES = 250
/** Lists that short are compared at once. */
const SHORT = 100
/** How often it is looked again for what stands once, between two pieces that do. */
const DEEPEST = 4

/**
 * What differs between two lists of lines or words, in order. First finds what stands once in both, as everybody reads who compares two texts, and
 * compares what lies between: the time grows with the texts, however often a line stands in them.
 */
export function differencesBetween(old: readonly string[], young: readonly string[]): Difference[] {
  const found: Difference[] = []
  compare(old, young, { old: [0, old.length], young: [0, young.length] }, 0, found)
  return found
}

function compare(
  old: readonly string[],
  young: readonly string[],
  whole: Difference,
  depth: number,
  found: Difference[],
): void {
  const part = withoutEnds(old, young, whole)
  const [oldFrom, oldTo] = part.old
  const [youngFrom, youngTo] = part.young
  const size = oldTo - oldFrom + youngTo - youngFrom
  if (size === 0) return
  if (oldFrom === oldTo || youngFrom === youngTo) return void found.push(part)
  const anchors = size <= SHORT || depth === DEEPEST ? [] : anchorsIn(old, young, part)
  if (anchors.length === 0) return void append(found, closely(old, young, part))
  let [atOld, atYoung] = [oldFrom, youngFrom]
  for (const [nextOld, nextYoung] of [...anchors, [oldTo, youngTo] as const]) {
    compare(old, young, { old: [atOld, nextOld], young: [atYoung, nextYoung] }, depth + 1, found)
    ;[atOld, atYoung] = [nextOld + 1, nextYoung + 1]
  }
}

function withoutEnds(old: readonly string[], young: readonly string[], part: Difference): Difference {
  let [oldFrom, oldTo] = part.old
  let [youngFrom, youngTo] = part.young
  while (oldFrom < oldTo && youngFrom < youngTo && old[oldFrom] === young[youngFrom]) {
    oldFrom++
    youngFrom++
  }
  while (oldFrom < oldTo && youngFrom < youngTo && old[oldTo - 1] === young[youngTo - 1]) {
    oldTo--
    youngTo--
  }
  return { old: [oldFrom, oldTo], young: [youngFrom, youngTo] }
}

/** Myers' way: the fewest changes. */
function closely(old: readonly string[], young: readonly string[], part: Difference): Difference[] {
  const options = { maxEditLength: MOST_CHANGES }
  const steps = diffArrays(old.slice(...part.old), young.slice(...part.young), options)
  if (steps === undefined) return [part]
  const found: Difference[] = []
  let [atOld, atYoung] = [part.old[0], part.young[0]]
  for (let at = 0; at < steps.length; ) {
    const [startOld, startYoung] = [atOld, atYoung]
    for (; at < steps.length; at++) {
      const { added, removed, count = 0 } = steps[at] as (typeof steps)[number]
      if (!added && !removed) break
      if (removed) atOld += count
      if (added) atYoung += count
    }
    if (atOld > startOld || atYoung > startYoung) found.push({ old: [startOld, atOld], young: [startYoung, atYoung] })
    const same = steps[at++]?.count ?? 0
    atOld += same
    atYoung += same
  }
  return found
}

/** What stands once in both, as many as keep their order. */
function anchorsIn(old: readonly string[], young: readonly string[], part: Difference): (readonly [number, number])[] {
  const inOld = single(old, part.old)
  const inYoung = single(young, part.young)
  const pairs: [number, number][] = []
  for (const [piece, at] of inOld) {
    const other = inYoung.get(piece)
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other])
  }
  return longestRising(pairs)
}

/** Where each piece stands that stands once; -1 for the others. In the list's order. */
function single(pieces: readonly string[], [from, to]: readonly [number, number]): Map<string, number> {
  const places = new Map<string, number>()
  for (let at = from; at < to; at++) {
    const piece = pieces[at] as string
    places.set(piece, places.has(piece) ? -1 : at)
  }
  return places
}

/** The longest of the rows of pairs in which both numbers rise, of pairs in the order of the first. By piles, as patience is played. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [at, [, place]] of pairs.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] as number] as readonly [number, number])[1] < place) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (tops[low - 1] as number)
    tops[low] = at
  }
  const row: (readonly [number, number])[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] as number) row.push(pairs[at] as readonly [number, number])
  return row.reverse()
}
