import { type ChainGraph, NONE } from './graph.ts'

/** Calls back for each link of a note, whichever way it points, with the note at its other end. */
export function eachNeighbour(graph: ChainGraph, note: number, visit: (other: number, link: number) => void): void {
  for (let link = graph.firstFrom(note); link !== NONE; link = graph.nextFrom(link)) visit(graph.target(link), link)
  for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) visit(graph.source(link), link)
}

/**
 * The notes around one, to so many steps whichever way, with their distance; the nearest first, the start among them. Where there are
 * more than `most`, the last step is not taken in full.
 */
export function neighbourhood(graph: ChainGraph, start: number, depth: number, most: number): Map<number, number> {
  const distances = new Map([[start, 0]])
  let level = [start]
  for (let distance = 1; distance <= depth && level.length > 0; distance++) {
    const next: number[] = []
    for (const from of level)
      eachNeighbour(graph, from, (note) => {
        if (distances.size >= most || distances.has(note)) return
        distances.set(note, distance)
        next.push(note)
      })
    level = next
  }
  return distances
}
