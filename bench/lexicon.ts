import type { Random } from './random.ts'
import { Zipf } from './zipf.ts'

const ONSETS = [
  'b',
  'br',
  'c',
  'cl',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou']
const ENDS = ['', '', 'l', 'm', 'n', 'nd', 'r', 's', 'st', 't']
const SMALL = [
  'the',
  'of',
  'and',
  'to',
  'a',
  'in',
  'that',
  'is',
  'it',
  'for',
  'on',
  'with',
  'as',
  'we',
  'this',
  'by',
  'from',
  'or',
  'not',
  'but',
]
/** Syllables of a word, as often as they are. */
const SYLLABLES = [1, 2, 2, 2, 3]
const WORDS = 12_000

/** A made-up language of twelve thousand words, used as often as words are: the small ones most, the rest by Zipf's law. */
export class Lexicon {
  readonly #words: readonly string[]
  readonly #random: Random
  readonly #rank: Zipf

  constructor(random: Random) {
    this.#random = random
    const words = new Set(SMALL)
    while (words.size < WORDS) words.add(this.#invent())
    this.#words = [...words]
    this.#rank = new Zipf(WORDS, 1.05)
  }

  word(): string {
    return this.#words[this.#rank.draw(this.#random)] as string
  }

  /** A word that carries meaning, for titles. */
  rareWord(): string {
    return this.#words[this.#random.between(SMALL.length, WORDS - 1)] as string
  }

  /** @param words at least two */
  sentence(words: number): string[] {
    const said = Array.from({ length: words }, () => this.word())
    said[0] = capital(said[0] as string)
    if (words > 9) said[words >> 1] += ','
    said[words - 1] += '.'
    return said
  }

  #invent(): string {
    let word = ''
    for (let left = this.#random.pick(SYLLABLES); left > 0; left--)
      word += this.#random.pick(ONSETS) + this.#random.pick(VOWELS) + (left === 1 ? this.#random.pick(ENDS) : '')
    return word
  }
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
