import type { NotePath, Range } from '../note.ts'
import type { Corpus, Doc } from './corpus.ts'
import { keyOf, type NamePlace } from './name-table.ts'
import { type NameWord, wordsOf } from './name-words.ts'
import type { Passage } from './prose.ts'
import { type Match, matchName, type NameShape, shapeOf } from './same-name.ts'

/** Where a text comes from. */
export interface Asking {
  readonly corpus: Corpus
  /** The note that holds the text; undefined for text that is in no note. */
  readonly path: NotePath | undefined
}

/** A name in the plain words of a passage. */
export interface FoundName extends NamePlace {
  /** The passage is that name and nothing else, as items of a list of notes are. */
  readonly alone: boolean
  /** It has a capital where none need be. */
  readonly capital: boolean
}

/** Where names of notes stand in the plain words of some passages, by position; what the note itself is called is left out. */
export function namesIn(text: string, passages: readonly Passage[], { corpus, path }: Asking): FoundName[] {
  const own = path === undefined ? undefined : corpus.docOf(path)
  const found: FoundName[] = []
  for (const { passage, run, words } of runsOf(text, passages)) {
    for (let at = 0; at < words.length; ) {
      const name = corpus.names.longestAt(text, words, at)
      if (name !== undefined && !isNameOf(name.place, own)) {
        const isItem = passage.level === 0 && passage.plain.length === 1
        const alone = isItem && name.length === words.length && isMost(name.place, run)
        found.push({ ...name.place, alone, capital: isCapitalInSentence(text, name.place) })
      }
      at += name?.length ?? 1
    }
  }
  return found
}

/** Where some names stand in plain words, by position, unless they are part of a longer name of another note (of any length: also then). */
export function placesOf(
  text: string,
  passages: readonly Passage[],
  names: readonly string[],
  { corpus, anyLength = false }: Asking & { readonly anyLength?: boolean },
): (Match & { readonly name: string })[] {
  const wanted = Map.groupBy(names.map(shapeOf), ({ words }) => keyOf(words.slice(0, 1)))
  const found: (Match & { name: string })[] = []
  for (const { words } of runsOf(text, passages)) {
    // To look for other names takes long, and behind the last word that may begin one of these they make no difference.
    const last = words.findLastIndex(({ key }) => wanted.has(key))
    for (let at = 0; at <= last; ) {
      const name = bestOf(text, words, at, wanted.get((words[at] as NameWord).key) ?? [])
      const other = anyLength ? undefined : corpus.names.longestAt(text, words, at)
      if (name !== undefined && name.length >= (other?.length ?? 0)) found.push(name.match)
      at += Math.max(name?.length ?? 1, other?.length ?? 1)
    }
  }
  return found
}

function bestOf(text: string, words: readonly NameWord[], at: number, names: readonly NameShape[]) {
  for (const name of names.toSorted((a, b) => b.words.length - a.words.length)) {
    const said = words.slice(at, at + name.words.length)
    if (keyOf(said) !== keyOf(name.words)) continue
    const match = matchName(text, said, name)
    if (match !== undefined) return { match: { ...match, name: name.written }, length: said.length }
  }
  return undefined
}

function* runsOf(text: string, passages: readonly Passage[]) {
  for (const passage of passages) for (const run of passage.plain) yield { passage, run, words: wordsOf(text, run) }
}

/** A note says its own name without meaning anything by it. */
function isNameOf({ entry, uses }: NamePlace, own: Doc | undefined): boolean {
  return own !== undefined && entry.owners > 0 && uses().some(({ use }) => use.doc === own && use.own > 0)
}

function isMost(place: Range, run: Range): boolean {
  return place.to - place.from > 0.8 * (run.to - run.from)
}

/** A capital says something only inside a sentence. */
export function isCapitalInSentence(text: string, { from }: Range): boolean {
  return /\p{Lu}/u.test(text[from] ?? '') && /[\p{L}\p{N},;]\s$/u.test(text.slice(Math.max(0, from - 2), from))
}
