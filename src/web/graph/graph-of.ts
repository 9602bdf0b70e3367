import type { DirectedGraph } from 'graphology'
import type { GraphAnswer } from '../../http/types.ts'
import type { Colours } from './colours.ts'
import type { GraphPart } from './filter.ts'
import { LINK_LOOKS, lookOf } from './link-look.ts'

/** What of an answer is drawn, where, and in which colours. */
export interface Drawing {
  readonly answer: GraphAnswer
  readonly part: GraphPart
  readonly colours: Colours
  /** x and y of each note of the answer, in turn. */
  readonly positions: Float32Array
  /** The notes that the picture makes room for: all that it shows, or more. */
  readonly frame: readonly number[]
}

/** In a picture of more notes than this each is smaller, so that they do not cover one another; no smaller than a part of its size. */
const ROOMY = 400
const SMALLEST = 0.34

/** Adds the notes of a drawing to a graph. Keys are the notes' places in the answer. */
export function addNotes(graph: DirectedGraph, { answer, part, colours, positions }: Drawing): void {
  const { notes } = answer
  const start = notes.distance.some((distance) => distance > 0) ? notes.distance.indexOf(0) : -1
  const scale = Math.max(SMALLEST, Math.min(1, Math.sqrt(ROOMY / part.notes.length)))
  for (const note of part.notes) {
    const [x, y] = [positions[note * 2], positions[note * 2 + 1]]
    const isStart = note === start
    const size = scale * Math.min(2.5 + Math.sqrt(notes.sources[note] ?? 0) * 1.6, 18) + (isStart ? 3 : 0)
    const kind = notes.kind[note] ?? null
    const label = notes.title[note]
    graph.addNode(String(note), { x, y, size, color: colours.kind(kind), kind, label, isStart })
  }
}

/** Adds the links. */
export function addLinks(graph: DirectedGraph, { answer, part, colours }: Drawing): void {
  const { links } = part
  const looks = answer.relations.map(lookOf)
  for (let at = 0; at + 2 < links.length; at += 3) {
    const look = looks[links[at + 2] as number] ?? 'plain'
    graph.mergeDirectedEdge(String(links[at]), String(links[at + 1]), {
      color: colours.link(look),
      size: LINK_LOOKS[look].size,
      zIndex: look === 'plain' ? 0 : 1,
    })
  }
}

/** From the least to the greatest, as Sigma asks for it. */
export interface Extent {
  x: [number, number]
  y: [number, number]
}

/** Two notes stand a third of the picture apart, not in its corners: what is seen is no narrower, in what two linked notes are apart from each other. */
const LEAST = 10

/** @param positions x and y of each note of the answer, in turn */
export function extentOf(notes: readonly number[], positions: Float32Array): Extent {
  const extent: Extent = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] }
  for (const note of notes) {
    stretch(extent.x, positions[note * 2] as number)
    stretch(extent.y, positions[note * 2 + 1] as number)
  }
  return { x: widened(extent.x), y: widened(extent.y) }
}

function widened([least, greatest]: readonly [number, number]): [number, number] {
  const more = Math.max(0, LEAST - (greatest - least)) / 2
  return [least - more, greatest + more]
}

function stretch(range: [number, number], value: number): void {
  if (value < range[0]) range[0] = value
  if (value > range[1]) range[1] = value
}
