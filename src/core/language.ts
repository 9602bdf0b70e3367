import { SMALL_WORDS } from './small-words.ts'

/**
 * Languages whose words are kept without the endings that they have there. English is none of them, nor what cannot be told: of such words
 * the plural is taken off. Neither is Russian, which its letters tell, word by word.
 */
export const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi'] as const

/** As BCP 47 names it. */
export type Language = (typeof LANGUAGES)[number]

/** What a word says of the language: a bit for each that it belongs to, the first for English. */
export type Signs = number

const ENGLISH = 1

function signOf(language: Language): Signs {
  return 2 << LANGUAGES.indexOf(language)
}

function signsOf(languages: readonly Language[]): Signs {
  return languages.reduce((signs, language) => signs | signOf(language), 0)
}

const smallWords = new Map<string, Signs>()
for (const word of SMALL_WORDS.en.split(/\s+/)) smallWords.set(word, ENGLISH)
for (const language of LANGUAGES)
  for (const word of SMALL_WORDS[language].split(/\s+/))
    smallWords.set(word, (smallWords.get(word) ?? 0) | signOf(language))

/** Letters that English does not have. */
const LETTERS: readonly (readonly [letters: RegExp, signs: Signs])[] = [
  [/[ßü]/, signsOf(['de'])],
  [/[äö]/, signsOf(['de', 'sv', 'fi'])],
  [/å/, signsOf(['sv', 'da', 'nb'])],
  [/[æø]/, signsOf(['da', 'nb'])],
  [/ñ/, signsOf(['es'])],
  [/[ãõ]/, signsOf(['pt'])],
  [/ç/, signsOf(['fr', 'pt'])],
  [/[îûœ]/, signsOf(['fr'])],
  [/è/, signsOf(['fr', 'it'])],
  [/[âêô]/, signsOf(['fr', 'pt'])],
  [/ë/, signsOf(['fr', 'nl'])],
  [/[ìò]/, signsOf(['it'])],
  [/[àù]/, signsOf(['fr', 'it'])],
  [/[íú]/, signsOf(['es', 'pt'])],
  [/[áó]/, signsOf(['es', 'pt'])],
]

/** Endings of long words that hardly any other language has. */
const ENDINGS: readonly (readonly [ending: RegExp, language: Language])[] = [
  [/(?:ung|ungen|heiten|keit|keiten|schaft|lich|liche[nrsm]?|ische[nrsm]?|ieren)$/, 'de'],
  [/(?:ements?|eux|euses?|iques|elles?)$/, 'fr'],
  [/(?:ción|ciones|idad|idades|mientos?)$/, 'es'],
  [/(?:zione|zioni|menti|evole|evoli)$/, 'it'],
  [/(?:ção|ções|dades?|mentos)$/, 'pt'],
  [/(?:heid|heden|lijke?|schappen|tje|tjes)$/, 'nl'],
  [/(?:ningar|ningen|heterna|arna|orna)$/, 'sv'],
  [/(?:elserne|inger|hederne|erne)$/, 'da'],
  [/(?:elsene|inger|hetene|ene)$/, 'nb'],
  [/(?:ssa|ssä|lla|llä|sta|stä|inen|isen|iset|oita|ista)$/, 'fi'],
]
const LONG = 7

const ASCII = /^[\u0000-\u007f]*$/

/** @param word as written, in any case */
export function signsOfWord(word: string): Signs {
  const lower = word.toLowerCase()
  let signs = smallWords.get(lower) ?? 0
  if (signs !== 0) return signs
  if (!ASCII.test(lower)) for (const [letters, own] of LETTERS) if (letters.test(lower)) signs |= own
  if (lower.length >= LONG) for (const [ending, language] of ENDINGS) if (ending.test(lower)) signs |= signOf(language)
  return signs
}

/** Counts what the words of a text say. */
export class Tally {
  readonly #counts = new Uint32Array(LANGUAGES.length + 1)

  add(signs: Signs): void {
    for (let left = signs, at = 0; left !== 0; left >>>= 1, at++) if ((left & 1) === 1) (this.#counts[at] as number)++
  }

  /** What most words say; the first of several, and none where English has as many. */
  language(): Language | undefined {
    let best = 0
    for (let at = 1; at < this.#counts.length; at++)
      if ((this.#counts[at] as number) > (this.#counts[best] as number)) best = at
    return best === 0 ? undefined : LANGUAGES[best - 1]
  }

  get isEnglish(): boolean {
    const [english = 0, ...others] = this.#counts
    return english > Math.max(...others)
  }

  clear(): void {
    this.#counts.fill(0)
  }
}
