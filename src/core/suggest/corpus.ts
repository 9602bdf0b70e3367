/** What the suggestions must know of a vault. The core declares it; the index answers it, and tests answer it from memory. */
import type { NotePath } from '../note.ts'
import type { NameTable } from './name-table.ts'

/** A note's number in the corpus. */
export type Doc = number

/** What a list shows of a note. */
export interface NoteFacts {
  readonly path: NotePath
  readonly title: string
  readonly kind: string | null
  /** Frontmatter date, else the time of the last change: milliseconds since 1970. */
  readonly date: number
}

/** Notes that hold a word or a phrase, in any order, with how often each does. */
export interface Postings {
  readonly docs: ArrayLike<Doc>
  readonly counts: ArrayLike<number>
}

/** What several ask for that share no note, such as the same word in several languages. */
export function together(all: readonly Postings[]): Postings {
  const some = all.filter(({ docs }) => docs.length > 0)
  const [first = NOWHERE] = some
  if (some.length < 2) return first
  return {
    docs: some.flatMap(({ docs }) => Array.from(docs)),
    counts: some.flatMap(({ counts }) => Array.from(counts)),
  }
}

export const NOWHERE: Postings = { docs: [], counts: [] }

/** A word and its place among others. */
export interface Placed {
  /** Without case and accents; the corpus knows its forms in each language that notes are written in. */
  readonly word: string
  readonly position: number
}

export interface Corpus {
  /** How many notes there are. */
  readonly size: number
  /** The mean length of a note, in words. */
  readonly averageLength: number
  readonly names: NameTable
  readonly graph: LinkGraph
  docOf(path: NotePath): Doc | undefined
  facts(doc: Doc): NoteFacts | undefined
  /** Length of a note, in words. */
  lengthOf(doc: Doc): number
  /** How many notes hold a word, in whatever form of their language. */
  frequency(word: string): number
  /** In a large vault: so frequent that the word alone tells nothing, and that asking where it stands takes long. */
  isCommon(word: string): boolean
  postings(word: string): Postings
  /** Notes where the words stand at these distances from each other. */
  phrase(words: readonly Placed[]): Postings
}

/** Notes and wanted names as nodes, links as edges, in both directions. */
export interface LinkGraph {
  /** The notes and wanted names (below zero) that a note or wanted name is linked with, each as often as there are links. */
  neighbours(node: number): readonly number[]
  /** @returns undefined when there are more than so many: a hub's are not gathered for nothing */
  neighbours(node: number, most: number): readonly number[] | undefined
  /** What a note links to, each once. */
  linksOf(doc: Doc): ReadonlySet<number>
  /** The name that a wanted node stands for. */
  wanted(node: number): string | undefined
}
