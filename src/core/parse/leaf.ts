import type { Range } from '../note.ts'

/**
 * A block that holds text and no other block: a paragraph, heading, task or table row. It knows what in it is no prose,
 * so that sentences and fields are found in prose only.
 */
export class Leaf implements Range {
  readonly from: number
  readonly to: number
  /** Marks that no reader sees: quote marks, heading marks, checkboxes, block ids. */
  readonly blanks: Range[] = []
  /** Spans whose inside is no prose: links, code, math, comments, HTML tags. */
  readonly opaque: Range[] = []
  readonly #text: string
  #prose: string | undefined
  #sortedOpaque: readonly Range[] | undefined

  constructor(text: string, range: Range) {
    this.#text = text
    this.from = range.from
    this.to = range.to
  }

  /** The leaf's text, of the same length, with blanks as spaces and each opaque span as one word. */
  get prose(): string {
    this.#prose ??= this.#mask()
    return this.#prose
  }

  get holdsFieldSign(): boolean {
    return this.#text.slice(this.from, this.to).includes('::')
  }

  /** Whether an opaque span stands in or around a range. */
  isOpaque(range: Range): boolean {
    this.#sortedOpaque ??= this.opaque.toSorted((a, b) => a.from - b.from)
    const before = this.#sortedOpaque[firstFrom(this.#sortedOpaque, range.to) - 1]
    return before !== undefined && range.from < before.to
  }

  #mask(): string {
    if (this.blanks.length === 0 && this.opaque.length === 0) return this.#text.slice(this.from, this.to)
    const spans = [
      ...this.blanks.map((range) => ({ range, word: false })),
      ...this.opaque.map((range) => ({ range, word: true })),
    ]
    spans.sort((a, b) => a.range.from - b.range.from)
    const parts: string[] = []
    let at = this.from
    for (const { range, word } of spans) {
      if (range.from < at || range.to > this.to) continue
      parts.push(this.#text.slice(at, range.from), word ? this.#word(range) : ' '.repeat(range.to - range.from))
      at = range.to
    }
    parts.push(this.#text.slice(at, this.to))
    return parts.join('')
  }

  /** Keeps the case of what the span shows first: it decides whether a sentence may start there. */
  #word(range: Range): string {
    const first = /[\p{L}\p{N}]/u.exec(this.#text.slice(range.from, range.to))?.[0] ?? 'x'
    const length = range.to - range.from
    return (first.toLowerCase() === first ? 'x' : 'X') + 'x'.repeat(length - 1)
  }
}

/** Index of the first of some ranges, sorted by start, that starts at or after an offset. */
export function firstFrom(sorted: readonly Range[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Range).from < offset) low = middle + 1
    else high = middle
  }
  return low
}
