import { NONE } from '../../core/chain/graph.ts'

/** What is kept of a link. */
export interface PooledLink {
  readonly source: number
  /** A file's number; `UNRESOLVED`, or `OWN` for a link into the note itself that names no note. */
  readonly target: number
  /** Its row in the index. */
  readonly row: number
  readonly relation: number
  readonly form: number
  readonly hasReason: boolean
  readonly isAmbiguous: boolean
}

export const UNRESOLVED = -1
export const OWN = -2

const HAS_REASON = 1
const IS_AMBIGUOUS = 2

/** Numbers for each link; so many that a link costs 30 bytes, and a vault's 600,000 links fit in 20 MB. */
type Column = 'source' | 'target' | 'row' | 'relation' | 'nextFrom' | 'nextTo' | 'previousTo'

/**
 * Links as columns of numbers, with two kinds of lists through them: those that stand in a file, and those that mean a file. A removed
 * link's place is taken by the next that comes. Links that lead from a note to another are in both lists; the rest (to pictures, to
 * the note itself, to nothing yet) only in a list of their source's own.
 */
export class LinkPool {
  readonly columns: Record<Column, Int32Array>
  #form: Uint8Array
  #flags: Uint8Array
  #firstFrom: Int32Array
  #firstTo: Int32Array
  #firstOther: Int32Array
  #free = NONE
  #end = 0

  constructor(files: number, links: number) {
    const column = (): Int32Array => new Int32Array(links)
    this.columns = {
      source: column(),
      target: column(),
      row: column(),
      relation: column(),
      nextFrom: column(),
      nextTo: column(),
      previousTo: column(),
    }
    this.#form = new Uint8Array(links)
    this.#flags = new Uint8Array(links)
    this.#firstFrom = new Int32Array(files).fill(NONE)
    this.#firstTo = new Int32Array(files).fill(NONE)
    this.#firstOther = new Int32Array(files).fill(NONE)
  }

  /** Bytes held. */
  get bytes(): number {
    const columns = Object.values(this.columns).reduce((sum, { byteLength }) => sum + byteLength, 0)
    return columns + 2 * this.#form.byteLength + 3 * this.#firstFrom.byteLength
  }

  firstFrom(file: number): number {
    return this.#firstFrom[file] ?? NONE
  }
  firstTo(file: number): number {
    return this.#firstTo[file] ?? NONE
  }
  /** Of the links that lead to no other note; goes on by `nextFrom`. */
  firstOther(file: number): number {
    return this.#firstOther[file] ?? NONE
  }
  nextFrom(link: number): number {
    return this.columns.nextFrom[link] as number
  }
  nextTo(link: number): number {
    return this.columns.nextTo[link] as number
  }
  hasReason(link: number): boolean {
    return ((this.#flags[link] as number) & HAS_REASON) !== 0
  }
  isAmbiguous(link: number): boolean {
    return ((this.#flags[link] as number) & IS_AMBIGUOUS) !== 0
  }
  form(link: number): number {
    return this.#form[link] as number
  }

  /** @param isChained whether it leads from a note to another note */
  add(link: PooledLink, isChained: boolean): void {
    const at = this.#place()
    const { source, target, nextFrom, nextTo, previousTo, row, relation } = this.columns
    source[at] = link.source
    target[at] = link.target
    row[at] = link.row
    relation[at] = link.relation
    this.#form[at] = link.form
    this.#flags[at] = (link.hasReason ? HAS_REASON : 0) | (link.isAmbiguous ? IS_AMBIGUOUS : 0)
    const heads = isChained ? this.#firstFrom : this.#firstOther
    nextFrom[at] = heads[link.source] as number
    heads[link.source] = at
    if (!isChained) return
    const first = this.#firstTo[link.target] as number
    nextTo[at] = first
    previousTo[at] = NONE
    if (first !== NONE) previousTo[first] = at
    this.#firstTo[link.target] = at
  }

  /** In the order in which they lie in memory, which is many times as fast as from file to file. */
  each(visit: (source: number, target: number, link: number) => void): void {
    const { source, target } = this.columns
    for (let link = 0; link < this.#end; link++) {
      const from = source[link] as number
      if (from !== NONE) visit(from, target[link] as number, link)
    }
  }

  /** Takes away all links that stand in a file; calls back for each before it goes. */
  removeFrom(file: number, onRemoved: (link: number) => void): void {
    for (const heads of [this.#firstFrom, this.#firstOther]) {
      let link = heads[file] as number
      while (link !== NONE) {
        const next = this.nextFrom(link)
        onRemoved(link)
        if (heads === this.#firstFrom) this.#unlinkTo(link)
        this.columns.source[link] = NONE
        this.columns.nextFrom[link] = this.#free
        this.#free = link
        link = next
      }
      heads[file] = NONE
    }
  }

  /** Makes room for files up to a number. */
  growFiles(files: number): void {
    if (files <= this.#firstFrom.length) return
    const size = Math.max(files, Math.ceil(this.#firstFrom.length * 1.25))
    const grown = (heads: Int32Array): Int32Array => {
      const all = new Int32Array(size).fill(NONE)
      all.set(heads)
      return all
    }
    this.#firstFrom = grown(this.#firstFrom)
    this.#firstTo = grown(this.#firstTo)
    this.#firstOther = grown(this.#firstOther)
  }

  #place(): number {
    if (this.#free !== NONE) {
      const at = this.#free
      this.#free = this.nextFrom(at)
      return at
    }
    if (this.#end === this.#form.length) this.growLinks(Math.max(64, Math.ceil(this.#end * 1.25)))
    return this.#end++
  }

  #unlinkTo(link: number): void {
    const { target, nextTo, previousTo } = this.columns
    const next = nextTo[link] as number
    const previous = previousTo[link] as number
    if (next !== NONE) previousTo[next] = previous
    if (previous !== NONE) nextTo[previous] = next
    else this.#firstTo[target[link] as number] = next
  }

  /** Makes room for so many links. */
  growLinks(links: number): void {
    if (links <= this.#form.length) return
    for (const name of Object.keys(this.columns) as Column[]) {
      const grown = new Int32Array(links)
      grown.set(this.columns[name])
      this.columns[name] = grown
    }
    const bytes = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const grown = new Uint8Array(links)
      grown.set(old)
      return grown
    }
    this.#form = bytes(this.#form)
    this.#flags = bytes(this.#flags)
  }
}
