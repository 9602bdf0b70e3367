import { termOf } from '../../core/words.ts'
import { anchorTerm } from './anchor-term.ts'

/** Spellings held at most; one that holds more begins anew with the next run. About 100 bytes each. */
const FULL = 150_000

/**
 * Numbers for the terms that spellings are kept as. Texts repeat their words: each spelling is folded once, and found again by its
 * characters without being cut out of its text. No string here is part of a text, which would keep the whole text in memory.
 */
export class Vocabulary {
  /** By hash, one more than a spelling's number; 0 where there is none. */
  #slots = new Int32Array(1 << 15)
  /** The characters of all spellings, one after the other. */
  #chars = new Uint16Array(1 << 16)
  /** Where each spelling ends in `#chars`. */
  #ends = new Int32Array(1 << 13)
  /** Of each spelling its term. */
  #ids = new Int32Array(1 << 13)
  #count = 0
  readonly #byTerm = new Map<string, number>()
  readonly #anchors = new Map<number, number>()
  readonly terms: string[] = []

  get isFull(): boolean {
    return this.#count >= FULL
  }

  /** As a word in the words of a link. */
  anchorIdOf(text: string, from: number, to: number): number {
    const id = this.idOf(text, from, to)
    let anchor = this.#anchors.get(id)
    if (anchor === undefined) {
      anchor = this.#termId(anchorTerm(this.terms[id] as string))
      this.#anchors.set(id, anchor)
    }
    return anchor
  }

  idOf(text: string, from: number, to: number): number {
    let hash = to - from
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
    const slots = this.#slots
    const mask = slots.length - 1
    // Spreads what the multiplication left in the low bits.
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const known = (slots[slot] as number) - 1
      if (known < 0) return this.#add(slot, text, from, to)
      if (this.#isSame(known, text, from, to)) return this.#ids[known] as number
      slot = (slot + 1) & mask
    }
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
    const id = this.#termId(termOf(text.slice(from, to)))
    this.#ends[this.#count] = start + to - from
    this.#ids[this.#count++] = id
    this.#slots[slot] = this.#count
    if (this.#count * 2 > this.#slots.length) this.#rehash()
    return id
  }

  #termId(term: string): number {
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
    this.#ids = copied(this.#ids, new Int32Array(this.#count * 2))
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

function copied<A extends Uint16Array | Int32Array>(from: A, to: A): A {
  to.set(from)
  return to
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
