import { deserialize, serialize } from 'node:v8'
import { eachWord } from '../../core/words.ts'
import { ByteWriter } from './bytes.ts'
import { vocabulary } from './vocabulary.ts'

/** What full text takes in of one note, under a number that no other text ever has. */
export interface Document {
  readonly doc: number
  readonly title: string
  /** Other names, tags, headings: each by itself, no phrase goes from one to the next. */
  readonly names: readonly string[]
  /** The whole note; its text begins at `start`. */
  readonly text: string
  readonly start: number
}

/**
 * Words of some notes that were taken in together, by term, in no order of terms. Bytes of term `i` are those from `ends[i - 1]` to
 * `ends[i]`.
 *
 * Bytes of a term in `postings`: how many notes, the first one's number, how many bytes of `positions` are theirs; then for each note the
 * distance from the one before (not for the first) and its weight (`occurrences << 2 | in title << 1 | in names`). In `positions`: for each
 * occurrence its distance from the one before it in the note. Several such parts may follow each other, in the order of the notes.
 */
export interface Run {
  readonly first: number
  /** Notes and the number of words in each. */
  readonly docs: Uint32Array
  readonly lengths: Uint32Array
  /** Joined by line ends. */
  readonly terms: string
  readonly postings: Uint8Array
  readonly postingEnds: Uint32Array
  readonly positions: Uint8Array
  readonly positionEnds: Uint32Array
}

export const IN_NAMES = 1
export const IN_TITLE = 2
export const FLAGS = 2

export function packRun(run: Run): Uint8Array {
  return serialize(run)
}

export function unpackRun(bytes: Uint8Array): Run {
  return deserialize(bytes) as Run
}

/** Gathers the words of one note after the other; `finish` sorts them by term. */
export class RunBuilder {
  readonly #vocabulary = vocabulary()
  /** By their number in the vocabulary: the terms that occur here, one more than their place in `#own`. */
  #places = new Int32Array(this.#vocabulary.terms.length + 1024)
  readonly #own: number[] = []
  /** Of each word its term's place. */
  #words = new Uint32Array(1 << 12)
  #positions = new Uint32Array(1 << 12)
  #count = 0
  readonly #docs: number[] = []
  /** Scratch: numbers and weights of the notes that one term is in. */
  readonly #notes: number[] = []
  /** For each note where its title, its names and its text end among the words. */
  readonly #ends: number[] = []

  add({ doc, title, names, text, start }: Document): void {
    this.#docs.push(doc)
    let next = this.#take(title, 0)
    this.#ends.push(this.#count)
    for (const name of names) next = this.#take(name, next)
    this.#ends.push(this.#count)
    this.#take(text, next, start)
    this.#ends.push(this.#count)
  }

  finish(): Run {
    const { starts, sorted } = this.#byTerm()
    const size = this.#own.length
    const postings = new ByteWriter(this.#count * 3 + size * 8)
    const positions = new ByteWriter(this.#count * 2)
    const postingEnds = new Uint32Array(size)
    const positionEnds = new Uint32Array(size)
    for (let place = 0; place < size; place++) {
      this.#writeTerm(sorted, starts[place] as number, starts[place + 1] as number, postings, positions)
      postingEnds[place] = postings.length
      positionEnds[place] = positions.length
    }
    const docs = Uint32Array.from(this.#docs)
    return {
      first: docs[0] ?? 0,
      docs,
      lengths: docs.map((_, at) => (this.#ends[at * 3 + 2] as number) - (this.#ends[at * 3 - 1] ?? 0)),
      terms: this.#own.map((id) => this.#vocabulary.terms[id]).join('\n'),
      postings: postings.written().slice(),
      postingEnds,
      positions: positions.written().slice(),
      positionEnds,
    }
  }

  #take(text: string, position: number, start = 0): number {
    return eachWord(
      text,
      position,
      (from, to, at) => {
        if (this.#count === this.#words.length) this.#grow()
        this.#words[this.#count] = this.#placeOf(this.#vocabulary.idOf(text, from, to))
        this.#positions[this.#count++] = at
      },
      start,
    )
  }

  #placeOf(id: number): number {
    if (id >= this.#places.length) {
      const larger = new Int32Array(id * 2)
      larger.set(this.#places)
      this.#places = larger
    }
    const known = this.#places[id] as number
    if (known > 0) return known - 1
    this.#own.push(id)
    this.#places[id] = this.#own.length
    return this.#own.length - 1
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2)
    const positions = new Uint32Array(this.#words.length * 2)
    words.set(this.#words)
    positions.set(this.#positions)
    this.#words = words
    this.#positions = positions
  }

  /** Counting sort: where in all words each term stands, in the order of the words. */
  #byTerm(): { starts: Uint32Array; sorted: Uint32Array } {
    const starts = new Uint32Array(this.#own.length + 1)
    for (let at = 0; at < this.#count; at++) (starts[(this.#words[at] as number) + 1] as number)++
    for (let id = 0; id < this.#own.length; id++) (starts[id + 1] as number) += starts[id] as number
    const next = starts.slice()
    const sorted = new Uint32Array(this.#count)
    for (let at = 0; at < this.#count; at++) sorted[(next[this.#words[at] as number] as number)++] = at
    return { starts, sorted }
  }

  /** Writes the words of one term: those that `sorted` has from `from` to `to`. */
  #writeTerm(sorted: Uint32Array, from: number, to: number, postings: ByteWriter, positions: ByteWriter): void {
    const ends = this.#ends
    const first = positions.length
    const notes = this.#notes
    let count = 0
    let note = 0
    for (let at = from; at < to; ) {
      const start = sorted[at] as number
      while ((ends[note * 3 + 2] as number) <= start) note++
      const titleEnd = ends[note * 3] as number
      const namesEnd = ends[note * 3 + 1] as number
      const end = ends[note * 3 + 2] as number
      let weight = 0
      let before = 0
      for (; at < to; at++) {
        const place = sorted[at] as number
        if (place >= end) break
        weight += 1 << FLAGS
        if (place < titleEnd) weight |= IN_TITLE
        else if (place < namesEnd) weight |= IN_NAMES
        const position = this.#positions[place] as number
        positions.number(position - before)
        before = position
      }
      notes[count++] = this.#docs[note] as number
      notes[count++] = weight
    }
    writePart(postings, notes, count, positions.length - first)
  }
}

/**
 * One part of a term's postings, as `Run` describes it.
 * @param notes number and weight of each note, one after the other; only the first `count` of them are meant
 * @param positions bytes that its positions take
 */
export function writePart(postings: ByteWriter, notes: readonly number[], count: number, positions: number): void {
  postings.number(count >> 1)
  postings.number(notes[0] as number)
  postings.number(positions)
  postings.number(notes[1] as number)
  for (let i = 2; i < count; i += 2) {
    postings.number((notes[i] as number) - (notes[i - 2] as number))
    postings.number(notes[i + 1] as number)
  }
}
