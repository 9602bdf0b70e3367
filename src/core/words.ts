import { foldCase } from './fold.ts'
import { type Language, type Signs, signsOfWord, Tally } from './language.ts'
import { stemIn } from './stems.ts'

/** Raised with every change of which words a text has: full text that was made by another version is made anew. */
export const WORDS_VERSION = 2

/**
 * What is told of each word of a text: offsets, and a position. Words that follow each other have neighbouring positions; where
 * punctuation or an empty line parts them, one position stays free, so that no phrase goes across.
 */
export type OnWord = (from: number, to: number, position: number) => void

const OTHER = 0
const WORD = 1
/** Parts phrases. */
const STOP = 2
const APOSTROPHE = 3
const PLUS = 4
const LINE = 5
/** Not ASCII: asked of Unicode. */
const ASCII = 128

const CLASSES = new Uint8Array(ASCII)
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') CLASSES[char.charCodeAt(0)] = WORD
for (const char of '.,;:!?(){}"|') CLASSES[char.charCodeAt(0)] = STOP
CLASSES["'".charCodeAt(0)] = APOSTROPHE
CLASSES['+'.charCodeAt(0)] = PLUS
CLASSES['\n'.charCodeAt(0)] = LINE

const DOT = 0x2e
const PLUS_SIGN = 0x2b
/** What English joins to a word with an apostrophe is no word of its own: `Anna’s`, `don’t`. */
const CLITIC = /(?:s|t|d|m|re|ve|ll)(?![\p{L}\p{M}\p{N}])/iuy
const IN_WORD = /[\p{L}\p{M}\p{N}]/u
/**
 * Scripts that write words without spaces. Words in them are found by pairs of characters: `市場調査` is kept as `市場 場調 調査 査`, so that
 * any part of it of two characters or more is a phrase of pairs, and one character is the beginning of a pair.
 */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u

/**
 * Tells the words of a text one by one.
 * @param position of the first word
 * @param start offset from which on words are told; to cut the text would make each look at it slower
 * @returns a position that no phrase reaches from here, for what is said in another place
 */
export function eachWord(text: string, position: number, onWord: OnWord, start = 0): number {
  const length = text.length
  let at = start
  let next = position
  let isEmptyLine = false
  /** Whether a word stands before: what stands before all of them parts nothing. */
  let any = false
  let isParted = false
  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = code < ASCII ? (CLASSES[code] as number) : classOf(text, at)
    if (kind === WORD) {
      const to = endOfWord(text, at)
      if (isParted && any) next++
      isParted = false
      isEmptyLine = false
      any = true
      next =
        code >= SPACELESS_FROM && SPACELESS.test(String.fromCodePoint(text.codePointAt(at) as number))
          ? eachPair(text, at, to, next, onWord)
          : tell(onWord, at, to, next)
      at = to
      continue
    }
    if (kind === LINE) {
      if (isEmptyLine || startsBlock(text, at + 1)) isParted = true
      isEmptyLine = true
    } else if (kind === STOP) {
      if (!isInside(text, at)) isParted = true
    } else if (kind === APOSTROPHE && any) {
      CLITIC.lastIndex = at + 1
      if (isWordAt(text, at - 1)) at += CLITIC.exec(text)?.[0].length ?? 0
    }
    at += code > 0xd7ff && code < 0xdc00 ? 2 : 1
  }
  return next + 1
}

const BLOCK = /[ \t]*(?:[-*+#>|=]|\d+[.)])/y

/** A list item, a heading, a quotation: no phrase goes on into it. */
function startsBlock(text: string, at: number): boolean {
  BLOCK.lastIndex = at
  return BLOCK.test(text)
}

const SPACELESS_FROM = 0x0e00

function tell(onWord: OnWord, from: number, to: number, position: number): number {
  onWord(from, to, position)
  return position + 1
}

function eachPair(text: string, from: number, to: number, position: number, onWord: OnWord): number {
  let at = from
  let next = position
  while (at < to) {
    const second = at + sizeAt(text, at)
    onWord(at, second < to ? second + sizeAt(text, second) : to, next++)
    at = second
  }
  return next
}

function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1
}

/** A run of a script with spaces, or of one without; `++` belongs to the word before it (`C++`). */
function endOfWord(text: string, from: number): number {
  const length = text.length
  let at = from
  let code = text.charCodeAt(at)
  if (code < ASCII || !isSpacelessAt(text, at)) {
    while (at < length) {
      code = text.charCodeAt(at)
      if (code < ASCII) {
        if (CLASSES[code] !== WORD) {
          if (code !== PLUS_SIGN) return at
          break
        }
        at++
      } else if (classOf(text, at) === WORD && !isSpacelessAt(text, at)) at += sizeAt(text, at)
      else break
    }
    if (text.charCodeAt(at) === PLUS_SIGN && at - from <= 2) {
      let end = at
      while (text.charCodeAt(end) === PLUS_SIGN) end++
      if (!isWordAt(text, end)) return end
    }
    return at
  }
  while (at < length && text.charCodeAt(at) >= ASCII && isSpacelessAt(text, at)) at += sizeAt(text, at)
  return at
}

function isSpacelessAt(text: string, at: number): boolean {
  return text.charCodeAt(at) >= SPACELESS_FROM && SPACELESS.test(String.fromCodePoint(text.codePointAt(at) as number))
}

function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const code = text.charCodeAt(at)
  return code < ASCII ? CLASSES[code] === WORD : classOf(text, at) === WORD
}

/** A full stop in `3.5`, `U.S.` or `J. J. Hill` parts nothing. */
function isInside(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DOT) return false
  return (
    isWordAt(text, at + 1) ||
    (isWordAt(text, at - 1) && !isWordAt(text, at - 2) && /\p{Lu}/u.test(text[at - 1] as string))
  )
}

const NOT_ASCII_STOP = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}…‽。、，；：！？؟،؛।\u2028\u2029]/u
const RIGHT_QUOTE = 0x2019

/** Classes of the Basic Multilingual Plane, asked once for each character. */
const known = new Map<number, number>()

function classOf(text: string, at: number): number {
  const code = text.codePointAt(at) as number
  let kind = known.get(code)
  if (kind === undefined) {
    const char = String.fromCodePoint(code)
    kind = IN_WORD.test(char) ? WORD : code === RIGHT_QUOTE ? APOSTROPHE : NOT_ASCII_STOP.test(char) ? STOP : OTHER
    known.set(code, kind)
  }
  return kind
}

const ONLY_ASCII = /^[\u0000-\u007f]*$/
/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic: words are found without them. */
const POINTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g
const LONGEST = 64

/** A word without case and accents. */
export function plainOf(word: string): string {
  const short = word.length > LONGEST ? word.slice(0, LONGEST) : word
  if (ONLY_ASCII.test(short)) return short.toLowerCase()
  const plain = foldCase(short.normalize('NFKD').replace(POINTS, '')).replace(POINTS, '').normalize('NFC')
  return plain.replaceAll('ı', 'i')
}

/** What parts a term from the language of the notes that have it; no word has it. */
const IN = '~'

/**
 * Words are remembered: those of a search, a name or a paragraph come again and again. Half a megabyte of them or so; all words of a vault would
 * fill the memory for hours, and save no time that anyone notices.
 */
const MOST_REMEMBERED = 5000
const stems = new Map<string, string>()

/**
 * What a word is kept as in the notes of a language, and looked for as in them: `kleinen` as `klein~de`. Every term says the language, so
 * that the German `Note` is not found with the English `not`.
 * @param plain without case and accents
 * @param language undefined for English, and where it is not known
 */
export function termIn(plain: string, language: Language | undefined): string {
  if (language === undefined) return stemIn(plain, undefined)
  const key = `${plain}${IN}${language}`
  let term = stems.get(key)
  if (term === undefined) {
    term = `${stemIn(plain, language)}${IN}${language}`
    if (stems.size >= MOST_REMEMBERED) stems.clear()
    stems.set(key, term)
  }
  return term
}

/** Every note of a language has this term. */
export function noteIn(language: Language): string {
  return `${IN}${language}`
}

/** What a word is kept as in English: without case, accents and the plural. */
export function termOf(word: string): string {
  return termIn(plainOf(word), undefined)
}

export interface Word {
  readonly term: string
  /** Without case and accents. */
  readonly plain: string
  readonly from: number
  readonly to: number
  readonly position: number
}

export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  eachWord(text, 0, (from, to, position) => {
    const plain = plainOf(text.slice(from, to))
    words.push({ term: termIn(plain, undefined), plain, from, to, position })
  })
  return words
}

const signs = new Map<string, Signs>()
/** V8 copies what is shorter out of a text; what is longer is a part of it, and would keep the whole text in memory. */
const COPIED = 13

/** What the words of a text say of its language; each of them once. */
export function tallyOf(...texts: readonly string[]): Tally {
  const words = new Set<string>()
  for (const text of texts) eachWord(text, 0, (from, to) => words.add(text.slice(from, to)))
  const tally = new Tally()
  for (const word of words) tally.add(knownSigns(word))
  return tally
}

function knownSigns(word: string): Signs {
  if (word.length >= COPIED) return signsOfWord(word)
  let known = signs.get(word)
  if (known === undefined) {
    known = signsOfWord(word)
    if (signs.size >= MOST_REMEMBERED) signs.clear()
    signs.set(word, known)
  }
  return known
}
