import type { Corpus, Doc, Postings } from './corpus.ts'
import { type Scored, Scores } from './scores.ts'
import { isStopWord } from './stop-words.ts'

/** A note that says the same rare words. */
export interface Similar {
  readonly doc: Doc
  readonly score: number
  /** The shared words that weigh most, as the text has them first, without case and accents. */
  readonly words: readonly string[]
}

/** Of a text its most telling words are compared. */
const WORDS = 30
/** Words in more notes than this tell little and cost much: a share of all notes, and a number. */
const CAP_SHARE = 0.25
const CAP_NOTES = 1000

const K1 = 1.2
const B = 0.6

interface Telling {
  readonly word: string
  readonly weight: number
}

/** One for all questions: as long as the highest number of a note. */
const scores = new Scores()

/** Notes by BM25 over the most telling words of a text, best first. @param counts how often the text has each word */
export function similarNotes(
  counts: ReadonlyMap<string, number>,
  corpus: Corpus,
  own: Doc | undefined,
  limit: number,
): Similar[] {
  const telling = tellingWords(counts, corpus)
  const postings = telling.map(({ word }) => corpus.postings(word))
  const mean = Math.max(1, corpus.averageLength)
  for (const [nth, { docs, counts }] of postings.entries()) {
    const { weight } = telling[nth] as Telling
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as Doc
      if (doc !== own) scores.add(doc, partOf(weight, counts[at] as number, corpus.lengthOf(doc) / mean))
    }
  }
  const best = scores.takeBest(limit)
  const shared = sharedWords(best, telling, postings, mean, corpus)
  return best.map(({ doc, score }) => ({ doc, score, words: shared.get(doc) ?? [] }))
}

/** What a word adds to the score of a note. @param count how often the note has it @param length of the note, in mean lengths */
function partOf(weight: number, count: number, length: number): number {
  return (weight * count * (K1 + 1)) / (count + K1 * (1 - B + B * length))
}

/** The words that each of some notes shares, the weightiest first. */
function sharedWords(
  notes: readonly Scored[],
  telling: readonly Telling[],
  postings: readonly Postings[],
  mean: number,
  corpus: Corpus,
): Map<Doc, string[]> {
  const parts = new Map<Doc, { word: string; part: number }[]>(notes.map(({ doc }) => [doc, []]))
  for (const [nth, { docs, counts }] of postings.entries()) {
    const { word, weight } = telling[nth] as Telling
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as Doc
      parts.get(doc)?.push({ word, part: partOf(weight, counts[at] as number, corpus.lengthOf(doc) / mean) })
    }
  }
  return new Map([...parts].map(([doc, own]) => [doc, own.sort((a, b) => b.part - a.part).map(({ word }) => word)]))
}

function tellingWords(counts: ReadonlyMap<string, number>, corpus: Corpus): Telling[] {
  const most = Math.min(CAP_NOTES, Math.max(3, corpus.size * CAP_SHARE))
  const found: Telling[] = []
  for (const [word, count] of counts) {
    const notes = corpus.frequency(word)
    if (notes === 0 || notes > most || isStopWord(word)) continue
    const idf = Math.log(1 + (corpus.size - notes + 0.5) / (notes + 0.5))
    found.push({ word, weight: idf * Math.sqrt(count) })
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, WORDS)
}
