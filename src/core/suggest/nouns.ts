import type { Range } from '../note.ts'
import type { Candidate } from './phrases-in.ts'
import type { Passage } from './prose.ts'
import { isEnglish } from './stop-words.ts'

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
 */
export function nounPhrases(
  text: string,
  passages: readonly Passage[],
  phrases: readonly Candidate[],
  tagger: Tagger,
): Candidate[] {
  const tagged = passages.map(({ from, to }) => {
    const words = text.slice(from, to)
    return { from, to, words: isEnglish(words) ? tagger(words) : [] }
  })
  return phrases.flatMap((phrase) => {
    if (phrase.capital) return phrase
    const passage = tagged.find(({ from, to }) => from <= phrase.from && phrase.to <= to)
    const at = passage === undefined ? 0 : phrase.to - passage.from
    const ends = passage?.words.find(({ from, to }) => from < at && at <= to)
    if (ends?.isNoun ?? true) return phrase
    return phrase.length === 1 ? [] : { ...phrase, weak: phrase.weak + UNLIKELY }
  })
}
