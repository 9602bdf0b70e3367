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
  /** From and to of each link of the part, in turn, by the note's place in the part. */
  readonly ends: Int32Array
  /** x and y of each note of the part, in turn. */
  readonly positions: Float32Array
}

/** In a picture of more notes than this each is smaller, so that they do not cover one another; no smaller than a part of its size. */
const ROOMY = 400
const SMALLEST = 0.34

/** Adds the notes of a drawing to a graph. Keys are the notes' places in the answer; `at` is the place in the part. */
export function addNotes(graph: DirectedGraph, { answer, part, colours, positions }: Drawing): void {
  const { notes } = answer
  const start = notes.distance.some((distance) => distance > 0) ? notes.distance.indexOf(0) : -1
  const scale = Math.max(SMALLEST, Math.min(1, Math.sqrt(ROOMY / part.notes.length)))
  for (const [at, note] of part.notes.entries()) {
    const [x, y] = [positions[at * 2], positions[at * 2 + 1]]
    const isStart = note === start
    const size = scale * Math.min(2.5 + Math.sqrt(notes.sources[note] ?? 0) * 1.6, 18) + (isStart ? 3 : 0)
    const kind = notes.kind[note] ?? null
    const label = notes.title[note]
    graph.addNode(String(note), { at, x, y, size, color: colours.kind(kind), kind, label, isStart })
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
