import type { Corpus, Doc, Postings } from './corpus.ts'
import { type Scored, Scores } from './scores.ts'
import { isStopWord } from './stop-words.ts'

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

interface Telling {
  readonly term: string
  readonly weight: number
}

/** One for all questions: as long as the highest number of a note. */
const scores = new Scores()

/** Notes by BM25 over the most telling terms of a text, best first. @param counts how often the text has each term */
export function similarNotes(
  counts: ReadonlyMap<string, number>,
  corpus: Corpus,
  own: Doc | undefined,
  limit: number,
): Similar[] {
  const telling = tellingTerms(counts, corpus)
  const postings = telling.map(({ term }) => corpus.postings(term))
  const mean = Math.max(1, corpus.averageLength)
  for (const [nth, { docs, counts }] of postings.entries()) {
    const { weight } = telling[nth] as Telling
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as Doc
      if (doc !== own) scores.add(doc, partOf(weight, counts[at] as number, corpus.lengthOf(doc) / mean))
    }
  }
  const best = scores.takeBest(limit)
  const shared = sharedTerms(best, telling, postings, mean, corpus)
  return best.map(({ doc, score }) => ({ doc, score, terms: shared.get(doc) ?? [] }))
}

/** What a term adds to the score of a note. @param count how often the note has it @param length of the note, in mean lengths */
function partOf(weight: number, count: number, length: number): number {
  return (weight * count * (K1 + 1)) / (count + K1 * (1 - B + B * length))
}

/** The terms that each of some notes shares, the weightiest first. */
function sharedTerms(
  notes: readonly Scored[],
  telling: readonly Telling[],
  postings: readonly Postings[],
  mean: number,
  corpus: Corpus,
): Map<Doc, string[]> {
  const parts = new Map<Doc, { term: string; part: number }[]>(notes.map(({ doc }) => [doc, []]))
  for (const [nth, { docs, counts }] of postings.entries()) {
    const { term, weight } = telling[nth] as Telling
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as Doc
      parts.get(doc)?.push({ term, part: partOf(weight, counts[at] as number, corpus.lengthOf(doc) / mean) })
    }
  }
  return new Map([...parts].map(([doc, own]) => [doc, own.sort((a, b) => b.part - a.part).map(({ term }) => term)]))
}

function tellingTerms(counts: ReadonlyMap<string, number>, corpus: Corpus): Telling[] {
  const most = Math.min(CAP_NOTES, Math.max(3, corpus.size * CAP_SHARE))
  const found: Telling[] = []
  for (const [term, count] of counts) {
    const notes = corpus.frequency(term)
    if (notes === 0 || notes > most || isStopWord(term)) continue
    const idf = Math.log(1 + (corpus.size - notes + 0.5) / (notes + 0.5))
    found.push({ term, weight: idf * Math.sqrt(count) })
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, TERMS)
}
