/** The chain of a note as a tree that a person can read: bounded, each note once. */
import type { ChainGraph } from './graph.ts'
import { type Step, saysWhy, stepsFrom, type Way } from './steps.ts'

export interface TreeBounds {
  /** Steps from the start. */
  readonly depth: number
  /** Notes under one note. */
  readonly width: number
  /** Notes in the whole tree. */
  readonly most: number
}

/** A note of the tree, and the link by which it is there. */
export interface Branch extends Step {
  /**
   * `first`: here the note stands, with what comes after it. `above`, `below`: it stands there. `cycle`: it is one of those that led here.
   */
  readonly met: 'first' | 'above' | 'below' | 'cycle'
  readonly next: readonly Branch[]
  /** How many notes come next and are not in `next`. */
  readonly more: number
}

export interface Tree {
  readonly next: readonly Branch[]
  readonly more: number
}

/**
 * Grows level by level, so that a note stands at its shortest distance; in a level in order of rank.
 *
 * Plain links are shown at the start, but only links that say why are gone along: plain ones lead everywhere in three steps. Deeper down
 * they are counted in `more`. Where the start has nothing but plain links this way, nothing else is to be had, and they are gone along.
 */
export function chainTree(graph: ChainGraph, start: number, way: Way, bounds: TreeBounds): Tree {
  return new Growth(graph, start, way, bounds).grow()
}

/** A branch while the tree grows. */
interface Bud extends Step {
  met: 'first' | 'again' | 'cycle'
  readonly parent: Bud | undefined
  next: Bud[]
  more: number
}

class Growth {
  readonly #graph: ChainGraph
  readonly #way: Way
  readonly #bounds: TreeBounds
  readonly #root: Bud
  readonly #placed: Set<number>
  /** Nothing says why at the start. */
  #isAllPlain = false

  constructor(graph: ChainGraph, start: number, way: Way, bounds: TreeBounds) {
    this.#graph = graph
    this.#way = way
    this.#bounds = bounds
    this.#root = { note: start, link: -1, met: 'first', parent: undefined, next: [], more: 0 }
    this.#placed = new Set([start])
  }

  grow(): Tree {
    let level = this.#growStart()
    for (let depth = 1; level.length > 0; depth++) level = level.flatMap((bud) => this.#growNext(bud, depth))
    this.#placeLate()
    return settle(this.#root)
  }

  #growStart(): Bud[] {
    const steps = stepsFrom(this.#graph, this.#root.note, this.#way)
    this.#isAllPlain = !steps.some((step) => this.#saysWhy(step))
    this.#show(this.#root, steps, steps.slice(0, this.#bounds.width))
    return this.#root.next.filter((bud) => this.#isGoneAlong(bud))
  }

  #growNext(bud: Bud, depth: number): Bud[] {
    const steps = stepsFrom(this.#graph, bud.note, this.#way)
    const isOpen = depth < this.#bounds.depth && this.#placed.size < this.#bounds.most
    const gone = isOpen ? steps.filter((step) => this.#isGoneAlong(step)).slice(0, this.#bounds.width) : []
    this.#show(bud, steps, gone)
    return bud.next.filter(({ met }) => met === 'first')
  }

  #show(bud: Bud, steps: readonly Step[], shown: readonly Step[]): void {
    bud.more = steps.length - shown.length
    bud.next = shown.map((step) => ({ ...step, met: 'first', parent: bud, next: [], more: 0 }))
    for (const next of bud.next) if (this.#isGoneAlong(next)) this.#place(next)
  }

  #place(bud: Bud): void {
    if (!this.#placed.has(bud.note)) this.#placed.add(bud.note)
    else bud.met = isAncestor(bud.parent, bud.note) ? 'cycle' : 'again'
  }

  /** What only a plain link of the start leads to: a note that links with a reason lead to stands where they lead. */
  #placeLate(): void {
    for (const bud of this.#root.next.filter((step) => !this.#isGoneAlong(step))) {
      this.#place(bud)
      if (bud.met === 'first') bud.more = stepsFrom(this.#graph, bud.note, this.#way).length
    }
  }

  #isGoneAlong(step: Step): boolean {
    return this.#isAllPlain || this.#saysWhy(step)
  }

  #saysWhy({ link }: Step): boolean {
    return saysWhy(this.#graph, link)
  }
}

function isAncestor(bud: Bud | undefined, note: number): boolean {
  for (let at = bud; at !== undefined; at = at.parent) if (at.note === note) return true
  return false
}

/** Now that all have their place, says of each note that is met again whether that is above or below. */
function settle(root: Bud): Tree {
  const seen = new Set<number>()
  const settled = (bud: Bud): Branch => {
    const met = bud.met === 'again' ? (seen.has(bud.note) ? 'above' : 'below') : bud.met
    if (met === 'first') seen.add(bud.note)
    return { note: bud.note, link: bud.link, met, next: bud.next.map(settled), more: bud.more }
  }
  return { next: root.next.map(settled), more: root.more }
}
