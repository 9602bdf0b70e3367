import { IN_TEXT, NONE, type Packed } from './packed.ts'

/** Reads one note of what was packed, in the order in which it was written. */
export class PackReader {
  readonly #numbers: Float64Array
  readonly #strings: string
  readonly #text: string
  #number: number
  #string: number

  /**
   * @param nth which of the notes
   * @param text of that note, the very one that was packed with it
   */
  constructor({ numbers, strings, starts }: Packed, nth: number, text: string) {
    this.#numbers = numbers
    this.#strings = strings
    this.#text = text
    this.#number = starts[2 * nth] as number
    this.#string = starts[2 * nth + 1] as number
  }

  number(): number {
    return this.#numbers[this.#number++] as number
  }

  numberOrNull(): number | null {
    const value = this.number()
    return value === NONE ? null : value
  }

  string(): string {
    return this.#take(this.number())
  }

  stringOrNull(): string | null {
    const length = this.number()
    return length === NONE ? null : this.#take(length)
  }

  stringIn(at: number): string {
    const length = this.number()
    return length <= IN_TEXT ? this.#text.slice(at, at + IN_TEXT - length) : this.#take(length)
  }

  each<T>(read: () => T): T[] {
    return Array.from({ length: this.number() }, read)
  }

  #take(length: number): string {
    this.#string += length
    return this.#strings.slice(this.#string - length, this.#string)
  }
}
