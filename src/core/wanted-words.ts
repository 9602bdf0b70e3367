import { formsBegun } from './begun.ts'
import type { Language } from './language.ts'
import { eachWord, plainOf, termIn, termOf, wordsIn } from './words.ts'

/** A word that is looked for; several that were typed as one (`well-known`) have to stand side by side, as their positions say. */
export interface WantedWord {
  /** As English keeps it; of a word that may go on, how it begins. */
  readonly term: string
  /** Without case and accents. */
  readonly plain: string
  readonly position: number
  /** Whether it may go on. */
  readonly isBegun: boolean
}

/** @param isBegun whether what was typed may be the beginning of a word */
export function wantedWords(said: string, isBegun: boolean): WantedWord[] {
  // The last of the characters that are kept in pairs is in the pair before it.
  const found = wordsIn(said).filter(({ to }, at, all) => all[at - 1]?.to !== to)
  const last = found.length - 1
  return found.map(({ term, plain, from, to, position }, at) => {
    const isLast = at === last
    const goesOn = isLast && isBegun && to === said.length
    const typed = said.slice(from, to)
    const begun = goesOn ? begunTerm(typed, term) : term
    return { term: begun, plain, position, isBegun: goesOn || (isLast && isSingle(typed)) }
  })
}

/**
 * What a word is kept as in notes of English and of each of some languages; of one that may go on only what does not begin as it is typed
 * (`entscheidun` is on its way to what German keeps as `entscheid`).
 */
export function termsOf({ term, plain, isBegun }: WantedWord, languages: readonly Language[]): string[] {
  if (!isBegun) return [term, ...languages.map((language) => termIn(plain, language))]
  return [undefined, ...languages]
    .flatMap((language) => formsBegun(plain, language))
    .filter((form) => !form.startsWith(term))
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
  readonly #languages: readonly Language[]
  readonly #forms = new Map<WantedWord, readonly string[]>()
  readonly #froms: number[] = []
  readonly #tos: number[] = []
  readonly #positions: number[] = []

  /** @param languages in which the text may be written, beside English */
  constructor(text: string, languages: readonly Language[]) {
    this.#text = text
    this.#languages = languages
    eachWord(text, 0, (from, to, position) => {
      this.#froms.push(from)
      this.#tos.push(to)
      this.#positions.push(position)
    })
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

  matches(at: number, wanted: WantedWord): boolean {
    const { term, isBegun } = wanted
    const first = this.#text.charCodeAt(this.from(at))
    // Folding keeps the first letter of an ASCII word, but for its case.
    if (first < ASCII && (first | LOWER) !== (term.charCodeAt(0) | LOWER)) return false
    const plain = plainOf(this.#text.slice(this.from(at), this.to(at)))
    const own = termIn(plain, undefined)
    if (isBegun ? own.startsWith(term) : own === term) return true
    const forms = this.#formsOf(wanted)
    if (isBegun && forms.includes(own)) return true
    return forms.length > 0 && this.#languages.some((language) => forms.includes(termIn(plain, language)))
  }

  #formsOf(wanted: WantedWord): readonly string[] {
    let forms = this.#forms.get(wanted)
    if (forms === undefined) {
      forms = termsOf(wanted, this.#languages)
      this.#forms.set(wanted, forms)
    }
    return forms
  }
}

const ASCII = 128
const LOWER = 0x20

/** Whether the words that are wanted stand in a text from its word `at` on. */
export function standsAt(words: WordsOf, at: number, wanted: readonly WantedWord[]): boolean {
  const start = words.position(at) - (wanted[0]?.position ?? 0)
  if (at + wanted.length > words.length) return false
  for (let i = 0; i < wanted.length; i++) {
    const one = wanted[i] as WantedWord
    if (words.position(at + i) !== start + one.position || !words.matches(at + i, one)) return false
  }
  return true
}
