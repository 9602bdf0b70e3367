/** How two notes hang together: paths of links between them, along each link either way. */
import type { ChainGraph } from './graph.ts'
import { Role } from './meaning.ts'
import { Search } from './search.ts'

/** From one note to the next; the link may stand in either. */
export interface PathStep {
  readonly from: number
  readonly to: number
  readonly link: number
}

export interface Path {
  readonly steps: readonly PathStep[]
  /** No other is shorter. */
  readonly isShortest: boolean
  /** No other says better why at each step. */
  readonly isBestReasoned: boolean
}

/**
 * What a step costs that does not quite say why: two steps with reasons beat a plain link, but not two plain links, and
 * no number of steps is worth one note that everything links to.
 */
export function costOf(graph: ChainGraph, link: number): number {
  const { role } = graph.meaning(link)
  if (role === Role.plain) return 9
  return (role === Role.named ? 6 : 4) + (graph.hasReason(link) ? 0 : 1)
}

/** Dearer than any difference in reasons along a path that a person reads. */
const STEP = 200

/**
 * The shortest path (of several, the best reasoned), the best reasoned one, then others that lead through other notes, each the best
 * reasoned of what is left.
 * @param most how many at most
 * @returns none when nothing connects the two
 */
export function pathsBetween(graph: ChainGraph, from: number, to: number, most: number): Path[] {
  if (from === to) return []
  const reasoned = (link: number): number => costOf(graph, link)
  const short = find(graph, from, to, (link) => STEP + reasoned(link))
  if (short === undefined) return []
  const best = find(graph, from, to, reasoned) ?? short
  const isSame = best.length === short.length && best.every((step, at) => step.to === short[at]?.to)
  const found: Path[] = [{ steps: short, isShortest: true, isBestReasoned: isSame }]
  if (!isSame) found.push({ steps: best, isShortest: best.length === short.length, isBestReasoned: true })
  while (found.length < most) {
    const other = find(graph, from, to, reasoned, found)
    if (other === undefined) break
    found.push({ steps: other, isShortest: false, isBestReasoned: false })
  }
  return found.slice(0, most)
}

function find(
  graph: ChainGraph,
  from: number,
  to: number,
  cost: (link: number) => number,
  taken: readonly Path[] = [],
): PathStep[] | undefined {
  const avoided = new Set(taken.flatMap(({ steps }) => steps.slice(1).map((step) => step.from)))
  const isDirectTaken = taken.some(({ steps }) => steps.length === 1)
  return new Search(graph, cost, avoided, isDirectTaken).between(from, to)
}
