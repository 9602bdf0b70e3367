import type { LinkGraph } from './corpus.ts'

/** The walk goes back to its start with this probability at each step. */
const ALPHA = 0.2
/** What is left on a node, for each of its links, is not pushed on below this. */
const EPSILON = 1e-4
/** Work is bounded, whatever the graph. */
const MOST_PUSHES = 400

/**
 * How often a random walk from some nodes, with returns, is at each other node: personalised PageRank by forward push (Andersen, Chung
 * and Lang, 2006), links taken in both directions.
 * @param starts with their shares of the start, which sum up to 1
 */
export function walkFrom(graph: LinkGraph, starts: ReadonlyMap<number, number>): Map<number, number> {
  const rank = new Map<number, number>()
  const residue = new Map(starts)
  const queue = [...starts.keys()]
  const queued = new Set(queue)
  for (let at = 0; at < queue.length && at < MOST_PUSHES; at++) {
    const node = queue[at] as number
    queued.delete(node)
    const left = residue.get(node) ?? 0
    if (left < EPSILON) continue
    const neighbours = graph.neighbours(node, left / EPSILON)
    if (neighbours === undefined) continue
    rank.set(node, (rank.get(node) ?? 0) + ALPHA * left)
    residue.set(node, 0)
    const share = ((1 - ALPHA) * left) / neighbours.length
    for (const next of neighbours) {
      residue.set(next, (residue.get(next) ?? 0) + share)
      if (queued.has(next)) continue
      queued.add(next)
      queue.push(next)
    }
  }
  return rank
}
