import type { Range } from '../note.ts'
import { tallyOf } from '../words.ts'
import type { Candidate } from './phrases-in.ts'
import type { Passage } from './prose.ts'

/** A word, or a sign, of an English text, and whether a phrase that says what a text is about may end in it. */
export interface TaggedWord extends Range {
  readonly isNoun: boolean
}

/** Tells the kinds of the words of an English text, by position. */
export type Tagger = (text: string) => readonly TaggedWord[]

/** A phrase of several words that does not end in a noun weighs as if so many more of its words said little. */
const UNLIKELY = 2

/**
 * Of the phrases of an English passage those that end in a noun come first: others are seldom what it is about, and single words not
 * at all. Names with a capital inside a sentence stay as they are, since titles are made of any words; and in other languages all do.
 * @param phrases by position, as the passages are; only passages that have some are read
 */
export function nounPhrases(
  text: string,
  passages: readonly Passage[],
  phrases: readonly Candidate[],
  tagger: Tagger,
): Candidate[] {
  let passage: Range = NOWHERE
  let words: readonly TaggedWord[] = []
  let next = 0
  return phrases.flatMap((phrase) => {
    if (phrase.capital) return phrase
    while (phrase.to > passage.to && next < passages.length) {
      passage = passages[next++] as Passage
      words = UNREAD
    }
    if (words === UNREAD) words = wordsIn(text.slice(passage.from, passage.to), tagger)
    if (wordAt(words, phrase.to - passage.from)?.isNoun ?? true) return phrase
    return phrase.length === 1 ? [] : { ...phrase, weak: phrase.weak + UNLIKELY }
  })
}

const NOWHERE: Range = { from: 0, to: -1 }
/** Of a passage that no phrase has asked about. */
const UNREAD: readonly TaggedWord[] = []

/** The word that ends at a place, or goes on there. */
function wordAt(words: readonly TaggedWord[], at: number): TaggedWord | undefined {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as TaggedWord).to < at) low = middle + 1
    else high = middle
  }
  const found = words[low]
  return found !== undefined && found.from < at ? found : undefined
}

function wordsIn(passage: string, tagger: Tagger): readonly TaggedWord[] {
  return tallyOf(passage).isEnglish ? tagger(passage) : []
}
