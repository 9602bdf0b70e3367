import { bestOf } from '../best.ts'
import { type ChainGraph, NONE } from './graph.ts'

/** Calls back for each link of a note, whichever way it points, with the note at its other end. */
export function eachNeighbour(graph: ChainGraph, note: number, visit: (other: number, link: number) => void): void {
  for (let link = graph.firstFrom(note); link !== NONE; link = graph.nextFrom(link)) visit(graph.target(link), link)
  for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) visit(graph.source(link), link)
}

export interface Neighbourhood {
  /** Steps from the start to each note, the start among them, the nearest first. */
  readonly distances: ReadonlyMap<number, number>
  /** At least so many notes are within those steps and left out. */
  readonly more: number
}

interface NeighbourhoodBounds {
  readonly depth: number
  /** Notes at most, the start included. */
  readonly most: number
  /** Which come first where a step leads to more than that. */
  readonly order: (a: number, b: number) => number
}

/** The notes around one, to so many steps whichever way. Where there are too many, the first of that step, and nothing beyond it. */
export function neighbourhood(graph: ChainGraph, start: number, bounds: NeighbourhoodBounds): Neighbourhood {
  const isSeen = new Uint8Array(graph.size)
  isSeen[start] = 1
  const distances = new Map([[start, 0]])
  let level = [start]
  for (let distance = 1; distance <= bounds.depth && level.length > 0; distance++) {
    const next: number[] = []
    for (const from of level)
      eachNeighbour(graph, from, (note) => {
        if (isSeen[note] === 1) return
        isSeen[note] = 1
        next.push(note)
      })
    const room = bounds.most - distances.size
    level = next.length > room ? bestOf(next, room, bounds.order) : next
    for (const note of level) distances.set(note, distance)
    if (level.length < next.length) return { distances, more: next.length - level.length }
  }
  return { distances, more: 0 }
}
