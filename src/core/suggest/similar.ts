import type { Corpus, Doc, Postings } from './corpus.ts'
import { Scores } from './scores.ts'
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
  for (const [at, each] of postings.entries())
    eachPart(each, (telling[at] as Telling).weight, mean, corpus, (doc, part) => {
      if (doc !== own) scores.add(doc, part)
    })
  const best = scores.takeBest(limit)
  const shared = sharedTerms(
    best.map(({ doc }) => doc),
    telling,
    postings,
    mean,
    corpus,
  )
  return best.map(({ doc, score }) => ({ doc, score, terms: shared.get(doc) ?? [] }))
}

/** What a term adds to the score of each note. */
function eachPart(
  { docs, counts }: Postings,
  weight: number,
  mean: number,
  corpus: Corpus,
  onPart: (doc: Doc, part: number) => void,
): void {
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at] as Doc
    const count = counts[at] as number
    const length = corpus.lengthOf(doc) / mean
    onPart(doc, (weight * count * (K1 + 1)) / (count + K1 * (1 - B + B * length)))
  }
}

/** The terms that each of some notes shares, the weightiest first. */
function sharedTerms(
  docs: readonly Doc[],
  telling: readonly Telling[],
  postings: readonly Postings[],
  mean: number,
  corpus: Corpus,
): Map<Doc, string[]> {
  const parts = new Map<Doc, { term: string; part: number }[]>(docs.map((doc) => [doc, []]))
  for (const [at, { term, weight }] of telling.entries())
    eachPart(among(postings[at] as Postings, parts), weight, mean, corpus, (doc, part) =>
      parts.get(doc)?.push({ term, part }),
    )
  return new Map([...parts].map(([doc, own]) => [doc, own.sort((a, b) => b.part - a.part).map(({ term }) => term)]))
}

function among({ docs, counts }: Postings, wanted: ReadonlyMap<Doc, unknown>): Postings {
  const kept = { docs: [] as Doc[], counts: [] as number[] }
  for (let at = 0; at < docs.length; at++) {
    if (!wanted.has(docs[at] as Doc)) continue
    kept.docs.push(docs[at] as Doc)
    kept.counts.push(counts[at] as number)
  }
  return kept
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
