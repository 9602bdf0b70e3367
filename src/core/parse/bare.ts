import { foldName } from '../fold.ts'
import type { LinkKey, NameKey } from '../note.ts'
import { withoutExtension } from '../path.ts'

const MAX_WORDS = 8
/** UTF-16 units. */
export const LONGEST_NAME = 120

const WORD = /[\p{L}\p{M}\p{N}_]/u
const ASCII_WORD = /[a-z0-9_]/i

function isWordChar(char: string): boolean {
  return char < '\u0080' ? ASCII_WORD.test(char) : WORD.test(char)
}

function isSpaceless(char: string): boolean {
  return char >= '\u0e00' && SPACELESS.test(char)
}
/** Scripts that write words without spaces between them: each character may end a name. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u

/**
 * The names that may start right after the `@` of a bare mention, the longest first: every prefix that ends at a word boundary,
 * of up to eight words.
 * @param line the text from after the `@` to where no name can go on (the line's end, another link, code)
 * @param offset of `line` in the note
 */
export function nameCandidates(line: string, offset: number): LinkKey[] {
  const start = line.slice(0, LONGEST_NAME)
  return PLAIN.test(start) ? plainCandidates(start, offset) : allCandidates(start, offset)
}

/** ASCII words with single spaces between them, and no `.md` in them: their keys are parts of one lower-case string. */
const PLAIN = /^(?!.*\.md)[!-~]+(?: [!-~]+)* ?$/i

function plainCandidates(line: string, offset: number): LinkKey[] {
  const folded = line.toLowerCase()
  const found: LinkKey[] = []
  if (folded.startsWith('/')) return found
  let words = 0
  let inWord = false
  for (let at = 0; at < folded.length; at++) {
    const isWord = isAsciiWord(folded.charCodeAt(at))
    if (isWord && !inWord && ++words > MAX_WORDS) break
    inWord = isWord
    if (folded.charCodeAt(at) === SPACE) continue
    if (isWord && at + 1 < folded.length && isAsciiWord(folded.charCodeAt(at + 1))) continue
    found.push({ key: folded.slice(0, at + 1) as NameKey, to: offset + at + 1 })
  }
  return found.reverse()
}

const SPACE = 0x20

/** Of a lower-case text. */
function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f
}

function allCandidates(line: string, offset: number): LinkKey[] {
  const found = new Map<string, number>()
  const chars = [...line]
  let words = 0
  let at = 0
  let inWord = false
  for (const [index, char] of chars.entries()) {
    const isWord = isWordChar(char)
    if (isWord && (!inWord || isSpaceless(char))) words++
    if (isWord && !inWord && words > MAX_WORDS && !isSpaceless(char)) break
    inWord = isWord
    at += char.length
    if (/\s/.test(char) || !endsName(char, chars[index + 1])) continue
    const key = foldName(withoutExtension(line.slice(0, at)))
    if (key !== '' && !key.startsWith('/') && !found.has(key)) found.set(key, offset + at)
  }
  return [...found].map(([key, to]) => ({ key: key as NameKey, to })).reverse()
}

function endsName(char: string, next: string | undefined): boolean {
  if (next === undefined || !isWordChar(char) || !isWordChar(next)) return true
  if (/\p{M}/u.test(next)) return false
  return isSpaceless(char) || isSpaceless(next)
}
