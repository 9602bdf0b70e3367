import fuzzysort from 'fuzzysort'
import { foldName } from '../core/fold.ts'

/** A name and what of it is compared. */
export interface Foldable {
  readonly name: string
  /** Folded, without accents; words parted by single spaces or their own punctuation. */
  readonly folded: string
  /** Which letters it has, as bits: most names are told apart from a query by these. */
  readonly letters: number
}

export function foldForMatching(name: string): Foldable {
  const folded = foldPlain(name)
  return { name, folded, letters: lettersOf(folded) }
}

/** One bit for each letter from a to z, and four for all other signs; none for a space. @param folded in lower case */
export function lettersOf(folded: string): number {
  let letters = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    if (code >= 0x61 && code <= 0x7a) letters |= 1 << (code - 0x61)
    else if (code !== 0x20) letters |= 1 << (26 + (code & 3))
  }
  return letters
}

/**
 * Into how many pieces a word falls when each of its signs is taken from a text as soon as it comes, in order.
 * @returns undefined when they are not all there
 */
export function piecesIn(text: string, word: string): number | undefined {
  let at = 0
  let pieces = 0
  for (const sign of word) {
    const found = text.indexOf(sign, at)
    if (found < 0) return undefined
    if (found !== at || pieces === 0) pieces++
    at = found + sign.length
  }
  return pieces
}

const ASCII = /^[\u0000-\u007f]*$/

function foldPlain(text: string): string {
  const folded = foldName(text)
  return ASCII.test(folded) ? folded : folded.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

/** How well a name matches, the best first. */
export const Fit = { exact: 0, prefix: 1, words: 2, inside: 3, alike: 4, fuzzy: 5, none: 6 } as const
export type Fit = (typeof Fit)[keyof typeof Fit]

export interface Matcher {
  readonly query: string
  readonly words: readonly string[]
}

export function matcher(query: string): Matcher {
  const folded = foldPlain(query)
  return { query: folded, words: folded.split(' ').filter(Boolean) }
}

/** Without fuzzy matching, which is tried only when too little else is found. */
export function fitOf({ query, words }: Matcher, { folded }: Foldable): Fit {
  const at = folded.indexOf(query)
  if (at === 0) return folded.length === query.length ? Fit.exact : Fit.prefix
  if (at < 0 && words.length < 2) return Fit.none
  if (words.every((word) => startsWord(folded, word))) return Fit.words
  return at > 0 ? Fit.inside : Fit.none
}

function startsWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
    if (at === 0 || isBoundary(folded.charCodeAt(at - 1), folded.charCodeAt(at))) return true
  return false
}

/** Any sign that is neither letter nor digit, and around characters that are words by themselves. */
function isBoundary(before: number, char: number): boolean {
  if (char >= 0x2e80 && char <= 0xd7ff) return true
  if (before < 0x80) return !((before >= 0x61 && before <= 0x7a) || (before >= 0x30 && before <= 0x39))
  return !/[\p{L}\p{N}]/u.test(String.fromCharCode(before))
}

/**
 * Whether letters that were found apart from each other begin words, one piece after the other: `q3mr` and `qmares` in
 * `Q3 market research`. Others are in the name by chance more often than not.
 * @param matched indexes in the name, ascending
 */
export function beginsWords({ name }: Foldable, matched: readonly number[]): boolean {
  const pieces = matched.filter((index, at) => index !== (matched[at - 1] ?? -2) + 1)
  const isStart = (index: number): boolean =>
    index === 0 || isBoundary(name.toLowerCase().charCodeAt(index - 1), name.toLowerCase().charCodeAt(index))
  return pieces.length > 0 && pieces.every(isStart)
}

/** Indexes in a name, as written, of the characters that match. */
export function matchedIn({ query, words }: Matcher, fit: Fit, { name }: Foldable): number[] {
  if (query === '' || fit === Fit.alike || fit === Fit.none) return []
  if (fit === Fit.fuzzy) return [...(fuzzysort.single(query, name)?.indexes ?? [])].sort((a, b) => a - b)
  const { folded, origin } = foldWithOrigin(name)
  const parts = fit === Fit.words ? words : [query]
  const matched = new Set<number>()
  for (const part of parts) {
    const at = fit === Fit.words ? wordStart(folded, part) : folded.indexOf(part)
    if (at >= 0) for (const index of origin.slice(at, at + part.length)) matched.add(index)
  }
  return [...matched].sort((a, b) => a - b)
}

function wordStart(folded: string, word: string): number {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
    if (at === 0 || isBoundary(folded.charCodeAt(at - 1), folded.charCodeAt(at))) return at
  return -1
}

/** Folds character by character, so that each folded one knows where it comes from. */
function foldWithOrigin(name: string): { readonly folded: string; readonly origin: readonly number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const char of name) {
    const own = /\s/.test(char) ? (folded === '' || folded.endsWith(' ') ? '' : ' ') : foldPlain(char)
    for (let i = 0; i < own.length; i++) origin.push(at)
    folded += own
    at += char.length
  }
  return { folded, origin }
}
