import { copied } from '../copied.ts'
import { IN_TEXT, NONE, type Packed } from './packed.ts'

export class PackWriter {
  #numbers = new Float64Array(1 << 14)
  #count = 0
  readonly #starts: number[] = []
  /** Joined for each note, so that what they were parts of can go. */
  readonly #notes: string[] = []
  #length = 0
  #strings: string[] = []
  #text = ''

  /** What is written from now on is of the next note. @param text which whoever reads has too */
  begin(text: string): void {
    this.#close()
    this.#starts.push(this.#count, this.#length)
    this.#text = text
  }

  number(value: number): void {
    if (this.#count === this.#numbers.length) this.#numbers = copied(this.#numbers, new Float64Array(this.#count * 2))
    this.#numbers[this.#count++] = value
  }

  /** @param value not below 0 */
  numberOrNull(value: number | null): void {
    this.number(value ?? NONE)
  }

  string(value: string | null): void {
    this.number(value === null ? NONE : value.length)
    if (value !== null && value !== '') this.#strings.push(value)
  }

  /** A string that most often stands in the text at some place. */
  stringIn(value: string, at: number): void {
    if (this.#text.startsWith(value, at)) this.number(IN_TEXT - value.length)
    else this.string(value)
  }

  each<T>(values: readonly T[], write: (value: T) => void): void {
    this.number(values.length)
    for (const value of values) write(value)
  }

  finish(): Packed {
    this.#close()
    return {
      numbers: this.#numbers.slice(0, this.#count),
      strings: this.#notes.join(''),
      starts: Uint32Array.from(this.#starts),
    }
  }

  #close(): void {
    const joined = this.#strings.join('')
    this.#notes.push(joined)
    this.#length += joined.length
    this.#strings = []
  }
}
