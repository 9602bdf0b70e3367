import type { Doc, LinkGraph } from './corpus.ts'

interface Node {
  /** What the note links to, one for each link. */
  out: readonly number[]
  /** Notes that link here, one for each link. */
  readonly in: number[]
}

/** The links of a vault, note by note: what one note links to comes and goes as a whole. */
export class Graph implements LinkGraph {
  readonly #nodes = new Map<number, Node>()
  readonly #wanted = new Map<string, number>()
  readonly #words = new Map<number, string>()
  #next = -1

  /** The node of a name that no note has. @param key folded */
  wantedNode(key: string): number {
    let node = this.#wanted.get(key)
    if (node === undefined) {
      node = this.#next--
      this.#wanted.set(key, node)
      this.#words.set(node, key)
    }
    return node
  }

  wanted(node: number): string | undefined {
    return this.#words.get(node)
  }

  /** @param targets nodes, one for each link; empty takes the note's links away */
  setLinks(doc: Doc, targets: readonly number[]): void {
    const node = this.#node(doc)
    for (const target of node.out) {
      const inward = this.#node(target).in
      inward.splice(inward.indexOf(doc), 1)
      this.#drop(target)
    }
    node.out = targets
    for (const target of targets) this.#node(target).in.push(doc)
    this.#drop(doc)
  }

  linksOf(doc: Doc): ReadonlySet<number> {
    return new Set(this.#nodes.get(doc)?.out)
  }

  neighbours(node: number): readonly number[]
  neighbours(node: number, most: number): readonly number[] | undefined
  neighbours(node: number, most = Number.POSITIVE_INFINITY): readonly number[] | undefined {
    const { out, in: inward } = this.#nodes.get(node) ?? NOTHING
    if (out.length + inward.length > most) return undefined
    return out.length === 0 ? inward : inward.length === 0 ? out : [...out, ...inward]
  }

  #node(at: number): Node {
    let node = this.#nodes.get(at)
    if (node === undefined) {
      node = { out: [], in: [] }
      this.#nodes.set(at, node)
    }
    return node
  }

  #drop(at: number): void {
    const node = this.#nodes.get(at)
    if (node === undefined || node.out.length > 0 || node.in.length > 0) return
    this.#nodes.delete(at)
    const word = this.#words.get(at)
    if (word === undefined) return
    this.#words.delete(at)
    this.#wanted.delete(word)
  }
}

const NOTHING: Node = { out: [], in: [] }
