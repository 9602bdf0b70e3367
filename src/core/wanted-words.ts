import { eachWord, termOf, wordsIn } from './words.ts'

/** A word that is looked for; several that were typed as one (`well-known`) have to stand side by side, as their positions say. */
export interface WantedWord {
  readonly term: string
  readonly position: number
  /** Whether it may go on. */
  readonly isBegun: boolean
}

/** @param isBegun whether what was typed may be the beginning of a word */
export function wantedWords(said: string, isBegun: boolean): WantedWord[] {
  // The last of the characters that are kept in pairs is in the pair before it.
  const found = wordsIn(said).filter(({ to }, at, all) => all[at - 1]?.to !== to)
  const last = found.length - 1
  return found.map(({ term, from, to, position }, at) => {
    const isLast = at === last
    const goesOn = isLast && isBegun && to === said.length
    const typed = said.slice(from, to)
    return { term: goesOn ? begunTerm(typed, term) : term, position, isBegun: goesOn || (isLast && isSingle(typed)) }
  })
}

/** What is being typed may be a plural on its way: `studie` is to find what is kept as `study`. */
function begunTerm(typed: string, term: string): string {
  const kept = termOf(`${typed}x`).slice(0, -1)
  if (kept.length > 3 && kept.endsWith('ie')) return kept.slice(0, -2)
  return kept.startsWith(term) ? term : kept
}

function isSingle(word: string): boolean {
  return [...word].length === 1 && word >= '\u0e00'
}

/** The words of a text, each folded only when it may be one that is looked for: most are not. */
export class WordsOf {
  readonly #text: string
  readonly #froms: number[] = []
  readonly #tos: number[] = []
  readonly #positions: number[] = []

  constructor(text: string, start = 0) {
    this.#text = text
    eachWord(
      text,
      0,
      (from, to, position) => {
        this.#froms.push(from)
        this.#tos.push(to)
        this.#positions.push(position)
      },
      start,
    )
  }

  get length(): number {
    return this.#froms.length
  }

  from(at: number): number {
    return this.#froms[at] as number
  }

  to(at: number): number {
    return this.#tos[at] as number
  }

  position(at: number): number {
    return this.#positions[at] as number
  }

  matches(at: number, { term, isBegun }: WantedWord): boolean {
    const first = this.#text.charCodeAt(this.from(at))
    // Folding keeps the first letter of an ASCII word, but for its case.
    if (first < ASCII && (first | LOWER) !== (term.charCodeAt(0) | LOWER)) return false
    const own = termOf(this.#text.slice(this.from(at), this.to(at)))
    return isBegun ? own.startsWith(term) : own === term
  }
}

const ASCII = 128
const LOWER = 0x20

/** Whether the words that are wanted stand in a text from its word `at` on. */
export function standsAt(words: WordsOf, at: number, wanted: readonly WantedWord[]): boolean {
  const start = words.position(at) - (wanted[0]?.position ?? 0)
  return wanted.every((one, i) => {
    if (at + i >= words.length || words.position(at + i) !== start + one.position) return false
    return words.matches(at + i, one)
  })
}
