import type { Placed, Postings } from '../../core/suggest/corpus.ts'
import { FLAGS, IN_FILED, IN_HEADINGS, IN_NAMES } from '../words/fields.ts'
import type { FullText } from '../words/full-text.ts'
import { Places, phraseOf } from './places.ts'

/** Fewer notes than this are counted, more are reckoned from the room they take. */
const COUNTED = 100
/** In so large a share of all notes a word's exact number does not matter, nor does its place inside a longer phrase. */
const FREQUENT = 0.2

/** In a large vault a phrase has a word that no larger share of all notes has. */
const LARGE = 3000
const RARE = 0.02
/** Notes that are read for a word in a phrase, and for a word alone, at most: in a hundred thousand notes more takes too long. */
const MOST_READ = 2500
const MOST_ALONE = 1000

/** Questions about terms and phrases to one state of the full text; the answers are kept for as long as that state is asked. */
export class TermReader {
  readonly text: FullText
  readonly #weights = new Map<string, number>()
  readonly #places = new Map<string, Places>()
  readonly #frequencies = new Map<string, number>()

  constructor(text: FullText) {
    this.text = text
  }

  /** In how many notes a term stands; of a frequent one about. */
  frequency(term: string): number {
    let known = this.#frequencies.get(term)
    if (known === undefined) {
      const about = this.#about(term)
      known = about > COUNTED ? Math.min(Math.round(about), this.text.count) : this.#read(term).docs.length
      this.#frequencies.set(term, known)
    }
    return known
  }

  /** So frequent, in a large vault, that the word alone tells nothing. */
  isCommon(term: string): boolean {
    return this.text.count > LARGE && this.#about(term) > Math.min(this.text.count * RARE, MOST_ALONE)
  }

  /** By number of the texts, in no order. */
  postings(term: string): Postings {
    const { docs, weights } = this.#places.get(term) ?? this.text.postings(term)
    const said = { docs: new Uint32Array(docs.length), counts: new Uint32Array(docs.length) }
    let count = 0
    for (let at = 0; at < docs.length; at++) {
      const weight = weights[at] as number
      if (!isSaid(weight)) continue
      said.docs[count] = docs[at] as number
      said.counts[count++] = weight >>> FLAGS
    }
    return { docs: said.docs.subarray(0, count), counts: said.counts.subarray(0, count) }
  }

  /** Words between that are too frequent to be read are taken for granted; nothing when fewer than two are left. */
  phrase(terms: readonly Placed[]): Postings {
    const readable = terms.filter(({ term }) => !this.#isFrequent(this.#about(term)))
    if (readable.length < 2 || readable.every(({ term }) => this.isCommon(term))) return NOWHERE
    const sorted = readable.toSorted((a, b) => this.#about(a.term) - this.#about(b.term))
    return phraseOf(sorted.map(({ term, position }) => ({ place: position, places: this.#read(term) })))
  }

  #about(term: string): number {
    let about = this.#weights.get(term)
    if (about === undefined) {
      about = notesIn(this.text.weight(term), this.text.count)
      this.#weights.set(term, about)
    }
    return about
  }

  #isFrequent(notes: number): boolean {
    return notes > 200 && notes > Math.min(this.text.count * FREQUENT, MOST_READ)
  }

  #read(term: string): Places {
    let read = this.#places.get(term)
    if (read === undefined) {
      read = new Places(this.text.whole(term), this.text.lengths)
      this.#places.set(term, read)
    }
    return read
  }
}

/** A note takes a byte for its weight and one or two for the distance from the one before. */
function notesIn(bytes: number, count: number): number {
  const gap = count / (bytes / 2)
  return bytes / (gap < 50 ? 2.05 : gap < 200 ? 2.5 : 3)
}

/** A word that only a folder or a tag of the note has is not said in it. */
function isSaid(weight: number): boolean {
  return weight >>> FLAGS > 1 || (weight & (IN_NAMES | IN_FILED | IN_HEADINGS)) === 0
}

const NOWHERE: Postings = { docs: [], counts: [] }
