import { editsBetween, editsForgiven } from '../../core/edits.ts'
import { compareText } from '../../core/resolve.ts'
import { wordsIn } from '../../core/words.ts'
import { keptUntilChange } from '../kept-until-change.ts'
import { ALIASES, knownNames } from '../own-names.ts'
import type { Asking } from './asking.ts'

/** Words that are tried in the place of one. */
const MOST = 5

/** The words of names that differ from a word by a letter or two, the nearest first. */
export function nearNameWords({ db, forAll }: Asking, term: string): string[] {
  const most = editsForgiven(term)
  if (most === 0) return []
  const byLength = forAll(() => nameWordsIn(db))
  const found: { readonly word: string; readonly edits: number }[] = []
  const letters = lettersOf(term)
  for (let length = term.length - most; length <= term.length + most; length++)
    for (const { word, letters: own } of byLength.get(length) ?? []) {
      // An edit takes one letter away and brings one at most: that tells nine of ten words apart without counting edits.
      if (countBits(letters ^ own) > 2 * most) continue
      const edits = editsBetween(term, word, most)
      if (edits <= most && edits > 0) found.push({ word, edits })
    }
  const least = found.reduce((least, { edits }) => Math.min(least, edits), Number.POSITIVE_INFINITY)
  return found
    .filter(({ edits }) => edits === least)
    .map(({ word }) => word)
    .sort(compareText)
    .slice(0, MOST)
}

interface NameWord {
  readonly word: string
  readonly letters: number
}

/** Which letters a word has, as bits; some letters share one. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** See Hacker's Delight (Warren, 2012), 5-1. */
function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Every word of every name, by its length: read when somebody slips, and again after a change. */
const nameWordsIn = keptUntilChange((db): ReadonlyMap<number, readonly NameWord[]> => {
  const words = new Set<string>()
  type NameRow = readonly [path: string, title: string, alias: string | null]
  for (const [path, title, alias] of db.each<NameRow>(`SELECT f.path, f.title, a.written FROM file f ${ALIASES}`))
    for (const name of knownNames(path, title, [alias])) for (const { term } of wordsIn(name)) words.add(term)
  const named = [...words].map((word): NameWord => ({ word, letters: lettersOf(word) }))
  return Map.groupBy(named, ({ word }) => word.length)
})
