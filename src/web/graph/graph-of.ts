import { DirectedGraph } from 'graphology'
import type { GraphAnswer } from '../../http/types.ts'
import type { Colours } from './colours.ts'
import type { GraphPart } from './filter.ts'
import { LINK_LOOKS, lookOf } from './link-look.ts'

/** What of an answer is drawn, where, and in which colours. */
export interface Drawing {
  readonly answer: GraphAnswer
  readonly part: GraphPart
  readonly colours: Colours
  /** x and y of each note, by its place in the answer. */
  readonly positions: ReadonlyMap<number, readonly [number, number]>
}

/** Notes or links that are added between two looks at the clock. */
const FEW = 200

/** Adds the notes of a drawing to a graph, in steps. Keys are the notes' places in the answer; `at` is the place in the part. */
export function* addNotes(graph: DirectedGraph, { answer, part, colours, positions }: Drawing): Generator<void, void> {
  const { notes } = answer
  const start = notes.distance.some((distance) => distance > 0) ? notes.distance.indexOf(0) : -1
  for (const [at, note] of part.notes.entries()) {
    const [x, y] = positions.get(note) ?? [0, 0]
    const size = Math.min(2.5 + Math.sqrt(notes.sources[note] ?? 0) * 1.6, 18) + (note === start ? 3 : 0)
    const kind = notes.kind[note] ?? null
    const isStart = note === start
    const label = notes.title[note]
    graph.addNode(String(note), { at, x, y, size, color: colours.kind(kind), kind, label, isStart })
    if (at % FEW === FEW - 1) yield
  }
}

/** Adds the links, in steps. */
export function* addLinks(graph: DirectedGraph, { answer, part, colours }: Drawing): Generator<void, void> {
  const { links } = part
  const looks = answer.relations.map(lookOf)
  for (let at = 0; at + 2 < links.length; at += 3) {
    const look = looks[links[at + 2] as number] ?? 'plain'
    graph.mergeDirectedEdge(String(links[at]), String(links[at + 1]), {
      color: colours.link(look),
      size: LINK_LOOKS[look].size,
      zIndex: look === 'plain' ? 0 : 1,
    })
    if ((at / 3) % FEW === FEW - 1) yield
  }
}

/** All of it at once. */
export function finish(steps: Iterable<void>): void {
  for (const _ of steps);
}

/** Milliseconds that one slice of work may take out of a frame, and how soon it is tried again when somebody has the picture in hand. */
const SLICE = 6
const WAIT = 150

/**
 * A graph with notes and links, made between the frames and not while somebody drags or zooms: sixty thousand links take a second.
 * @param isInHand asked before each slice
 * @returns a function that ends it
 */
export function makeInPauses(
  drawing: Drawing,
  isInHand: () => boolean,
  onMade: (graph: DirectedGraph) => void,
): () => void {
  const graph = new DirectedGraph()
  const steps = allOf(graph, drawing)
  let timer = setTimeout(go, 0)
  function go(): void {
    if (isInHand()) {
      timer = setTimeout(go, WAIT)
      return
    }
    const end = performance.now() + SLICE
    let isDone = false
    while (!isDone && performance.now() < end) isDone = steps.next().done === true
    if (isDone) onMade(graph)
    else timer = setTimeout(go, 0)
  }
  return () => clearTimeout(timer)
}

function* allOf(graph: DirectedGraph, drawing: Drawing): Generator<void, void> {
  yield* addNotes(graph, drawing)
  yield* addLinks(graph, drawing)
  // The last slice is not lengthened by what follows.
  yield
}
