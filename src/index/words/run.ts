import { deserialize, serialize } from 'node:v8'
import { type Language, Tally } from '../../core/language.ts'
import { eachWord, noteIn } from '../../core/words.ts'
import { copied } from '../copied.ts'
import { ByteWriter } from './bytes.ts'
import { FIELDS, FLAGS, ONCE, PARTS, TEXT } from './fields.ts'
import { vocabulary } from './vocabulary.ts'

/** What full text takes in of one note, under a number that no other text ever has. */
export interface Document {
  readonly doc: number
  readonly title: string
  /** Other names, headings, and where it is filed (path and tags): each by itself, no phrase goes from one to the next. */
  readonly names: readonly string[]
  readonly headings: readonly string[]
  readonly filed: readonly string[]
  /** The whole note; its text begins at `start`. */
  readonly text: string
  readonly start: number
  /** What its links call other notes, with the number of the link in the note; see `anchor-term.ts`. */
  readonly anchors: readonly (readonly [link: number, words: string])[]
}

/**
 * Words of some notes that were taken in together, by term, in no order of terms. Bytes of term `i` are those from `ends[i - 1]` to
 * `ends[i]`.
 *
 * Bytes of a term in `postings`: how many notes, the first one's number, how many bytes of `positions` are theirs, the first one's
 * weight (`occurrences << FLAGS | flags`); then for each other note twice the distance from the one before, one more if its weight is
 * `ONCE`, which nearly every other word of a text has, and its weight if it is not. In `positions`: for each
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

export function packRun(run: Run): Uint8Array {
  return serialize(run)
}

export function unpackRun(bytes: Uint8Array): Run {
  return deserialize(bytes) as Run
}

/** Room for the words of some notes: made anew for each run it would grow, and be cleared, again and again. */
class Room {
  words = new Uint32Array(1 << 12)
  positions = new Uint32Array(1 << 12)
  /** Places of the words in the order of their terms. */
  sorted = new Uint32Array(1 << 12)
  readonly postingBytes = new ByteWriter(1 << 12)
  readonly positionBytes = new ByteWriter(1 << 12)

  grow(): void {
    this.words = copied(this.words, new Uint32Array(this.words.length * 2))
    this.positions = copied(this.positions, new Uint32Array(this.positions.length * 2))
  }
}

/** What the last run of this thread has left. */
let free: Room | undefined

function takeRoom(): Room {
  const room = free ?? new Room()
  free = undefined
  return room
}

/** Gathers the words of one note after the other; `finish` sorts them by term, and is the last that is asked of it. */
export class RunBuilder {
  readonly #vocabulary = vocabulary()
  /** By their number in the vocabulary: the terms that occur here, one more than their place in `#own`. */
  #places = new Int32Array(this.#vocabulary.terms.length + 1024)
  readonly #own: number[] = []
  readonly #tally = new Tally()
  /** Of each spelling the last note that was seen to have it, by the number of notes before. */
  #seen = new Uint32Array(1 << 12)
  /** Of each word its term's place; of those of the note that is being added, the number of its spelling. */
  readonly #room = takeRoom()
  #count = 0
  readonly #docs: number[] = []
  /** Scratch: numbers and weights of the notes that one term is in. */
  readonly #notes: number[] = []
  /** For each note where each of its parts ends among the words. */
  readonly #ends: number[] = []

  add({ doc, title, names, headings, filed, text, start, anchors }: Document): void {
    const first = this.#count
    this.#docs.push(doc)
    let next = 0
    for (const part of [[title], names, headings, filed]) {
      for (const words of part) next = this.#take(words, next)
      this.#ends.push(this.#count)
    }
    this.#take(text, next, start)
    this.#ends.push(this.#count)
    const last = this.#count
    for (const [link, words] of anchors) this.#takeAnchor(words, link)
    this.#keepTerms(first, last)
    this.#ends.push(this.#count)
  }

  finish(): Run {
    const { starts, sorted } = this.#byTerm()
    const size = this.#own.length
    const { postingBytes: postings, positionBytes: positions } = this.#room
    postings.clear()
    positions.clear()
    const postingEnds = new Uint32Array(size)
    const positionEnds = new Uint32Array(size)
    for (let place = 0; place < size; place++) {
      this.#writeTerm(sorted, starts[place] as number, starts[place + 1] as number, postings, positions)
      postingEnds[place] = postings.length
      positionEnds[place] = positions.length
    }
    const docs = Uint32Array.from(this.#docs)
    free = this.#room
    return {
      first: docs[0] ?? 0,
      docs,
      lengths: docs.map((_, at) => (this.#ends[at * PARTS + TEXT] as number) - (this.#ends[at * PARTS - 1] ?? 0)),
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
        this.#put(this.#vocabulary.spelling(text, from, to), at)
      },
      start,
    )
  }

  #takeAnchor(words: string, link: number): void {
    eachWord(words, 0, (from, to) => this.#put(this.#vocabulary.spelling(words, from, to), link))
  }

  /** All words of a note, those of its links behind `last`, as the language of the note has them. */
  #keepTerms(first: number, last: number): void {
    const { words } = this.#room
    const vocabulary = this.#vocabulary
    const language = this.#languageOf(words.subarray(first, last))
    for (let at = first; at < last; at++) words[at] = this.#placeOf(vocabulary.idOf(words[at] as number, language))
    for (let at = last; at < this.#count; at++)
      words[at] = this.#placeOf(vocabulary.anchorIdOf(words[at] as number, language))
    if (language !== undefined) this.#put(this.#placeOf(vocabulary.termId(noteIn(language))), 0)
  }

  /** Every spelling is counted once: addresses and code say the same words again and again. */
  #languageOf(spellings: Uint32Array): Language | undefined {
    const tally = this.#tally
    const note = this.#docs.length
    tally.clear()
    for (const spelling of spellings) {
      if (spelling >= this.#seen.length) this.#seen = copied(this.#seen, new Uint32Array(spelling * 2))
      if (this.#seen[spelling] === note) continue
      this.#seen[spelling] = note
      tally.add(this.#vocabulary.signs(spelling))
    }
    return tally.language()
  }

  #put(word: number, position: number): void {
    const room = this.#room
    if (this.#count === room.words.length) room.grow()
    room.words[this.#count] = word
    room.positions[this.#count++] = position
  }

  #placeOf(id: number): number {
    if (id >= this.#places.length) this.#places = copied(this.#places, new Int32Array(id * 2))
    const known = this.#places[id] as number
    if (known > 0) return known - 1
    this.#own.push(id)
    this.#places[id] = this.#own.length
    return this.#own.length - 1
  }

  /** Counting sort: where in all words each term stands, in the order of the words. */
  #byTerm(): { starts: Uint32Array; sorted: Uint32Array } {
    const room = this.#room
    const { words } = room
    const starts = new Uint32Array(this.#own.length + 1)
    for (let at = 0; at < this.#count; at++) (starts[(words[at] as number) + 1] as number)++
    for (let id = 0; id < this.#own.length; id++) (starts[id + 1] as number) += starts[id] as number
    const next = starts.slice()
    if (room.sorted.length < this.#count) room.sorted = new Uint32Array(words.length)
    const { sorted } = room
    for (let at = 0; at < this.#count; at++) sorted[(next[words[at] as number] as number)++] = at
    return { starts, sorted }
  }

  /** Writes the words of one term: those that `sorted` has from `from` to `to`. */
  #writeTerm(sorted: Uint32Array, from: number, to: number, postings: ByteWriter, positions: ByteWriter): void {
    const ends = this.#ends
    const placed = this.#room.positions
    const first = positions.length
    const notes = this.#notes
    let count = 0
    let note = 0
    for (let at = from; at < to; ) {
      const start = sorted[at] as number
      while ((ends[note * PARTS + PARTS - 1] as number) <= start) note++
      const end = ends[note * PARTS + PARTS - 1] as number
      let weight = 0
      let before = 0
      let part = 0
      for (; at < to; at++) {
        const place = sorted[at] as number
        if (place >= end) break
        while (place >= (ends[note * PARTS + part] as number)) part++
        weight = (weight + (1 << FLAGS)) | (FIELDS[part] as number)
        const position = placed[place] as number
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
    const twice = 2 * ((notes[i] as number) - (notes[i - 2] as number))
    const weight = notes[i + 1] as number
    if (weight === ONCE) postings.number(twice + 1)
    else {
      postings.number(twice)
      postings.number(weight)
    }
  }
}
