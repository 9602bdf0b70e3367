import { type ChainGraph, NONE } from '../../core/chain/graph.ts'
import { type Meaning, meaningOf } from '../../core/chain/meaning.ts'
import type { LinkForm, NotePath } from '../../core/note.ts'
import { resolveKeys } from '../../core/resolve.ts'
import { FORMS, keysOfLink } from '../link-keys.ts'
import { writtenReason } from '../link-rows.ts'
import type { Answering } from './answers.ts'
import { Files } from './files.ts'
import { LinkPool, OWN, UNRESOLVED } from './link-pool.ts'
import type { LinkToRead } from './rows.ts'

/** What every link of the vault means, held in memory: one truth for chains, hubs, islands and what is unresolved. */
export class LinkGraph implements ChainGraph {
  readonly files = new Files()
  readonly pool: LinkPool
  readonly #relations = new Map<string | null, number>()
  readonly #meanings: Meaning[] = []
  /** Bare mentions that nothing answers to are no links. */
  links = 0
  ambiguous = 0
  unresolved = 0
  /** Grows with each change, for what is derived from the graph. */
  changes = 0
  #touched = new Set<number>()

  /** @param links as many are expected */
  constructor(files: number, links: number) {
    this.pool = new LinkPool(files, links)
  }

  get size(): number {
    return this.files.size
  }
  isNote(note: number): boolean {
    return this.files.isNote(note)
  }
  firstFrom(note: number): number {
    return this.pool.firstFrom(note)
  }
  nextFrom(link: number): number {
    return this.pool.nextFrom(link)
  }
  firstTo(note: number): number {
    return this.pool.firstTo(note)
  }
  nextTo(link: number): number {
    return this.pool.nextTo(link)
  }
  source(link: number): number {
    return this.pool.columns.source[link] as number
  }
  target(link: number): number {
    return this.pool.columns.target[link] as number
  }
  meaning(link: number): Meaning {
    return this.#meanings[this.pool.columns.relation[link] as number] as Meaning
  }
  hasReason(link: number): boolean {
    return this.pool.hasReason(link)
  }
  place(link: number): number {
    return this.row(link)
  }
  path(note: number): NotePath {
    return this.files.at(note).path
  }
  kind(note: number): string | null {
    return this.files.at(note).kind
  }
  at(note: number): number {
    return this.files.at(note).at
  }

  /** Of a link, its row in the index. */
  row(link: number): number {
    return this.pool.columns.row[link] as number
  }
  form(link: number): LinkForm {
    return FORMS[this.pool.form(link)] as LinkForm
  }

  /** That something of a file, or of the links that stand in it, is not as it was. */
  touch(file: number): void {
    this.#touched.add(file)
  }

  /** What was touched since this was asked last; for one who keeps what follows from it. */
  takeTouched(): ReadonlySet<number> {
    const touched = this.#touched
    this.#touched = new Set()
    return touched
  }

  /** Rows of the links that nothing answers to. */
  *unresolvedRows(): Iterable<number> {
    for (let file = 0; file < this.files.size; file++)
      for (let link = this.pool.firstOther(file); link !== NONE; link = this.pool.nextFrom(link))
        if (this.target(link) === UNRESOLVED) yield this.row(link)
  }

  addLink(from: number, read: LinkToRead, answering: Answering): void {
    const source = this.path(from)
    const choice = resolveKeys(keysOfLink(read, source), source, answering)
    if (choice === undefined && read.form === 'bare') return
    const isOwn = choice === undefined && read.asked === '' && read.target === ''
    const target = choice?.chosen.file ?? (isOwn ? OWN : UNRESOLVED)
    const isAmbiguous = choice !== undefined && choice.candidates.length > 1
    this.#count(1, target, isAmbiguous)
    this.pool.add(
      {
        source: from,
        target,
        row: read.row,
        relation: this.#relation(read.relation),
        form: FORMS.indexOf(read.form),
        hasReason: read.hasReason && hasReasonWith(read, choice?.by.to),
        isAmbiguous,
      },
      target >= 0 && target !== from && this.files.isNote(target),
    )
  }

  removeLinks(from: number): void {
    this.pool.removeFrom(from, (link) => this.#count(-1, this.target(link), this.pool.isAmbiguous(link)))
  }

  #count(by: 1 | -1, target: number, isAmbiguous: boolean): void {
    this.changes++
    this.links += by
    if (isAmbiguous) this.ambiguous += by
    if (target === UNRESOLVED) this.unresolved += by
  }

  #relation(relation: string | null): number {
    const known = this.#relations.get(relation)
    if (known !== undefined) return known
    const number = this.#meanings.push(meaningOf(relation)) - 1
    this.#relations.set(relation, number)
    return number
  }
}

/** Of a bare mention, whether anything is said besides the name that was meant. */
function hasReasonWith(read: LinkToRead, end: number | undefined): boolean {
  return end === undefined || read.form !== 'bare' || writtenReason(read, end) !== null
}
