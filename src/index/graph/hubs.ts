import { NONE } from '../../core/chain/graph.ts'
import { compareText } from '../../core/resolve.ts'
import type { LinkGraph } from './link-graph.ts'

/** A note that others link to. */
export interface LinkedNote {
  readonly note: number
  readonly backlinks: number
  /** Distinct notes. */
  readonly sources: number
}

const known = new WeakMap<LinkGraph, { readonly changes: number; readonly notes: readonly LinkedNote[] }>()

/** All of them, counted once until a link changes. */
export function allLinkedNotes(graph: LinkGraph): readonly LinkedNote[] {
  const kept = known.get(graph)
  if (kept?.changes === graph.changes) return kept.notes
  const notes = [...linkedNotes(graph)]
  known.set(graph, { changes: graph.changes, notes })
  return notes
}

/** Distinct notes that link to one. */
export function countSources(graph: LinkGraph, note: number): number {
  const sources = new Set<number>()
  for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) sources.add(graph.source(link))
  return sources.size
}

/** @param isCounted which linking notes count; all of them when undefined */
export function* linkedNotes(graph: LinkGraph, isCounted?: (source: number) => boolean): Iterable<LinkedNote> {
  // One mark for each note instead of a set for each hub.
  const countedFor = new Int32Array(graph.size).fill(NONE)
  for (let note = 0; note < graph.size; note++) {
    let backlinks = 0
    let sources = 0
    for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) {
      const source = graph.source(link)
      if (isCounted !== undefined && !isCounted(source)) continue
      backlinks++
      if (countedFor[source] === note) continue
      countedFor[source] = note
      sources++
    }
    if (backlinks > 0) yield { note, backlinks, sources }
  }
}

export function compareHubs(graph: LinkGraph, a: LinkedNote, b: LinkedNote): number {
  return b.sources - a.sources || b.backlinks - a.backlinks || compareText(graph.path(a.note), graph.path(b.note))
}
