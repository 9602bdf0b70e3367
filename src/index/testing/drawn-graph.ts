import { NONE } from '../../core/chain/graph.ts'
import type { LinkGraph } from '../graph/link-graph.ts'

/** Everything that a graph says, in an order of its own, so that two graphs can be compared whatever their numbers are. */
export function describeGraph(graph: LinkGraph): unknown {
  const notes = Array.from({ length: graph.size }, (_, note) => note).filter(
    (note) => graph.files.get(note) !== undefined,
  )
  return {
    counts: [graph.links, graph.ambiguous, graph.unresolved],
    files: notes.map((note) => graph.files.at(note)).sort(byPath),
    answers: notes.map((note) => [graph.path(note), [...graph.files.keys(note)].sort()]).sort(),
    from: notes.flatMap((note) => follow(graph, graph.firstFrom(note), 'nextFrom')).sort(),
    to: notes.flatMap((note) => follow(graph, graph.firstTo(note), 'nextTo')).sort(),
    other: notes.flatMap((note) => follow(graph, graph.pool.firstOther(note), 'nextFrom')).sort(),
    unresolved: [...graph.unresolvedRows()].sort(),
  }
}

function follow(graph: LinkGraph, first: number, next: 'nextFrom' | 'nextTo'): string[] {
  const links: string[] = []
  for (let link = first; link !== NONE; link = graph[next](link)) {
    const target = graph.target(link)
    const to = target < 0 ? target : graph.path(target)
    const { relation } = graph.meaning(link)
    const more = [graph.form(link), relation, graph.hasReason(link), graph.pool.isAmbiguous(link)]
    links.push(`${graph.path(graph.source(link))} ${graph.row(link)} ${to} ${more.join(' ')}`)
  }
  return links
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1
}
