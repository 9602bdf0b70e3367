import type { Range } from '../core/note.ts'
import type { Corpus } from '../core/suggest/corpus.ts'
import { isSpaceless } from '../core/suggest/name-words.ts'
import { segmented } from '../core/suggest/phrases-in.ts'
import type { Related } from '../core/suggest/related.ts'
import { isStopWord, isWeakWord } from '../core/suggest/stop-words.ts'
import { wordsIn } from '../core/words.ts'

/** Tells why notes are related to a text, in words, the strongest reason of each first. */
export class Reasons {
  readonly #corpus: Corpus
  readonly #text: string
  #runs: ReadonlyMap<string, string> | undefined

  constructor(text: string, corpus: Corpus) {
    this.#text = text
    this.#corpus = corpus
  }

  of({ named, words: shared, between }: Related): string[] {
    const why: string[] = []
    if (named.length > 0) why.push(`named here: ${listed(named.slice(0, 2).map(italic))}`)
    const wanted = between.flatMap((node) => this.#corpus.graph.wanted(node) ?? [])
    const notes = between.flatMap((node) => (node < 0 ? [] : (this.#corpus.facts(node)?.title ?? [])))
    if (notes.length > 2) why.push(`${notes.length} notes are linked with both`)
    else if (notes.length > 0)
      why.push(`${listed(notes.map(italic))} ${notes.length === 1 ? 'is' : 'are'} linked with both`)
    if (wanted.length > 0) why.push(`both wait for a note ${listed(wanted.slice(0, 2).map(italic))}`)
    const words = this.#asWritten(shared)
    const said = [...named, ...wanted].join(' ').toLocaleLowerCase()
    // A word of the name that was just told says nothing more.
    const telling = words.filter((word) => isTelling(word) && !said.includes(word))
    if (telling.length > 0) why.push(`both mention ${listed(telling.slice(0, 3).map(italic))}`)
    if (why.length > 0) return why
    return words.length > 0
      ? [`both mention ${listed(words.slice(0, 3).map(italic))}`]
      : ['a few links lead from one to the other']
  }

  /** Words as the text writes them, each once. */
  #asWritten(shared: readonly string[]): string[] {
    this.#runs ??= written(this.#text)
    const wanted = new Set(shared)
    const words = new Set<string>()
    const signs: string[] = []
    for (const word of shared)
      if (isSpaceless(word)) signs.push(word)
      else words.add((this.#runs.get(word) ?? word).toLocaleLowerCase())
    return [...(signs.length > 0 ? joined(this.#text, wanted) : []), ...words]
  }
}

function isTelling(word: string): boolean {
  if (isSpaceless(word)) return true
  return word.length > 2 && !/^\d+$/.test(word) && !isStopWord(word) && !isWeakWord(word)
}

function italic(words: string): string {
  return `*${words.replace(/\s+/g, ' ')}*`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** How a text writes each word first. */
function written(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const { plain, from, to } of wordsIn(text)) if (!found.has(plain)) found.set(plain, text.slice(from, to))
  return found
}

/** Pairs of signs that follow each other in a text, put together again as far as they are whole words; the longest first. */
function joined(text: string, words: ReadonlySet<string>): string[] {
  const runs: Range[] = []
  for (const { plain, from, to } of wordsIn(text)) {
    if (!words.has(plain) || !isSpaceless(plain)) continue
    const last = runs.at(-1)
    if (last !== undefined && from < last.to) runs[runs.length - 1] = { from: last.from, to }
    else runs.push({ from, to })
  }
  const said = new Set(
    runs.map((run) => wholeWords(text, run)).filter((word) => word.length > 1 && !HIRAGANA.test(word)),
  )
  return [...said].sort((a, b) => b.length - a.length)
}

const HIRAGANA = /^\p{Script=Hiragana}+$/u
/** Around a run, to see where its words begin and end. UTF-16 units. */
const AROUND = 12

function wholeWords(text: string, { from, to }: Range): string {
  const near = { from: Math.max(0, from - AROUND), to: Math.min(text.length, to + AROUND) }
  const inside = segmented(text, near).filter((word) => word.from >= from && word.to <= to)
  return text.slice(inside[0]?.from ?? from, inside.at(-1)?.to ?? from)
}
