import { foldCase } from '../fold.ts'
import type { Range } from '../note.ts'
import { withoutPlural } from './plural.ts'

/** A word of a text, as names are compared: a run of letters and digits, a sign of a script without spaces, or a picture. */
export interface NameWord extends Range {
  /** Folded, singular: words with the same key may be the same word. */
  readonly key: string
}

/**
 * Han, kana, Hangul, Thai, Lao, Khmer and Burmese write words without spaces between them (Hangul: with their endings), so each sign is a
 * word. An English ending after an apostrophe belongs to its word, a French article before one does not.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]\p{M}*|\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}\ufe0f]|\u200d\p{Extended_Pictographic})*|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*(?:['’](?:s|t|d|m|re|ve|ll)(?![\p{L}\p{N}]))?/giu
const PLAIN_WORD = /[a-z0-9]+(?:['’](?:s|t|d|m|re|ve|ll)(?![a-z0-9]))?/gi
const PLAIN = /^[\u0000-\u007f’]*$/
/** A run of these without a space between is no word: the regular expression above takes letters of any script together. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u
const MIXED = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)/u

/** The words of a part of a text, by position. Offsets are those of the whole text. */
export function wordsOf(text: string, { from, to }: Range = { from: 0, to: text.length }): NameWord[] {
  const part = from === 0 && to === text.length ? text : text.slice(from, to)
  const words: NameWord[] = []
  const isPlain = PLAIN.test(part)
  for (const { 0: written, index } of part.matchAll(isPlain ? PLAIN_WORD : WORD)) {
    if (isPlain || !SPACELESS.test(written)) words.push(wordOf(written, from + index))
    else for (const piece of pieces(written)) words.push(wordOf(piece.written, from + index + piece.at))
  }
  return words
}

function wordOf(written: string, from: number): NameWord {
  return { from, to: from + written.length, key: wordKey(written) }
}

/** `第3四半期` and `Notlyの` hold words of both kinds. */
function pieces(written: string): { readonly written: string; readonly at: number }[] {
  const found: { written: string; at: number }[] = []
  let open: { written: string; at: number } | undefined
  let at = 0
  for (const char of written) {
    const isMark = /\p{M}/u.test(char)
    const isSpaceless = !isMark && SPACELESS.test(char)
    if (isMark && found.length > 0) (found.at(-1) as { written: string }).written += char
    else if (isSpaceless) {
      found.push({ written: char, at })
      open = undefined
    } else if (open !== undefined) open.written += char
    else if (MIXED.test(char)) {
      open = { written: char, at }
      found.push(open)
    }
    at += char.length
  }
  return found
}

const keys = new Map<string, string>()
/** The same words come again and again. Half a megabyte or so. */
const KEPT = 5000

/** What of a word is compared: case, the vowel signs of Arabic and Hebrew, the dot of a Turkish capital İ and the plural say nothing. */
export function wordKey(written: string): string {
  const known = keys.get(written)
  if (known !== undefined) return known
  const key = withoutPlural(foldWord(written))
  if (keys.size >= KEPT) keys.clear()
  keys.set(written, key)
  return key
}

/** Full case folding, in one normal form, without the signs that a writer of Arabic, Hebrew or Turkish may leave out. */
export function foldWord(written: string): string {
  if (PLAIN.test(written)) return written.toLowerCase().replace('’', "'")
  const folded = foldCase(written.normalize('NFC')).normalize('NFC').replace('’', "'")
  return folded.replace(UNWRITTEN, '')
}

const UNWRITTEN = /[\u0591-\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|\ufe0f|(?<=i)\u0307/gu

/** Whether words of this text are found without spaces around them. */
export function isSpaceless(text: string): boolean {
  return SPACELESS.test(text)
}
