import { NONE } from '../../core/chain/graph.ts'
import type { LinkGraph as Links } from '../../core/suggest/corpus.ts'
import type { Database } from '../database.ts'
import type { LinkGraph } from '../graph/link-graph.ts'
import { UNRESOLVED } from '../graph/link-pool.ts'
import { pathsLinking } from '../graph/rows.ts'

/** The index's graph with the names that are wanted as nodes below zero. Good for one question: it keeps what it was told. */
export class LinksAsNodes implements Links {
  readonly #db: Database
  readonly #graph: LinkGraph
  readonly #wanted: string[] = []
  readonly #nodes = new Map<string, number>()
  readonly #neighbours = new Map<number, readonly number[]>()

  constructor(db: Database, graph: LinkGraph) {
    this.#db = db
    this.#graph = graph
  }

  neighbours(node: number): readonly number[]
  neighbours(node: number, most: number): readonly number[] | undefined
  neighbours(node: number, most = Number.POSITIVE_INFINITY): readonly number[] | undefined {
    const known = this.#neighbours.get(node)
    if (known !== undefined) return known.length > most ? undefined : known
    const found = node < 0 ? this.#wanting(node) : this.#linked(node, most)
    if (found === undefined || found.length > most) return undefined
    this.#neighbours.set(node, found)
    return found
  }

  linksOf(doc: number): ReadonlySet<number> {
    return new Set(this.#targets(doc))
  }

  wanted(node: number): string | undefined {
    return this.#wanted[-node - 1]
  }

  #linked(file: number, most: number): number[] | undefined {
    const graph = this.#graph
    const found = this.#targets(file)
    for (let link = graph.firstTo(file); link !== NONE; link = graph.nextTo(link)) {
      if (found.length > most) return undefined
      found.push(graph.source(link))
    }
    found.push(...this.#unresolved(file))
    return found
  }

  #targets(file: number): number[] {
    const graph = this.#graph
    const found: number[] = []
    for (let link = graph.firstFrom(file); link !== NONE; link = graph.nextFrom(link)) found.push(graph.target(link))
    return found
  }

  *#unresolved(file: number): Iterable<number> {
    const { pool } = this.#graph
    for (let link = pool.firstOther(file); link !== NONE; link = pool.nextFrom(link)) {
      if (this.#graph.target(link) !== UNRESOLVED) continue
      const [key = ''] = this.#db.first<[string]>('SELECT asked FROM link WHERE id = ?', this.#graph.row(link)) ?? []
      if (key !== '') yield this.#node(key)
    }
  }

  #wanting(node: number): number[] {
    const key = this.wanted(node)
    return key === undefined ? [] : pathsLinking(this.#db, key).flatMap((path) => this.#graph.files.number(path) ?? [])
  }

  #node(key: string): number {
    let node = this.#nodes.get(key)
    if (node === undefined) {
      node = -this.#wanted.push(key)
      this.#nodes.set(key, node)
    }
    return node
  }
}
