import { bestOf } from '../../core/best.ts'
import { NONE } from '../../core/chain/graph.ts'
import { compareText } from '../../core/resolve.ts'
import type { LinkGraph } from './link-graph.ts'

/** For each note, by its number: the links that lead to it, and the distinct notes that they stand in. */
export interface LinkCounts {
  readonly backlinks: Int32Array
  readonly sources: Int32Array
}

const known = new WeakMap<LinkGraph, { readonly changes: number; readonly counts: LinkCounts }>()

/** Of all links, counted once until one changes. */
export function linkCounts(graph: LinkGraph): LinkCounts {
  const kept = known.get(graph)
  if (kept?.changes === graph.changes) return kept.counts
  const counts = countLinks(graph)
  known.set(graph, { changes: graph.changes, counts })
  return counts
}

/**
 * By the notes in which links stand: that is the order in which they lie in memory, which takes a third of the time that going from
 * target to target does.
 * @param isCounted for each note, 1 when its links count; those of all notes when undefined
 */
export function countLinks(graph: LinkGraph, isCounted?: Uint8Array): LinkCounts {
  const backlinks = new Int32Array(graph.size)
  const sources = new Int32Array(graph.size)
  // One mark for each note instead of a set for each hub.
  const countedFor = new Int32Array(graph.size).fill(NONE)
  for (let source = 0; source < graph.size; source++) {
    if (isCounted?.[source] === 0) continue
    for (let link = graph.firstFrom(source); link !== NONE; link = graph.nextFrom(link)) {
      const target = graph.target(link)
      ;(backlinks[target] as number)++
      if (countedFor[target] === source) continue
      countedFor[target] = source
      ;(sources[target] as number)++
    }
  }
  return { backlinks, sources }
}

/** The notes that most notes link to, then most links, then by path. @param isAsked which notes are wanted; all when undefined */
export function greatestHubs(
  graph: LinkGraph,
  { backlinks, sources }: LinkCounts,
  limit: number,
  isAsked?: (note: number) => boolean,
): number[] {
  const order = (a: number, b: number): number =>
    (sources[b] as number) - (sources[a] as number) ||
    (backlinks[b] as number) - (backlinks[a] as number) ||
    compareText(graph.path(a), graph.path(b))
  return bestOf(linked(sources, isAsked), limit, order)
}

function* linked(sources: Int32Array, isAsked?: (note: number) => boolean): Iterable<number> {
  for (let note = 0; note < sources.length; note++)
    if ((sources[note] as number) > 0 && (isAsked === undefined || isAsked(note))) yield note
}
