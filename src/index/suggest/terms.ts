import { NOWHERE, type Placed, type Postings, together } from '../../core/suggest/corpus.ts'
import { termIn } from '../../core/words.ts'
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

/**
 * Questions about words and phrases to one state of the full text; the answers are kept for as long as that state is asked. A word has a term
 * for each language that notes are written in, and a note has words of one language alone: what holds of all notes is what holds in each
 * language, put together.
 */
export class TermReader {
  readonly text: FullText
  readonly #terms = new Map<string, readonly string[]>()
  readonly #weights = new Map<string, number>()
  readonly #places = new Map<string, Places>()
  readonly #frequencies = new Map<string, number>()

  constructor(text: FullText) {
    this.text = text
  }

  /** In how many notes a word stands; of a frequent one about. */
  frequency(word: string): number {
    let known = this.#frequencies.get(word)
    if (known === undefined) {
      known = sum(this.#termsOf(word), (term) => this.#frequencyOf(term))
      this.#frequencies.set(word, known)
    }
    return known
  }

  #frequencyOf(term: string): number {
    const about = this.#aboutTerm(term)
    return about > COUNTED ? Math.min(Math.round(about), this.text.count) : this.#read(term).docs.length
  }

  /** So frequent, in a large vault, that the word alone tells nothing. */
  isCommon(word: string): boolean {
    return this.text.count > LARGE && this.#about(word) > Math.min(this.text.count * RARE, MOST_ALONE)
  }

  /** By number of the texts, in no order. */
  postings(word: string): Postings {
    return together(this.#termsOf(word).map((term) => this.#postingsOf(term)))
  }

  #postingsOf(term: string): Postings {
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
  phrase(words: readonly Placed[]): Postings {
    const readable = words.filter(({ word }) => !this.#isFrequent(this.#about(word)))
    if (readable.length < 2 || readable.every(({ word }) => this.isCommon(word))) return NOWHERE
    const sorted = readable.toSorted((a, b) => this.#about(a.word) - this.#about(b.word))
    return together(
      Array.from({ length: this.text.languages.length + 1 }, (_, language) =>
        phraseOf(
          sorted.map(({ word, position }) => ({
            place: position,
            places: this.#read(this.#termsOf(word)[language] as string),
          })),
        ),
      ),
    )
  }

  /** As English has it, then as each language. */
  #termsOf(word: string): readonly string[] {
    let terms = this.#terms.get(word)
    if (terms === undefined) {
      terms = [undefined, ...this.text.languages].map((language) => termIn(word, language))
      this.#terms.set(word, terms)
    }
    return terms
  }

  #about(word: string): number {
    return sum(this.#termsOf(word), (term) => this.#aboutTerm(term))
  }

  #aboutTerm(term: string): number {
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

function sum(terms: readonly string[], of: (term: string) => number): number {
  let total = 0
  for (const term of terms) total += of(term)
  return total
}

/**
 * A note takes a byte or two for the distance from the one before, and one for its weight where the word stands in it more than once or in a
 * name. As measured on the words of 10,000 notes.
 */
function notesIn(bytes: number, count: number): number {
  const gap = count / bytes
  return bytes / (gap < 32 ? 1.4 : gap < 64 ? 2.3 : 2.9)
}

/** A word that only a folder or a tag of the note has is not said in it. */
function isSaid(weight: number): boolean {
  return weight >>> FLAGS > 1 || (weight & (IN_NAMES | IN_FILED | IN_HEADINGS)) === 0
}
