import { setImmediate } from 'node:timers/promises'
import type { NotePath } from '../../core/note.ts'
import type { Corpus, Doc, NoteFacts, Placed, Postings } from '../../core/suggest/corpus.ts'
import type { NameTable } from '../../core/suggest/name-table.ts'
import type { Database } from '../database.ts'
import { graphOf } from '../graph/graph.ts'
import type { LinkGraph } from '../graph/link-graph.ts'
import { FullText } from '../words/full-text.ts'
import { Known } from './known.ts'
import { LinksAsNodes } from './links.ts'
import { TermReader } from './terms.ts'

/** The index as suggestions ask it: one state of it. Ask `Corpora` anew for each question. */
class IndexCorpus implements Corpus {
  readonly graph: LinksAsNodes
  readonly terms: TermReader
  readonly #known: Known
  readonly #links: LinkGraph

  constructor(db: Database, known: Known, links: LinkGraph) {
    this.#known = known
    this.#links = links
    this.graph = new LinksAsNodes(db, links)
    this.terms = new TermReader(FullText.of(db))
  }

  get size(): number {
    return this.terms.text.count
  }

  get averageLength(): number {
    return this.terms.text.words / Math.max(1, this.terms.text.count)
  }

  get names(): NameTable {
    return this.#known.names
  }

  docOf(path: NotePath): Doc | undefined {
    return this.#links.files.number(path)
  }

  facts(doc: Doc): NoteFacts | undefined {
    const file = this.#links.files.get(doc)
    return file && { path: file.path, title: file.title, kind: file.kind, date: file.at }
  }

  lengthOf(doc: Doc): number {
    const text = this.#known.textOfDoc(doc)
    return text === undefined ? 0 : this.terms.text.lengthOf(text)
  }

  frequency(term: string): number {
    return this.terms.frequency(term)
  }

  isCommon(term: string): boolean {
    return this.terms.isCommon(term)
  }

  postings(term: string): Postings {
    return this.#byDoc(this.terms.postings(term))
  }

  phrase(terms: readonly Placed[]): Postings {
    return this.#byDoc(this.terms.phrase(terms))
  }

  #byDoc({ docs, counts }: Postings): Postings {
    const found = new Uint32Array(docs.length)
    const times = new Uint32Array(docs.length)
    let count = 0
    for (let at = 0; at < docs.length; at++) {
      const doc = this.#known.docOfText(docs[at] as number)
      if (doc === undefined) continue
      found[count] = doc
      times[count++] = counts[at] as number
    }
    return { docs: found.subarray(0, count), counts: times.subarray(0, count) }
  }
}

/** How long what was read for one answer is kept for the next. Milliseconds. */
const KEPT = 3000

/** Keeps what suggestions need of an index in memory, from one question to the next. */
export class Corpora {
  readonly #db: () => Database
  #known: Known | undefined
  #changed = new Set<NotePath>()
  #building: Generator<void, Known> | undefined
  #corpus: { readonly corpus: IndexCorpus; readonly version: string } | undefined
  #letGo: NodeJS.Timeout | undefined

  constructor(db: () => Database) {
    this.#db = db
  }

  /** @param paths what changed; undefined when anything may have */
  refresh(paths: readonly NotePath[] | undefined): void {
    if (paths === undefined) this.#forget()
    else for (const path of paths) this.#changed.add(path)
  }

  /** The index as it is now. */
  now(): Corpus {
    const db = this.#db()
    const version = db.version()
    if (this.#corpus?.version === version && this.#changed.size === 0) return this.#corpus.corpus
    const corpus = db.read(() => {
      const links = graphOf(db)
      return new IndexCorpus(db, this.#upToDate(db, links), links)
    })
    this.#corpus = { corpus, version }
    this.#letGo ??= setTimeout(() => this.forgetAnswers(), KEPT).unref()
    return corpus
  }

  /** Lets go of what answers so far have read of the full text. */
  forgetAnswers(): void {
    this.#corpus = undefined
    clearTimeout(this.#letGo)
    this.#letGo = undefined
  }

  /** Reads the index before anyone asks, in pauses. */
  async prepare(): Promise<void> {
    const db = this.#db()
    if (this.#known !== undefined || this.#building !== undefined) return
    const steps = Known.build(db, graphOf(db))
    this.#building = steps
    while (this.#building === steps) {
      await setImmediate()
      if (this.#building !== steps || !db.isOpen) return
      const { done, value } = steps.next()
      if (done) this.#keep(value)
    }
  }

  #upToDate(db: Database, links: LinkGraph): Known {
    if (this.#building !== undefined) this.#keep(drain(this.#building))
    const known = this.#known
    const changed = [...this.#changed]
    this.#changed.clear()
    if (known?.graph === links && (changed.length === 0 || known.update(db, changed))) return known
    return this.#keep(drain(Known.build(db, links)))
  }

  #keep(known: Known): Known {
    this.#building = undefined
    this.#known = known
    return known
  }

  #forget(): void {
    this.#known = undefined
    this.#building = undefined
    this.#corpus = undefined
    this.#changed.clear()
  }
}

function drain(steps: Generator<void, Known>): Known {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
