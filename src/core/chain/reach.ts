import type { ChainGraph } from './graph.ts'
import { eachStep, saysWhy, type Way } from './steps.ts'

export interface ReachOptions {
  /** At most so many steps; as many as there are when undefined. */
  readonly depth?: number
  /** Only along links that say why. */
  readonly onlyWithRelation?: boolean
}

/** Every note that a chain reaches, with its distance in steps, the nearest first; the start itself is not among them. */
export function reach(graph: ChainGraph, start: number, way: Way, options: ReachOptions = {}): Map<number, number> {
  const { depth = Number.POSITIVE_INFINITY, onlyWithRelation = false } = options
  const distances = new Map([[start, 0]])
  let level = [start]
  for (let distance = 1; level.length > 0 && distance <= depth; distance++) {
    const next: number[] = []
    for (const from of level)
      eachStep(graph, from, way, (note, link) => {
        if (distances.has(note) || (onlyWithRelation && !saysWhy(graph, link))) return
        distances.set(note, distance)
        next.push(note)
      })
    level = next
  }
  distances.delete(start)
  return distances
}
