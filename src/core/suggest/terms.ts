import type { Range } from '../note.ts'
import { wantedWords } from '../wanted-words.ts'
import { wordsIn } from '../words.ts'
import type { Placed } from './corpus.ts'

/** The terms of a part of a text, as the corpus counts them. */
export function termsIn(text: string, { from, to }: Range): string[] {
  return wordsIn(text.slice(from, to)).map(({ term }) => term)
}

/** A phrase as it is looked for: its terms with their distances. */
export function phraseOf(said: string): Placed[] {
  return wantedWords(said, false).map(({ term, position }) => ({ term, position }))
}
