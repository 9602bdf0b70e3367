/**
 * Notes that hold the vault together: without one of them, notes that links connect would fall apart. Articulation points of the
 * graph of links, whichever way they point, after Hopcroft and Tarjan, "Efficient algorithms for graph manipulation" (1973).
 */
import { type ChainGraph, NONE } from './graph.ts'

export interface Cut {
  readonly note: number
  /** How many notes each group would have, the largest first; two or more. */
  readonly groups: readonly number[]
}

/**
 * @param smallest groups of fewer notes are not counted: a note with one link always hangs on the other
 * @returns those with the largest second group first, and then by number
 */
export function cutNotes(graph: ChainGraph, smallest: number): Cut[] {
  const walk = new Walk(graph)
  const cuts: Cut[] = []
  for (let root = 0; root < graph.size; root++) {
    if (!graph.isNote(root) || walk.isSeen(root)) continue
    const total = walk.from(root)
    for (const [note, below] of walk.takeBelow()) {
      const rest = total - 1 - below.reduce((sum, size) => sum + size, 0)
      const groups = [...below, rest].filter((size) => size >= smallest).sort((a, b) => b - a)
      if (groups.length > 1) cuts.push({ note, groups })
    }
  }
  return cuts.sort((a, b) => (b.groups[1] as number) - (a.groups[1] as number) || a.note - b.note)
}

/** A walk into the depth without recursion: a chain of links may be longer than the stack. */
class Walk {
  readonly #graph: ChainGraph
  /** When a note was first seen, from 1; 0 not yet. */
  readonly #seen: Int32Array
  /** The earliest note that can be come to from below without passing here. */
  readonly #low: Int32Array
  readonly #parent: Int32Array
  /** The link to look at next, and whether it is one that points here. */
  readonly #link: Int32Array
  readonly #isIncoming: Uint8Array
  /** Notes at or below in the walk. */
  readonly #weight: Int32Array
  #clock = 0
  #below = new Map<number, number[]>()

  constructor(graph: ChainGraph) {
    this.#graph = graph
    const numbers = (): Int32Array => new Int32Array(graph.size)
    this.#seen = numbers()
    this.#low = numbers()
    this.#parent = numbers().fill(-1)
    this.#link = numbers()
    this.#isIncoming = new Uint8Array(graph.size)
    this.#weight = numbers()
  }

  isSeen(note: number): boolean {
    return this.#seen[note] !== 0
  }

  /** For each note the sizes of the groups below that hang on it alone, since last asked. */
  takeBelow(): ReadonlyMap<number, number[]> {
    const below = this.#below
    this.#below = new Map()
    return below
  }

  /** @returns how many notes are connected with the root, itself included */
  from(root: number): number {
    this.#enter(root, -1)
    for (let at = root; at !== -1; ) {
      const link = this.#link[at] as number
      if (link === NONE && this.#isIncoming[at] === 1) at = this.#leave(at)
      else if (link === NONE) this.#turn(at)
      else at = this.#follow(at, link)
    }
    return this.#weight[root] as number
  }

  #enter(note: number, parent: number): void {
    this.#seen[note] = ++this.#clock
    this.#low[note] = this.#clock
    this.#parent[note] = parent
    this.#weight[note] = 1
    this.#link[note] = this.#graph.firstFrom(note)
  }

  #turn(note: number): void {
    this.#isIncoming[note] = 1
    this.#link[note] = this.#graph.firstTo(note)
  }

  #follow(note: number, link: number): number {
    const graph = this.#graph
    const isIncoming = this.#isIncoming[note] === 1
    const other = isIncoming ? graph.source(link) : graph.target(link)
    this.#link[note] = isIncoming ? graph.nextTo(link) : graph.nextFrom(link)
    const seen = this.#seen[other] as number
    if (seen === 0) {
      this.#enter(other, note)
      return other
    }
    // Several links between two notes are one connection.
    if (other !== this.#parent[note] && seen < (this.#low[note] as number)) this.#low[note] = seen
    return note
  }

  /** @returns where the walk came from */
  #leave(note: number): number {
    const parent = this.#parent[note] as number
    if (parent === -1) return -1
    const weight = this.#weight[note] as number
    this.#weight[parent] = (this.#weight[parent] as number) + weight
    const low = this.#low[note] as number
    if (low < (this.#low[parent] as number)) this.#low[parent] = low
    if (low >= (this.#seen[parent] as number)) {
      const known = this.#below.get(parent)
      if (known === undefined) this.#below.set(parent, [weight])
      else known.push(weight)
    }
    return parent
  }
}
