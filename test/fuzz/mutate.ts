import { PART } from './targets.ts'

/** Small and quick, and the same for the same seed. @returns numbers from 0 up to 1 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ODD = [
  '\0',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udc00',
  'é',
  'e\u0301',
  'İ',
  'ß',
  '研',
  '👩‍👩‍👧',
  '\u202e',
  PART,
]

/** Makes texts out of texts. */
export class Mutator {
  readonly #random: () => number
  readonly #words: readonly string[]
  readonly #longest: number

  /** @param words that mean something to what is tried @param longest in UTF-16 units */
  constructor(random: () => number, words: readonly string[], longest: number) {
    this.#random = random
    this.#words = words
    this.#longest = longest
  }

  mutate(text: string, other: string): string {
    let made = text
    for (let times = 1 + this.#below(this.#below(6) + 1); times > 0; times--) made = this.#once(made, other)
    return made.slice(0, this.#longest)
  }

  #once(text: string, other: string): string {
    const [from, to] = this.#range(text)
    const piece = text.slice(from, to)
    const put = (middle: string): string => text.slice(0, from) + middle + text.slice(to)
    switch (this.#below(10)) {
      case 0:
        return put('')
      case 1:
        return put(piece + piece)
      case 2:
        return put(piece.repeat(1 + this.#below(64)))
      case 3:
        return put(this.#of(this.#words))
      case 4:
        return put(this.#of(ODD))
      case 5: {
        const [start, end] = this.#range(other)
        return put(other.slice(start, end))
      }
      case 6:
        return text.slice(0, from) + other.slice(this.#below(other.length + 1))
      case 7:
        return put([...piece].reverse().join(''))
      case 8:
        return text.slice(0, from) + this.#of(this.#words) + text.slice(from)
      default:
        return put(String.fromCharCode(this.#below(this.#below(8) === 0 ? 0xffff : 128)))
    }
  }

  #range(text: string): [number, number] {
    const from = this.#below(text.length + 1)
    return [from, Math.min(text.length, from + this.#below(this.#below(4) === 0 ? text.length + 1 : 8))]
  }

  #of(list: readonly string[]): string {
    return list[this.#below(list.length)] ?? ''
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }
}
