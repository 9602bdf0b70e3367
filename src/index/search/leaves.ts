import type { Wanted } from '../../core/query/tree.ts'
import { type WantedWord, wantedWords } from '../../core/wanted-words.ts'
import { baseForms } from '../../core/word-forms.ts'
import { wordsIn } from '../../core/words.ts'
import { IN_NAMES, IN_TITLE } from '../words/fields.ts'
import { notesWith } from '../words/match.ts'
import type { Postings } from '../words/postings.ts'
import type { Asking } from './asking.ts'
import { nearNameWords } from './near-words.ts'
import { WEIGHTS } from './weights.ts'

/** A word or phrase that is looked for, with the notes that have it. */
export interface Leaf {
  readonly wanted: Wanted
  /** The word itself, then words that begin so, then words of names that are nearly it; how much each counts. */
  readonly kinds: readonly { readonly postings: Postings; readonly weight: number }[]
  /** How much it tells: the rarer the more. */
  readonly rarity: number
  /** Words that stood in for it. */
  readonly instead: readonly string[]
  /** Words that it is a form of. */
  readonly forms: readonly string[]
}

export function leafOf(asking: Asking, wanted: Wanted): Leaf {
  const { text, checkTime } = asking
  checkTime()
  const exact = notesWith(text, wanted.text, false)
  const kinds = [{ postings: exact, weight: 1 }]
  let most = exact.docs.length
  if (wanted.isBegun) {
    checkTime()
    const begun = notesWith(text, wanted.text, true)
    // What is being typed may be the whole word: then it says how rare it is.
    if (most === 0) most = begun.docs.length
    if (begun.docs.length > exact.docs.length) kinds.push({ postings: begun, weight: WEIGHTS.begun })
  }
  const forms = wanted.isPhrase ? [] : formsOf(wanted.text)
  for (const form of forms) {
    const postings = notesWith(text, form, false)
    if (postings.docs.length > 0) kinds.push({ postings, weight: WEIGHTS.form })
    most = Math.max(most, postings.docs.length)
  }
  const instead = most <= FEW && !wanted.isPhrase ? nearWords(asking, wanted.text, kinds) : []
  for (const word of instead) {
    const postings = inNames(notesWith(text, word, false))
    kinds.push({ postings, weight: WEIGHTS.near })
    most = Math.max(most, postings.docs.length)
  }
  const rarity = Math.log(1 + (text.count - most + 0.5) / (most + 0.5)) * (most === 0 ? WEIGHTS.nowhere : 1)
  return { wanted, kinds, rarity, instead, forms }
}

function formsOf(said: string): string[] {
  const words = wantedWords(said, false)
  return words.length === 1 ? baseForms((words[0] as WantedWord).term) : []
}

/** A word in no more notes than this may be a slip. */
const FEW = 3

/** Words of names that one who made a slip may have meant; none when a name has the word as it was typed. */
function nearWords(asking: Asking, said: string, kinds: Leaf['kinds']): string[] {
  if (kinds.some(({ postings }) => inNames(postings).docs.length > 0)) return []
  const words = wantedWords(said, false)
  return words.length === 1 ? nearNameWords(asking, (words[0] as WantedWord).term) : []
}

function inNames({ docs, weights }: Postings): Postings {
  const is = (_: number, at: number): boolean => ((weights[at] as number) & (IN_TITLE | IN_NAMES)) !== 0
  return { docs: docs.filter(is), weights: weights.filter(is) }
}

/** Words that were typed as one (`well-known`), each by itself: where a note has them not side by side, it has them still. */
export function wordsOf(wanted: Wanted): Wanted[] {
  const words = wordsIn(wanted.text)
  if (wanted.isPhrase || words.length < 2 || words.some(({ term }) => term >= SPACELESS)) return [wanted]
  return words.map(({ from, to }, at) => ({
    ...wanted,
    text: wanted.text.slice(from, to),
    isBegun: wanted.isBegun && at === words.length - 1 && to === wanted.text.length,
  }))
}

/** From here on scripts have no spaces, and what is a word cannot be told. */
const SPACELESS = '\u0e00'
