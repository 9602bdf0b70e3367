import type { Range } from '../note.ts'
import { wantedWords } from '../wanted-words.ts'
import { wordsIn } from '../words.ts'
import type { Placed } from './corpus.ts'

/** The words of a part of a text, as the corpus is asked for them. */
export function plainWordsIn(text: string, { from, to }: Range): string[] {
  return wordsIn(text.slice(from, to)).map(({ plain }) => plain)
}

/** A phrase as it is looked for: its words with their distances. */
export function phraseOf(said: string): Placed[] {
  return wantedWords(said, false).map(({ plain, position }) => ({ word: plain, position }))
}
