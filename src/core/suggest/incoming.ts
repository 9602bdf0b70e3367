import type { Corpus, Doc } from './corpus.ts'
import { keyOf } from './name-table.ts'
import { foldWord, wordsOf } from './name-words.ts'
import { isStopWord } from './stop-words.ts'
import { phraseOf } from './terms.ts'

/** A note that may name another without a link: to be looked at, because the corpus knows words and not links. */
export interface Namer {
  readonly doc: Doc
  readonly names: readonly string[]
}

/** Words that nobody linked and that stand in so many notes are no name. */
const COMMON = 10

/** The notes whose words hold one of some names; those of the rarest name first. @param own not asked @param isPhrase however common its word is */
export function namersOf(names: readonly string[], corpus: Corpus, own: Doc | undefined, isPhrase = false): Namer[] {
  const found = new Map<Doc, string[]>()
  const asked = names
    .map((name) => ({ name, docs: docsWith(name, corpus, isPhrase) }))
    .filter(({ docs }) => docs.length > 0)
  for (const { name, docs } of asked.sort((a, b) => a.docs.length - b.docs.length))
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as Doc
      if (doc === own) continue
      const known = found.get(doc)
      if (known === undefined) found.set(doc, [name])
      else known.push(name)
    }
  return [...found].map(([doc, said]) => ({ doc, names: said }))
}

function docsWith(name: string, corpus: Corpus, isPhrase: boolean): ArrayLike<Doc> {
  const words = phraseOf(name)
  const [first] = words
  if (first === undefined || words.some(({ word }) => corpus.frequency(word) === 0)) return []
  if (words.length > 1) return corpus.phrase(words).docs
  // A name in capitals is only found in capitals.
  if (!isPhrase && isStopWord(foldWord(name)) && name !== name.toUpperCase()) return []
  const { docs } = corpus.postings(first.word)
  return !isPhrase && docs.length >= COMMON && !isCalled(name, corpus) ? [] : docs
}

/** A common word is a name when people link it. */
function isCalled(name: string, corpus: Corpus): boolean {
  return !isStopWord(foldWord(name)) && (corpus.names.entry(keyOf(wordsOf(name)))?.linkers ?? 0) > 0
}
