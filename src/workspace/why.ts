import type { Corpus } from '../core/suggest/corpus.ts'
import type { Related } from '../core/suggest/related.ts'
import { isStopWord, isWeakWord } from '../core/suggest/stop-words.ts'
import { wordsIn } from '../core/words.ts'

/** Why a note is related, in words, the strongest reason first. */
export function whyRelated(
  { named, terms, between }: Related,
  { text }: { readonly text: string },
  corpus: Corpus,
): string[] {
  const why: string[] = []
  if (named.length > 0) why.push(`named here: ${listed(named.slice(0, 2).map(italic))}`)
  const wanted = between.flatMap((node) => corpus.graph.wanted(node) ?? [])
  const notes = between.flatMap((node) => (node < 0 ? [] : (corpus.facts(node)?.title ?? [])))
  if (notes.length > 2) why.push(`${notes.length} notes are linked with both`)
  else if (notes.length > 0)
    why.push(`${listed(notes.map(italic))} ${notes.length === 1 ? 'is' : 'are'} linked with both`)
  if (wanted.length > 0) why.push(`both wait for a note ${listed(wanted.slice(0, 2).map(italic))}`)
  const words = asWritten(terms, text).filter((word) => word.length > 2 && !isStopWord(word) && !isWeakWord(word))
  if (words.length > 0) why.push(`both mention ${listed(words.slice(0, 3).map(italic))}`)
  return why.length > 0 ? why : ['a few links lead from one to the other']
}

function italic(words: string): string {
  return `*${words.replace(/\s+/g, ' ')}*`
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Terms as the text writes them. */
function asWritten(terms: readonly string[], text: string): string[] {
  const wanted = new Map(terms.map((term) => [term, term]))
  const left = new Set(terms)
  for (const { term, from, to } of wordsIn(text)) {
    if (!left.delete(term)) continue
    wanted.set(term, text.slice(from, to).toLocaleLowerCase())
    if (left.size === 0) break
  }
  return [...wanted.values()]
}
