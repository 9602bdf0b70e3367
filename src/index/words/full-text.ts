import { LANGUAGES, type Language } from '../../core/language.ts'
import { compareText } from '../../core/resolve.ts'
import { termsOf, type WantedWord } from '../../core/wanted-words.ts'
import { noteIn } from '../../core/words.ts'
import type { Database } from '../database.ts'
import { Holding } from './holding.ts'
import { anyNote, NOWHERE, type Postings, readUnsorted, type Stored, unite } from './postings.ts'
import { unpackRun } from './run.ts'
import './stemmers.ts'

/** Words that begin alike are asked for by the most used of them: of fewer where only a letter or two are typed, since most are not meant. */
const MOST_ENDINGS = 64
const MOST_SHORT = 24
const SHORT = 3
/** Of so many bytes of postings together at most, where the most used have more: a letter of a hundred thousand notes would take twice the time that a key may. */
const MOST_BYTES = 250_000
/** Two megabytes or so. */
const MOST_WEIGHTS = 20_000
/** Half a megabyte or so. */
const MOST_BEGINNINGS = 200

const known = new WeakMap<Database, FullText>()

/** What one segment has of a term. */
class Settled implements Stored {
  readonly #db: Database
  readonly #row: number
  readonly postings: Uint8Array
  #positions: Uint8Array | undefined

  constructor(db: Database, row: number, postings: Uint8Array) {
    this.#db = db
    this.#row = row
    this.postings = postings
  }

  /** Of the same state of the index, so whoever asks holds on to it: see `Database.read`. */
  get positions(): Uint8Array {
    if (this.#positions === undefined) {
      const row = this.#db.first<[Uint8Array & string]>('SELECT positions FROM posting WHERE id = ?', this.#row)
      if (row === undefined) throw new Error(`Row ${this.#row} of the full text went while it was read`)
      this.#positions = row[0]
    }
    return this.#positions
  }
}

/** All words of a vault's notes, as far as one connection has taken in. Ask `of` anew for each question. */
export class FullText {
  readonly #db: Database
  #version = ''
  #epoch = -1
  #lastDoc = 0
  #lastGone = 0
  #lastRun = 0
  #lengths = new Uint32Array(1024)
  #count = 0
  #words = 0
  /** What is in no segment yet. */
  #fresh = new Holding()
  #languages: readonly Language[] | undefined
  readonly #weights = new Map<string, number>()
  /** Of what begins so the most used terms in segments. */
  readonly #settled = new Map<string, readonly (readonly [term: string, size: number])[]>()

  private constructor(db: Database) {
    this.#db = db
  }

  static of(db: Database): FullText {
    let text = known.get(db)
    if (text === undefined) {
      text = new FullText(db)
      known.set(db, text)
    }
    text.#follow()
    return text
  }

  /** Number of notes. */
  get count(): number {
    return this.#count
  }

  /** Words of all notes together. */
  get words(): number {
    return this.#words
  }

  /** Another one when all numbers are given anew. */
  get epoch(): number {
    return this.#epoch
  }

  /** The highest number that was given. */
  get lastDoc(): number {
    return this.#lastDoc
  }

  /** One more than any document's number. */
  get size(): number {
    return this.#lengths.length
  }

  /** By number, one more than the words of each text; 0 for one that is there no more. */
  get lengths(): Uint32Array {
    return this.#lengths
  }

  lengthOf(doc: number): number {
    return (this.#lengths[doc] as number) - 1
  }

  /** In which notes are written, beside English. */
  get languages(): readonly Language[] {
    this.#languages ??= LANGUAGES.filter((language) => anyNote(this.#parts(noteIn(language)), this.#lengths))
    return this.#languages
  }

  /**
   * Everything kept of a word, in all languages; of each word that begins so, where it may go on.
   * @param kept what a term is kept as
   */
  stored(wanted: WantedWord, kept: (term: string) => string = asItIs): Stored[][] {
    const terms = new Set(termsOf(wanted, this.languages).map(kept))
    if (wanted.isBegun) for (const term of this.#endings(kept(wanted.term))) terms.add(term)
    return [...terms].map((one) => this.#storedOf(one)).filter((stored) => stored.length > 0)
  }

  /** Everything kept of a term, its positions too, for whoever looks at them at another time. */
  whole(term: string): Stored[] {
    const kept = this.#db.all<[Uint8Array & string, Uint8Array & string]>(
      'SELECT postings, positions FROM posting WHERE term = ? ORDER BY segment',
      term,
    )
    return [...kept.map(([postings, positions]) => ({ postings, positions })), ...this.#fresh.parts(term)]
  }

  /** Bytes of a term's postings: about how common it is, without reading them. */
  weight(term: string): number {
    return this.#settledWeight(term) + this.#fresh.weight(term)
  }

  /** Remembered until segments are merged: to find out takes longer than all else that a name in a text is asked. */
  #settledWeight(term: string): number {
    let weight = this.#weights.get(term)
    if (weight === undefined) {
      const sum = 'SELECT coalesce(sum(length(postings)), 0) FROM posting WHERE term = ?'
      weight = this.#db.first<[number]>(sum, term)?.[0] ?? 0
      if (this.#weights.size >= MOST_WEIGHTS) this.#weights.clear()
      this.#weights.set(term, weight)
    }
    return weight
  }

  /** In no order; places are not read with them. */
  postings(term: string): Postings {
    const stored = this.#parts(term)
    return stored.length === 0 ? NOWHERE : readUnsorted(stored, this.#lengths)
  }

  #parts(term: string): Pick<Stored, 'postings'>[] {
    const kept = this.#db.all<[Uint8Array & string]>(
      'SELECT postings FROM posting WHERE term = ? ORDER BY segment',
      term,
    )
    return [...kept.map(([postings]) => ({ postings })), ...this.#fresh.parts(term)]
  }

  unite(terms: readonly (readonly Stored[])[]): Postings {
    return unite(terms, this.#lengths)
  }

  #storedOf(term: string): Stored[] {
    const kept = this.#db.all<[number, Uint8Array & string]>(
      'SELECT id, postings FROM posting WHERE term = ? ORDER BY segment',
      term,
    )
    const settled = kept.map(([id, postings]) => new Settled(this.#db, id, postings))
    return [...settled, ...this.#fresh.parts(term)]
  }

  /** The most used terms that begin so. */
  #endings(beginning: string): string[] {
    const most = beginning.length < SHORT ? MOST_SHORT : MOST_ENDINGS
    const sizes = new Map(this.#settledEndings(beginning, most))
    for (const term of this.#fresh.terms())
      if (term.startsWith(beginning))
        sizes.set(term, (sizes.get(term) ?? this.#settledWeight(term)) + this.#fresh.weight(term))
    return mostUsed(sizes, beginning, most)
  }

  /** Remembered until segments are merged: thousands of terms begin with a letter. */
  #settledEndings(beginning: string, most: number): readonly (readonly [term: string, size: number])[] {
    const known = this.#settled.get(beginning)
    if (known !== undefined) return known
    const sizes = new Map<string, number>()
    for (const [term, size] of this.#db.all<[string, number]>(
      'SELECT term, length(postings) FROM posting WHERE term >= ? AND term < ?',
      beginning,
      `${beginning}\u{10ffff}`,
    ))
      sizes.set(term, (sizes.get(term) ?? 0) + size)
    const endings = mostUsed(sizes, beginning, most).map((term) => [term, sizes.get(term) as number] as const)
    if (this.#settled.size >= MOST_BEGINNINGS) this.#settled.clear()
    this.#settled.set(beginning, endings)
    return endings
  }

  /** Takes in what this or another process has written since. */
  #follow(): void {
    const version = this.#db.version()
    if (version === this.#version) return
    this.#languages = undefined
    this.#db.read(() => {
      const [epoch = 0, next = 0] = this.#db.first<[number, number]>('SELECT epoch, next_doc FROM full_text') ?? []
      if (epoch !== this.#epoch) this.#begin(epoch)
      this.#reserve(next)
      this.#readDocs()
      this.#readGone()
      this.#readRuns()
    })
    this.#version = version
  }

  #begin(epoch: number): void {
    this.#epoch = epoch
    this.#lastDoc = this.#lastGone = this.#lastRun = 0
    this.#count = this.#words = 0
    this.#lengths.fill(0)
    this.#fresh = new Holding()
    this.#weights.clear()
    this.#settled.clear()
  }

  #reserve(size: number): void {
    if (size <= this.#lengths.length) return
    const larger = new Uint32Array(Math.max(size, this.#lengths.length * 2))
    larger.set(this.#lengths)
    this.#lengths = larger
  }

  #readDocs(): void {
    for (const [doc, words] of this.#db.all<[number, number]>(
      'SELECT doc, words FROM file WHERE doc > ? ORDER BY doc',
      this.#lastDoc,
    )) {
      this.#lengths[doc] = words + 1
      this.#count++
      this.#words += words
      this.#lastDoc = doc
    }
  }

  #readGone(): void {
    for (const [id, doc] of this.#db.all<[number, number]>(
      'SELECT id, doc FROM gone WHERE id > ? ORDER BY id',
      this.#lastGone,
    )) {
      this.#lastGone = id
      const length = this.#lengths[doc] as number
      if (length === 0) continue
      this.#lengths[doc] = 0
      this.#count--
      this.#words -= length - 1
    }
  }

  #readRuns(): void {
    for (const [id, data] of this.#db.all<[number, Uint8Array & string]>(
      'SELECT id, data FROM run WHERE id > ? ORDER BY id',
      this.#lastRun,
    )) {
      this.#lastRun = id
      this.#fresh.add(unpackRun(data))
    }
  }
}

function asItIs(term: string): string {
  return term
}

/**
 * The term itself first, then those that take most room, as long as there is room for all; of equals none is better than another, but always the
 * same are taken.
 */
function mostUsed(sizes: ReadonlyMap<string, number>, beginning: string, most: number): string[] {
  const order = [...sizes].sort(
    (a, b) => Number(b[0] === beginning) - Number(a[0] === beginning) || b[1] - a[1] || compareText(a[0], b[0]),
  )
  const taken: string[] = []
  let room = MOST_BYTES
  for (const [term, size] of order.slice(0, most)) {
    room -= size
    if (room < 0 && taken.length > 0) break
    taken.push(term)
  }
  return taken
}
