import { foldName } from '../fold.ts'
import type { Range } from '../note.ts'
import { foldWord, isSpaceless, type NameWord, wordsOf } from './name-words.ts'

/** How a passage writes a name: letter by letter, in another case or with other spaces, or in the plural. */
export type MatchKind = 'exact' | 'folded' | 'inflected'

export interface Match extends Range {
  readonly kind: MatchKind
}

/** A name with what its words leave out. */
export interface NameShape {
  readonly written: string
  readonly words: readonly NameWord[]
}

export function shapeOf(name: string): NameShape {
  const written = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  return { written, words: wordsOf(written) }
}

/**
 * Whether some words of a text, whose keys are those of a name, are that name.
 * @param words as many as the name has
 * @returns undefined when they are not: parted by a line or a sentence, `C` in `C++`, `it` for IT, half a Katakana word
 */
export function matchName(text: string, words: readonly NameWord[], name: NameShape): Match | undefined {
  const first = words[0] as NameWord
  const last = words.at(-1) as NameWord
  const tail = tailOf(name)
  const whole = { from: first.from, to: last.to + tailLength(text, last.to, tail) }
  if (!gapsFit(text, words, name) || !tailFits(text, last.to, tail) || !standsAlone(text, whole, name)) return undefined
  const said = plainly(text.slice(whole.from, whole.to).normalize('NFC').replace(/\s+/g, ' '))
  const core = plainly(name.written.slice(name.words[0]?.from))
  const kind = said === core ? 'exact' : isFolded(text, words, name) ? 'folded' : 'inflected'
  if (kind !== 'exact' && isOnlyExact(said, name)) return undefined
  if (kind === 'inflected' && !isInflected(text, words, name)) return undefined
  return { ...whole, kind }
}

/** An editor may have bent an apostrophe. */
function plainly(said: string): string {
  return said.replaceAll('’', "'")
}

/** Space, hyphen and underscore stand for each other; whatever else parts the words of a name parts them in the text. */
const SOFT = /^[ \t\u00a0_\-‐‑]*$/

function gapsFit(text: string, words: readonly NameWord[], name: NameShape): boolean {
  for (let at = 1; at < words.length; at++) {
    const gap = text.slice(words[at - 1]?.to, words[at]?.from)
    const own = name.written.slice(name.words[at - 1]?.to, name.words[at]?.from)
    if (gap === own || (SOFT.test(gap) && SOFT.test(own) && isGlued(gap, own))) continue
    if (/[\r\n]/.test(gap) || gap.replace(/[ \t\u00a0]+/g, ' ').replaceAll('’', "'") !== own.replaceAll('’', "'"))
      return false
  }
  return true
}

/** Signs that follow each other without a space do so in both; a hyphen may have been left out of neither. */
function isGlued(gap: string, own: string): boolean {
  return (gap === '') === (own === '')
}

/** What of a name stands behind its last word: the `++` of `C++`, the full stop of `U.S.`. */
function tailOf({ written, words }: NameShape): string {
  return written.slice(words.at(-1)?.to ?? 0)
}

function tailLength(text: string, at: number, tail: string): number {
  return tail !== '' && text.startsWith(tail, at) ? tail.length : 0
}

/** Signs belong to a name (`C#`), punctuation may be left out. */
function tailFits(text: string, at: number, tail: string): boolean {
  const isFree = /^[\p{P}\s]*$/u.test(tail) && !/[#*%&@]/.test(tail)
  if (!isFree) return text.startsWith(tail, at)
  return tail !== '' || !/^(?:\+|#(?![\p{L}\p{N}]))/u.test(text.slice(at, at + 2))
}

/** What a template fills in. */
const PLACEHOLDER = /(?:\{\{|<%)[ \t]?$/

const GLUE = /[\p{L}\p{N}_@/\\]/u

/** No part of an address, of a file's name, of a longer word of a script without spaces, or of a compound with a hyphen. */
function standsAlone(text: string, { from, to }: Range, name: NameShape): boolean {
  const before = charBefore(text, from)
  const after = charAt(text, to)
  const start = charAt(text, from)
  if (PLACEHOLDER.test(text.slice(Math.max(0, from - 3), from))) return false
  const end = charBefore(text, to)
  if (isSpaceless(start) || isSpaceless(end))
    return standsInRun(before, start) && standsInRun(after, end) && hangulStarts(before, start)
  if (before === '@' || before === '＠' || before === '/' || before === '\\' || before === '_') return false
  if (/[._@/\\:]/.test(after) && GLUE.test(charAt(text, to + 1))) return false
  const isStrong = name.words.length > 1 || /\p{Lu}/u.test(name.written)
  if (!isStrong && (before === '-' || after === '-')) return false
  return !(before === '-' && /[\p{L}\p{N}]/u.test(charBefore(text, from - 1)))
}

const KATAKANA = /[\p{Script=Katakana}ー]/u
const HANGUL = /\p{Script=Hangul}/u

/** Katakana words are loans, and end where the Katakana ends. */
function standsInRun(outside: string, inside: string): boolean {
  return !(KATAKANA.test(outside) && KATAKANA.test(inside))
}

/** A Korean word has endings and no beginnings. */
function hangulStarts(before: string, start: string): boolean {
  return !(HANGUL.test(before) && HANGUL.test(start))
}

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function charBefore(text: string, at: number): string {
  if (at <= 0) return ''
  const code = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code <= 0xdfff ? text.slice(at - 2, at) : (text[at - 1] as string)
}

function isFolded(text: string, words: readonly NameWord[], name: NameShape): boolean {
  return words.every(({ from, to }, at) => {
    const own = name.words[at]
    return own !== undefined && foldWord(text.slice(from, to)) === foldWord(name.written.slice(own.from, own.to))
  })
}

/** One letter, or a short word in capitals: `it` is not IT, and `us` not US. */
function isOnlyExact(said: string, name: NameShape): boolean {
  if (name.words.length !== 1) return false
  const letters = name.written.replace(/[^\p{L}]/gu, '')
  if ([...letters].length === 1 && !isSpaceless(letters)) return true
  return (
    letters.length <= 4 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    said !== said.toUpperCase()
  )
}

/** An English ending goes with every word; German ones only with nouns, which are written with a capital. */
function isInflected(text: string, words: readonly NameWord[], name: NameShape): boolean {
  return words.every(({ from, to }, at) => {
    const own = name.words[at]
    if (own === undefined) return false
    const said = text.slice(from, to)
    const named = name.written.slice(own.from, own.to)
    const [a, b] = [foldWord(said), foldWord(named)]
    if (a === b || /'s?$/.test(a) || /s$/.test(a) !== /s$/.test(b)) return true
    return /^\p{Lu}/u.test(said) && /^\p{Lu}/u.test(named) && foldName(a) !== foldName(b)
  })
}
