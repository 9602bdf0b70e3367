import { isMainThread } from 'node:worker_threads'
import { LANGUAGES, type Language, type Signs, signsOfWord } from '../../core/language.ts'
import { plainOf, termIn } from '../../core/words.ts'
import { copied } from '../copied.ts'
import { anchorTerm } from './anchor-term.ts'
import './stemmers.ts'

/**
 * Spellings held at most; one that holds more begins anew with the next run. About 100 bytes each: a thread that reads a whole vault saves time by
 * them, and ends; the main one lives on, and reads a note now and then.
 */
const FULL = isMainThread ? 10_000 : 150_000

/**
 * Numbers for spellings, and for the terms that they are kept as. Texts repeat their words: each spelling is folded once, stemmed once in each
 * language that has it, and found again by its characters without being cut out of its text. No string here is part of a text, which would
 * keep the whole text in memory.
 */
export class Vocabulary {
  /** By hash, one more than a spelling's number; 0 where there is none. */
  #slots = new Int32Array(1 << 15)
  /** The characters of all spellings, one after the other. */
  #chars = new Uint16Array(1 << 16)
  /** Where each spelling ends in `#chars`. */
  #ends = new Int32Array(1 << 13)
  /** What each spelling says of the language. */
  #signs = new Int32Array(1 << 13)
  #count = 0
  /** Of each spelling one more than its term, as far as it was asked for: without a language, then in each. */
  readonly #ids: (Int32Array | undefined)[] = Array.from({ length: LANGUAGES.length + 1 })
  readonly #byTerm = new Map<string, number>()
  readonly #anchors = new Map<number, number>()
  readonly terms: string[] = []

  get isFull(): boolean {
    return this.#count >= FULL
  }

  /** The number of a spelling. */
  spelling(text: string, from: number, to: number): number {
    let hash = to - from
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
    const slots = this.#slots
    const mask = slots.length - 1
    // Spreads what the multiplication left in the low bits.
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const known = (slots[slot] as number) - 1
      if (known < 0) return this.#add(slot, text, from, to)
      if (this.#isSame(known, text, from, to)) return known
      slot = (slot + 1) & mask
    }
  }

  signs(spelling: number): Signs {
    return this.#signs[spelling] as number
  }

  /** The term of a spelling in a note of a language. */
  idOf(spelling: number, language: Language | undefined): number {
    const ids = this.#idsIn(language === undefined ? 0 : LANGUAGES.indexOf(language) + 1, spelling)
    const known = (ids[spelling] as number) - 1
    if (known >= 0) return known
    const id = this.termId(termIn(plainOf(this.#written(spelling)), language))
    ids[spelling] = id + 1
    return id
  }

  /** As a word in the words of a link. */
  anchorIdOf(spelling: number, language: Language | undefined): number {
    const id = this.idOf(spelling, language)
    let anchor = this.#anchors.get(id)
    if (anchor === undefined) {
      anchor = this.termId(anchorTerm(this.terms[id] as string))
      this.#anchors.set(id, anchor)
    }
    return anchor
  }

  #idsIn(nth: number, spelling: number): Int32Array {
    let ids = this.#ids[nth]
    if (ids === undefined || spelling >= ids.length) {
      ids = ids === undefined ? new Int32Array(this.#ends.length) : copied(ids, new Int32Array(this.#ends.length))
      this.#ids[nth] = ids
    }
    return ids
  }

  #written(spelling: number): string {
    const start = spelling === 0 ? 0 : (this.#ends[spelling - 1] as number)
    const { buffer, byteOffset, byteLength } = this.#chars.subarray(start, this.#ends[spelling])
    // Halves of characters stay what they are, and a word may be a whole book.
    return Buffer.from(buffer, byteOffset, byteLength).toString('utf16le')
  }

  #isSame(known: number, text: string, from: number, to: number): boolean {
    let start = known === 0 ? 0 : (this.#ends[known - 1] as number)
    if ((this.#ends[known] as number) - start !== to - from) return false
    const chars = this.#chars
    for (let at = from; at < to; at++, start++) if (chars[start] !== text.charCodeAt(at)) return false
    return true
  }

  #add(slot: number, text: string, from: number, to: number): number {
    const start = this.#count === 0 ? 0 : (this.#ends[this.#count - 1] as number)
    this.#reserve(start + to - from)
    for (let at = from; at < to; at++) this.#chars[start + at - from] = text.charCodeAt(at)
    const spelling = this.#count
    this.#ends[spelling] = start + to - from
    this.#signs[spelling] = signsOfWord(text.slice(from, to))
    this.#slots[slot] = ++this.#count
    if (this.#count * 2 > this.#slots.length) this.#rehash()
    return spelling
  }

  termId(term: string): number {
    const known = this.#byTerm.get(term)
    if (known !== undefined) return known
    const own = copyOf(term)
    const id = this.terms.push(own) - 1
    this.#byTerm.set(own, id)
    return id
  }

  #reserve(chars: number): void {
    if (chars > this.#chars.length) this.#chars = copied(this.#chars, new Uint16Array(chars * 2))
    if (this.#count < this.#ends.length) return
    this.#ends = copied(this.#ends, new Int32Array(this.#count * 2))
    this.#signs = copied(this.#signs, new Int32Array(this.#count * 2))
  }

  #rehash(): void {
    const mask = this.#slots.length * 2 - 1
    this.#slots = new Int32Array(mask + 1)
    for (let nth = 0, at = 0; nth < this.#count; nth++) {
      const end = this.#ends[nth] as number
      let hash = end - at
      for (; at < end; at++) hash = (Math.imul(hash, 31) + (this.#chars[at] as number)) | 0
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = nth + 1
    }
  }
}

/** The same characters, part of no other string. */
function copyOf(text: string): string {
  return String.fromCharCode(...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)))
}

let shared = new Vocabulary()

/** The one of this thread. */
export function vocabulary(): Vocabulary {
  if (shared.isFull) shared = new Vocabulary()
  return shared
}
