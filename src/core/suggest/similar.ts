import type { Corpus, Doc } from './corpus.ts'

/** A note that says the same rare words. */
export interface Similar {
  readonly doc: Doc
  readonly score: number
  /** The shared terms that weigh most. */
  readonly terms: readonly string[]
}

/** Of a text its most telling terms are compared. */
const TERMS = 30
/** Terms in more notes than this tell little and cost much: a share of all notes, and a number. */
const CAP_SHARE = 0.25
const CAP_NOTES = 1000

const K1 = 1.2
const B = 0.6

/** Notes by BM25 over the most telling terms of a text, best first. @param counts how often the text has each term */
export function similarNotes(
  counts: ReadonlyMap<string, number>,
  corpus: Corpus,
  own: Doc | undefined,
  limit: number,
): Similar[] {
  const telling = tellingTerms(counts, corpus).map(({ term, weight }) => ({
    term,
    parts: partsOf(corpus, term, weight),
  }))
  const scores = new Map<Doc, number>()
  for (const { parts } of telling) for (const [doc, part] of parts) scores.set(doc, (scores.get(doc) ?? 0) + part)
  if (own !== undefined) scores.delete(own)
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([doc, score]) => ({ doc, score, terms: termsOf(doc, telling) }))
}

/** What a term adds to the score of each note. */
function partsOf(corpus: Corpus, term: string, weight: number): Map<Doc, number> {
  const parts = new Map<Doc, number>()
  const { docs, counts } = corpus.postings(term)
  const mean = Math.max(1, corpus.averageLength)
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at] as Doc
    const count = counts[at] as number
    const length = corpus.lengthOf(doc) / mean
    parts.set(doc, (weight * count * (K1 + 1)) / (count + K1 * (1 - B + B * length)))
  }
  return parts
}

/** The terms that a note shares, the weightiest first. */
function termsOf(
  doc: Doc,
  telling: readonly { readonly term: string; readonly parts: ReadonlyMap<Doc, number> }[],
): string[] {
  return telling
    .filter(({ parts }) => parts.has(doc))
    .sort((a, b) => (b.parts.get(doc) ?? 0) - (a.parts.get(doc) ?? 0))
    .map(({ term }) => term)
}

function tellingTerms(
  counts: ReadonlyMap<string, number>,
  corpus: Corpus,
): { readonly term: string; readonly weight: number }[] {
  const most = Math.min(CAP_NOTES, Math.max(3, corpus.size * CAP_SHARE))
  const found: { term: string; weight: number }[] = []
  for (const [term, count] of counts) {
    const notes = corpus.frequency(term)
    if (notes === 0 || notes > most) continue
    const idf = Math.log(1 + (corpus.size - notes + 0.5) / (notes + 0.5))
    found.push({ term, weight: idf * Math.sqrt(count) })
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, TERMS)
}
