import type { Wanted } from '../../core/query/tree.ts'
import { wantedWords } from '../../core/wanted-words.ts'
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
  const instead = most <= FEW && !wanted.isPhrase ? nearWords(asking, wanted.text, kinds) : []
  for (const word of instead) {
    const postings = inNames(notesWith(text, word, false))
    kinds.push({ postings, weight: WEIGHTS.near })
    most = Math.max(most, postings.docs.length)
  }
  const rarity = Math.log(1 + (text.count - most + 0.5) / (most + 0.5))
  return { wanted, kinds, rarity, instead }
}

/** A word in no more notes than this may be a slip. */
const FEW = 3

/** Words of names that one who made a slip may have meant; none when a name has the word as it was typed. */
function nearWords(asking: Asking, said: string, kinds: Leaf['kinds']): string[] {
  if (kinds.some(({ postings }) => inNames(postings).docs.length > 0)) return []
  const words = wantedWords(said, false)
  return words.length === 1 ? nearNameWords(asking, (words[0] as { term: string }).term) : []
}

function inNames({ docs, weights }: Postings): Postings {
  const is = (_: number, at: number): boolean => ((weights[at] as number) & (IN_TITLE | IN_NAMES)) !== 0
  return { docs: docs.filter(is), weights: weights.filter(is) }
}
