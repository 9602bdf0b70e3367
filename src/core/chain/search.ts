/** The cheapest path between two notes, searched from both ends at once (Dijkstra, with whole numbers for costs). */
import { compareText } from '../resolve.ts'
import type { ChainGraph } from './graph.ts'
import { eachNeighbour } from './neighbours.ts'
import type { PathStep } from './paths.ts'

/** How a note was come to. */
interface Label {
  readonly cost: number
  /** The note before, nearer to the end searched from; the note itself at that end. */
  readonly before: number
  readonly link: number
}

export class Search {
  readonly #graph: ChainGraph
  readonly #cost: (link: number) => number
  readonly #avoided: ReadonlySet<number>
  readonly #withoutDirect: boolean
  #best = Number.POSITIVE_INFINITY
  #meeting: { readonly near: number; readonly far: number; readonly link: number } | undefined

  /**
   * @param cost a whole number from 1 on
   * @param avoided notes that are not to be passed through
   * @param withoutDirect whether links between the two notes themselves do not count
   */
  constructor(graph: ChainGraph, cost: (link: number) => number, avoided: ReadonlySet<number>, withoutDirect: boolean) {
    this.#graph = graph
    this.#cost = cost
    this.#avoided = avoided
    this.#withoutDirect = withoutDirect
  }

  between(from: number, to: number): PathStep[] | undefined {
    const near = new Front(from, to)
    const far = new Front(to, from)
    // A path that was found may be beaten only while both fronts together are not as far out as it is long.
    while (near.reached + far.reached < this.#best) {
      // The smaller one is gone on with: from a note that everything links to, all of that would be looked at.
      const [front, other] = near.waiting <= far.waiting ? [near, far] : [far, near]
      const note = front.take()
      if (note === undefined) break
      this.#expand(note, front, other, front === near)
    }
    if (this.#meeting === undefined) return undefined
    const { near: last, far: first, link } = this.#meeting
    const back = far.stepsTo(first).map((step) => ({ from: step.to, to: step.from, link: step.link }))
    return [...near.stepsTo(last), { from: last, to: first, link }, ...back.reverse()]
  }

  #expand(note: number, front: Front, other: Front, isNear: boolean): void {
    const own = front.label(note)?.cost ?? 0
    eachNeighbour(this.#graph, note, (next, link) => {
      if (this.#avoided.has(next)) return
      if (this.#withoutDirect && note === front.start && next === front.end) return
      const cost = own + this.#cost(link)
      const beyond = other.label(next)
      if (beyond !== undefined) this.#meet(isNear ? [note, next] : [next, note], link, cost + beyond.cost)
      if (cost > this.#best) return
      const known = front.label(next)
      if (known !== undefined && (known.cost < cost || !this.#isBetter(known, cost, note, link))) return
      front.put(next, { cost, before: note, link })
    })
  }

  /** Of equals the same one every time, whatever order the links are kept in. */
  #isBetter(known: Label, cost: number, note: number, link: number): boolean {
    if (cost !== known.cost) return cost < known.cost
    const graph = this.#graph
    if (note === known.before) return graph.place(link) < graph.place(known.link)
    return compareText(graph.path(note), graph.path(known.before)) < 0
  }

  #meet([near, far]: readonly [number, number], link: number, cost: number): void {
    const known = this.#meeting
    if (cost > this.#best) return
    if (cost === this.#best && known !== undefined && !this.#isNearer({ near, far, link }, known)) return
    this.#best = cost
    this.#meeting = { near, far, link }
  }

  #isNearer(a: { near: number; far: number; link: number }, b: { near: number; far: number; link: number }): boolean {
    const graph = this.#graph
    const order =
      compareText(graph.path(a.near), graph.path(b.near)) ||
      compareText(graph.path(a.far), graph.path(b.far)) ||
      graph.place(a.link) - graph.place(b.link)
    return order < 0
  }
}

/** What has been come to from one end, and what is to be gone on from, the cheapest first. */
class Front {
  readonly start: number
  readonly end: number
  readonly #labels = new Map<number, Label>()
  readonly #done = new Set<number>()
  readonly #waiting: number[][] = []
  #at = 0
  #left = 0

  constructor(start: number, end: number) {
    this.start = start
    this.end = end
    this.put(start, { cost: 0, before: start, link: -1 })
  }

  /** No note that is still to be taken costs less. */
  get reached(): number {
    if (this.#left === 0) return Number.POSITIVE_INFINITY
    while (this.#waiting[this.#at] === undefined || this.#waiting[this.#at]?.length === 0) this.#at++
    return this.#at
  }

  /** How many are still to be taken. */
  get waiting(): number {
    return this.#left
  }

  label(note: number): Label | undefined {
    return this.#labels.get(note)
  }

  put(note: number, label: Label): void {
    const known = this.#labels.get(note)
    this.#labels.set(note, label)
    if (known?.cost === label.cost) return
    const row = this.#waiting[label.cost]
    if (row === undefined) this.#waiting[label.cost] = [note]
    else row.push(note)
    this.#left++
  }

  /** The next to go on from; undefined when nothing is left. */
  take(): number | undefined {
    while (this.reached < Number.POSITIVE_INFINITY) {
      const note = (this.#waiting[this.#at] as number[]).pop() as number
      this.#left--
      if (this.#done.has(note)) continue
      this.#done.add(note)
      return note
    }
    return undefined
  }

  /** From the start of this front to a note that it has come to. */
  stepsTo(note: number): PathStep[] {
    const steps: PathStep[] = []
    for (let at = note; at !== this.start; ) {
      const { before, link } = this.#labels.get(at) as Label
      steps.push({ from: before, to: at, link })
      at = before
    }
    return steps.reverse()
  }
}
