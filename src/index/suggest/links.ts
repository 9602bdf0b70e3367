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

  neighbours(node: number): readonly number[] {
    let found = this.#neighbours.get(node)
    if (found === undefined) {
      found =
        node < 0 ? this.#wanting(node) : [...this.#targets(node), ...this.#sources(node), ...this.#unresolved(node)]
      this.#neighbours.set(node, found)
    }
    return found
  }

  linksOf(doc: number): ReadonlySet<number> {
    return new Set(this.#targets(doc))
  }

  wanted(node: number): string | undefined {
    return this.#wanted[-node - 1]
  }

  *#targets(file: number): Iterable<number> {
    const graph = this.#graph
    for (let link = graph.firstFrom(file); link !== NONE; link = graph.nextFrom(link)) yield graph.target(link)
  }

  *#sources(file: number): Iterable<number> {
    const graph = this.#graph
    for (let link = graph.firstTo(file); link !== NONE; link = graph.nextTo(link)) yield graph.source(link)
  }

  *#unresolved(file: number): Iterable<number> {
    const { pool } = this.#graph
    for (let link = pool.firstOther(file); link !== NONE; link = pool.nextFrom(link)) {
      if (this.#graph.target(link) !== UNRESOLVED) continue
      const [key] =
        this.#db.first<[string]>('SELECT key FROM link_key WHERE link = ? AND rank = 0', this.#graph.row(link)) ?? []
      if (key !== undefined) yield this.#node(key)
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
