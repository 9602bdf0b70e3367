import type { Language } from '../language.ts'
import type { Link, Note, NotePath } from '../note.ts'
import { parseNote } from '../parse.ts'
import { stemOf } from '../path.ts'
import { type Candidate, namesOf, resolveKeys } from '../resolve.ts'
import { eachWord, plainOf, tallyOf, termIn } from '../words.ts'
import { type Corpus, type Doc, NOWHERE, type NoteFacts, type Placed, type Postings, together } from './corpus.ts'
import { Graph } from './graph.ts'
import { NameTable } from './name-table.ts'
import { type Positioned, phraseIn } from './phrases.ts'
import { shownWords } from './shown.ts'

export interface GivenNote {
  readonly path: NotePath
  readonly text: string
  /** Milliseconds since 1970. */
  readonly modified?: number
}

/** A whole vault in memory: for tests, and for judging the suggestions by what they find. */
export class MemoryCorpus implements Corpus {
  readonly names = new NameTable()
  readonly graph = new Graph()
  readonly texts: readonly string[]
  readonly #notes: readonly Note[]
  readonly #given: readonly GivenNote[]
  readonly #docs = new Map<NotePath, Doc>()
  readonly #terms = new Map<string, Map<Doc, number[]>>()
  /** In which notes are written; undefined for English. */
  readonly #languages = new Set<Language | undefined>()
  readonly #lengths: number[] = []

  constructor(given: readonly GivenNote[]) {
    this.#given = given
    this.texts = given.map(({ text }) => text)
    this.#notes = given.map(({ path, text }) => parseNote(path, text))
    for (const [doc, note] of this.#notes.entries()) this.#docs.set(note.path, doc)
    this.#takeNames()
    for (const [doc, text] of this.texts.entries()) this.#takeWords(doc, text)
  }

  get size(): number {
    return this.#notes.length
  }

  get averageLength(): number {
    return this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.size)
  }

  docOf(path: NotePath): Doc | undefined {
    return this.#docs.get(path)
  }

  facts(doc: Doc): NoteFacts | undefined {
    const note = this.#notes[doc]
    if (note === undefined) return undefined
    const modified = this.#given[doc]?.modified ?? 0
    const date = note.date === undefined ? modified : Date.parse(note.date)
    return { path: note.path, title: note.title, kind: note.kind ?? null, date }
  }

  lengthOf(doc: Doc): number {
    return this.#lengths[doc] ?? 0
  }

  frequency(word: string): number {
    return this.postings(word).docs.length
  }

  isCommon(): boolean {
    return false
  }

  postings(word: string): Postings {
    return this.#inEach((language) => {
      const found = this.#placesOf(word, language)
      return { docs: [...found.keys()], counts: [...found.values()].map(({ length }) => length) }
    })
  }

  phrase(words: readonly Placed[]): Postings {
    if (words.length === 0) return NOWHERE
    return this.#inEach((language) =>
      phraseIn(
        words.map(({ word, position: place }): Positioned => {
          const places = this.#placesOf(word, language)
          return { place, docs: [...places.keys()], positions: (doc) => places.get(doc) ?? [] }
        }),
      ),
    )
  }

  #inEach(ask: (language: Language | undefined) => Postings): Postings {
    return together([...this.#languages].map(ask))
  }

  #placesOf(word: string, language: Language | undefined): ReadonlyMap<Doc, number[]> {
    return this.#terms.get(termIn(word, language)) ?? new Map<Doc, number[]>()
  }

  /** As the index does: title and other names first, each by itself, then the text. */
  #takeWords(doc: Doc, text: string): void {
    const { path, title, aliases, headings, frontmatter } = this.#notes[doc] as Note
    const names = new Set([stemOf(path), ...aliases, ...headings.map((heading) => heading.text)])
    let position = 0
    let length = 0
    const parts = [title, ...names, text.slice(frontmatter?.to ?? 0)]
    const language = tallyOf(...parts).language()
    this.#languages.add(language)
    for (const part of parts)
      position = eachWord(part, position, (from, to, at) => {
        this.#takeTerm(doc, termIn(plainOf(part.slice(from, to)), language), at)
        length++
      })
    this.#lengths[doc] = length
  }

  #takeTerm(doc: Doc, term: string, position: number): void {
    const places = this.#terms.get(term) ?? new Map<Doc, number[]>()
    this.#terms.set(term, places)
    const own = places.get(doc)
    if (own === undefined) places.set(doc, [position])
    else own.push(position)
  }

  #takeNames(): void {
    const answering = new Map<string, Candidate[]>()
    for (const { path, title, aliases } of this.#notes)
      for (const { key, group } of namesOf(path, title, aliases))
        answering.set(key, [...(answering.get(key) ?? []), { path, group }])
    for (const [doc, { path, title, aliases }] of this.#notes.entries())
      for (const name of new Set([stemOf(path), title, ...aliases])) this.names.add(doc, name)
    for (const [doc, note] of this.#notes.entries()) this.#takeLinks(doc, note, answering)
  }

  #takeLinks(doc: Doc, { path, links }: Note, answering: ReadonlyMap<string, Candidate[]>): void {
    const targets: number[] = []
    const shown = new Set<string>()
    for (const link of links) {
      const target = this.#targetOf(link, path, answering)
      if (target === undefined || target === doc) continue
      targets.push(target)
      const words = shownWords(link)
      if (words === undefined || shown.has(`${target} ${words}`)) continue
      shown.add(`${target} ${words}`)
      this.names.addLinked(target, words)
    }
    this.graph.setLinks(doc, targets)
  }

  #targetOf(link: Link, path: NotePath, answering: ReadonlyMap<string, Candidate[]>): number | undefined {
    const choice = resolveKeys(link.keys, path, (key) => answering.get(key) ?? [])
    if (choice !== undefined) return this.docOf(choice.chosen.path)
    const key = link.keys[0]?.key
    return key === undefined || link.form === 'bare' ? undefined : this.graph.wantedNode(key)
  }
}
