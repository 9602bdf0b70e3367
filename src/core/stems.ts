import type { Language } from './language.ts'
import { stem } from './stem.ts'

/** @param word lower case @returns the word without its ending */
export type Stemmer = (word: string) => string

type Stemmed = Language | 'ru'

let load: (language: Stemmed) => Stemmer = () => {
  throw new Error('Nobody said where the stemmers are')
}
const loaded = new Map<Stemmed, Stemmer>()

/** Says how a language's stemmer is loaded, which is done when a word is first asked for. */
export function stemmersFrom(loader: (language: Stemmed) => Stemmer): void {
  load = loader
}

/**
 * Accents say nothing here, as everywhere: they are gone before a word is stemmed. Where the endings of a language have one, it is put back;
 * so are a few that its stemmer leaves apart.
 */
const MENDED: Readonly<Partial<Record<Stemmed, readonly (readonly [RegExp, string])[]>>> = {
  es: [[/cion$/, 'ción']],
  fr: [[/^petite?s?$/, 'petite']],
  nl: [[/ies$/, 'ie']],
  pt: [
    [/oes$/, 'ao'],
    [/cao$/, 'ção'],
  ],
  ru: [[/(?<=[аеиоуыюя])и$/, 'й']],
}

const LATIN = /^[a-zæðøþłœ]+$/
const RUSSIAN = /^[а-я]+$/
const ACCENTS = /[\u0300-\u036f]/g

/**
 * A word without the ending that it may have in a language.
 * @param plain without case and accents
 * @param language undefined for English, and where it is not known
 */
export function stemIn(plain: string, language: Language | undefined): string {
  if (isRussian(plain)) return stemBy('ru', plain)
  if (language === undefined) return stem(plain)
  return LATIN.test(plain) ? stemBy(language, plain) : plain
}

const CYRILLIC = 0x400
const AFTER_CYRILLIC = 0x500

/** Whether a word has letters of Russian alone; other languages have those too, and their words are kept as if they were Russian. */
export function isRussian(plain: string): boolean {
  const first = plain.charCodeAt(0)
  return first >= CYRILLIC && first < AFTER_CYRILLIC && RUSSIAN.test(plain)
}

function stemBy(language: Stemmed, plain: string): string {
  let stemmer = loaded.get(language)
  if (stemmer === undefined) {
    stemmer = load(language)
    loaded.set(language, stemmer)
  }
  let word = plain
  for (const [ending, mended] of MENDED[language] ?? []) word = word.replace(ending, mended)
  return stemmer(word).normalize('NFKD').replace(ACCENTS, '')
}
