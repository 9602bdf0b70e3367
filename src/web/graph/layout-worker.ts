/** Finds communities and moves notes to where their links pull them, beside the page, so that no key waits for it. */
import { DirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { packParts, partsOf } from './packing.ts'

export interface LayoutRequest {
  /** x and y of each note, in turn. */
  readonly positions: Float32Array
  /** From and to of each link, in turn. */
  readonly links: Int32Array
  /** How often all notes are moved; of no rounds nothing is told but the communities. */
  readonly rounds: number
}

export type LayoutNews =
  | { readonly kind: 'communities'; readonly communities: Int32Array }
  | { readonly kind: 'moved'; readonly positions: Float32Array; readonly done: number; readonly total: number }

/** Numbers for each note and each link, as the layout's library lays them out. */
const PER_NOTE = 10
const PER_LINK = 3
const MASS = 6
const FIXED = 9
/** How often the page is told, in milliseconds. */
const TELL_EVERY = 120

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  tell({ kind: 'communities', communities: communitiesOf(data) })
  settle(data)
})

function tell(news: LayoutNews): void {
  postMessage(news)
}

function communitiesOf({ positions, links }: LayoutRequest): Int32Array {
  const graph = new DirectedGraph()
  const notes = positions.length / 2
  for (let note = 0; note < notes; note++) graph.addNode(String(note))
  for (let at = 0; at < links.length; at += 2) graph.mergeEdge(String(links[at]), String(links[at + 1]))
  // The same notes give the same communities: chance begins anew each time.
  const found = graph.size === 0 ? {} : louvain(graph, { rng: chance(7), resolution: 1 })
  return Int32Array.from({ length: notes }, (_, note) => (found as Record<string, number>)[note] ?? note)
}

/** A linear congruential generator (Numerical Recipes, 3rd edition, section 7.1.7). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function settle({ positions, links, rounds }: LayoutRequest): void {
  const notes = notesOf(positions)
  const edges = edgesOf(links, notes)
  const many = positions.length / 2 > 500
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 8,
    strongGravityMode: false,
    gravity: 2,
    slowDown: 1 + Math.log(positions.length / 2 + 1),
    barnesHutOptimize: many,
    barnesHutTheta: 0.9,
  }
  const parts = partsOf(positions.length / 2, links)
  let told = performance.now()
  for (let round = 1; round <= rounds; round++) {
    iterate(settings, notes, edges)
    if (performance.now() - told < TELL_EVERY && round < rounds) continue
    told = performance.now()
    const seen = positionsIn(notes)
    packParts(parts, seen)
    tell({ kind: 'moved', positions: seen, done: round, total: rounds })
  }
}

function notesOf(positions: Float32Array): Float32Array {
  const notes = new Float32Array((positions.length / 2) * PER_NOTE)
  for (let note = 0; note * 2 < positions.length; note++) {
    const at = note * PER_NOTE
    notes[at] = positions[note * 2] as number
    notes[at + 1] = positions[note * 2 + 1] as number
    notes.fill(1, at + MASS, at + MASS + 3)
  }
  return notes
}

function edgesOf(links: Int32Array, notes: Float32Array): Float32Array {
  const edges = new Float32Array((links.length / 2) * PER_LINK)
  for (let link = 0; link * 2 < links.length; link++) {
    const from = (links[link * 2] as number) * PER_NOTE
    const to = (links[link * 2 + 1] as number) * PER_NOTE
    edges.set([from, to, 1], link * PER_LINK)
    for (const end of [from, to]) notes[end + MASS] = (notes[end + MASS] as number) + 1
  }
  for (let at = 0; at < notes.length; at += PER_NOTE) {
    if (notes[at + MASS] !== 1) continue
    // Nothing pulls at a note without links.
    notes[at + MASS] = 0
    notes[at + FIXED] = 1
  }
  return edges
}

function positionsIn(notes: Float32Array): Float32Array {
  const positions = new Float32Array((notes.length / PER_NOTE) * 2)
  for (let note = 0; note * PER_NOTE < notes.length; note++) {
    positions[note * 2] = notes[note * PER_NOTE] as number
    positions[note * 2 + 1] = notes[note * PER_NOTE + 1] as number
  }
  return positions
}
