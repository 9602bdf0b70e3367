/**
 * Whether what stands in parentheses after a link's text can be its address, found by looking at each character of a section a few times,
 * however many links it has. Offsets are those of the section's text.
 */

const BACKSLASH = 92
const OPEN = 40
const CLOSE = 41
const LESS = 60
const MORE = 62
const NEWLINE = 10
/** What closes a title that begins so. */
const TITLES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' }

/** Characters without space between them. */
interface Run {
  readonly from: number
  readonly to: number
  /** Which parenthesis closes which. */
  readonly closes: ReadonlyMap<number, number>
  /** The first that closes none, or -1. */
  readonly unbalanced: number
}

/** What has been found out about one section, which is read from its start to its end. */
class Section {
  readonly text: string
  #run: Run = { from: -1, to: -1, closes: new Map(), unbalanced: -1 }
  readonly #next = new Map<string, { readonly from: number; readonly at: number }>()
  readonly #tails = new Map<number, boolean>()

  constructor(text: string) {
    this.text = text
  }

  /** @param open of `(` */
  mayHaveAddress(open: number): boolean {
    const start = this.#skipSpace(open + 1)
    if (this.text.charCodeAt(start) === LESS) {
      const end = this.#angleEnd(start)
      return end >= 0 && this.#isTail(end)
    }
    const run = this.#runAt(start === open + 1 ? open : start)
    const close = start === open + 1 ? run.closes.get(open) : run.unbalanced < 0 ? undefined : run.unbalanced
    return close !== undefined || this.#isTail(run.to)
  }

  #skipSpace(at: number): number {
    while (isSpace(this.text.charCodeAt(at))) at++
    return at
  }

  /** After the `>`, or -1. */
  #angleEnd(start: number): number {
    for (let at = start + 1, escaped = false; at < this.text.length; at++) {
      const char = this.text.charCodeAt(at)
      if (char === MORE && !escaped) return at + 1
      if ((char === LESS && !escaped) || char === NEWLINE) return -1
      escaped = char === BACKSLASH
    }
    return -1
  }

  #runAt(from: number): Run {
    const isInside = this.text.charCodeAt(from) === OPEN && from > this.#run.from && from < this.#run.to
    if (isInside || from === this.#run.from) return this.#run
    const closes = new Map<number, number>()
    const open: number[] = []
    let unbalanced = -1
    let at = from
    for (let escaped = false; at < this.text.length; at++) {
      const char = this.text.charCodeAt(at)
      if (isSpace(char)) break
      if (escaped) escaped = false
      else if (char === BACKSLASH) escaped = true
      else if (char === OPEN) open.push(at)
      else if (char === CLOSE) {
        const start = open.pop()
        if (start !== undefined) closes.set(start, at)
        else if (unbalanced < 0) unbalanced = at
      }
    }
    this.#run = { from, to: at, closes, unbalanced }
    return this.#run
  }

  /** Whether `)` follows an address that ends here, after a title or none. */
  #isTail(end: number): boolean {
    const known = this.#tails.get(end)
    if (known !== undefined) return known
    const is = this.#findTail(end)
    this.#tails.set(end, is)
    return is
  }

  #findTail(end: number): boolean {
    const start = this.#skipSpace(end)
    if (this.text.charCodeAt(start) === CLOSE) return true
    const closing = start === end ? undefined : TITLES[this.text[start] ?? '']
    if (closing === undefined) return false
    const close = this.#nextUnescaped(closing, start + 1)
    return close >= 0 && this.text.charCodeAt(this.#skipSpace(close + 1)) === CLOSE
  }

  #nextUnescaped(char: string, from: number): number {
    const known = this.#next.get(char)
    if (known !== undefined && known.from <= from && (known.at < 0 || from <= known.at)) return known.at
    let at = this.text.indexOf(char, from)
    while (at >= 0 && this.#isEscaped(at, from)) at = this.text.indexOf(char, at + 1)
    this.#next.set(char, { from, at })
    return at
  }

  #isEscaped(at: number, from: number): boolean {
    let start = at
    while (start > from && this.text.charCodeAt(start - 1) === BACKSLASH) start--
    return (at - start) % 2 === 1
  }
}

/** Lezer's. */
function isSpace(char: number): boolean {
  return char === 32 || char === 9 || char === 10 || char === 13
}

let section = new Section('')

/** @param open of the `(` after a link's text; sections are asked about from their start to their end */
export function mayHaveAddress(text: string, open: number): boolean {
  if (section.text !== text) section = new Section(text)
  return section.mayHaveAddress(open)
}
