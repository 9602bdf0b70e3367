import type { Corpus, Doc, Placed, Postings } from './corpus.ts'
import { frequencyOf } from './mentions.ts'
import { nounPhrases, type Tagger } from './nouns.ts'
import { type Candidate, candidatesIn } from './phrases-in.ts'
import type { Asking } from './places.ts'
import type { Passage } from './prose.ts'
import { phraseOf } from './terms.ts'

/** A phrase that says what a passage is about, and the other notes that hold it. */
export interface Concept {
  /** As the passage says it. */
  readonly phrase: string
  readonly key: string
  /** Where it stands first. */
  readonly from: number
  readonly to: number
  readonly score: number
  /** Other notes, those that say it most often first. */
  readonly docs: readonly Doc[]
}

/** What a longer phrase is worth more, by its number of words. */
const BY_LENGTH = [0, 1, 1.8, 2.2, 2.3, 2.3]

/** What a word that says little costs a phrase. */
const WEAK = 0.6

/**
 * The phrases of some passages that other notes hold as well, the most telling first; none lies in another.
 * @param tagger for English; what is in it and is no noun is left out
 */
export function conceptsOf(
  text: string,
  passages: readonly Passage[],
  asking: Asking,
  limit = 5,
  tagger?: Tagger,
): Concept[] {
  const own = asking.path === undefined ? undefined : asking.corpus.docOf(asking.path)
  const judge = new Judge(asking.corpus, own)
  const all = candidatesIn(text, passages)
  const byKey = Map.groupBy(tagger === undefined ? all : nounPhrases(text, passages, all, tagger), ({ key }) => key)
  // A phrase stands nowhere where a part of it does not: the shorter ones first.
  const shortFirst = [...byKey].sort(([, a], [, b]) => (a[0]?.length ?? 0) - (b[0]?.length ?? 0))
  const nowhere = new Set<string>()
  const found = shortFirst.flatMap(([key, places]) => {
    const concept = partsOf(key).some((part) => nowhere.has(part)) ? NOWHERE : judge.conceptOf(places)
    if (concept !== NOWHERE) return concept ?? []
    nowhere.add(key)
    return []
  })
  return withoutNested(found.sort((a, b) => b.score - a.score || a.from - b.from)).slice(0, limit)
}

/** No other note holds the phrase. */
const NOWHERE = 'nowhere'

/** The phrase without its last word, and without its first. */
function partsOf(key: string): string[] {
  const first = key.indexOf(' ')
  return first < 0 ? [] : [key.slice(0, key.lastIndexOf(' ')), key.slice(first + 1)]
}

class Judge {
  readonly #corpus: Corpus
  readonly #own: Doc | undefined

  constructor(corpus: Corpus, own: Doc | undefined) {
    this.#corpus = corpus
    this.#own = own
  }

  /** @returns undefined for what is no concept, though other notes may hold it */
  conceptOf(places: readonly Candidate[]): Concept | typeof NOWHERE | undefined {
    const [first] = places
    if (first === undefined || (first.length === 1 && first.weak === 1)) return undefined
    if (places.every(({ linked }) => linked) && this.#isNote(first.key)) return undefined
    const terms = phraseOf(first.said)
    if (terms.length === 1 && this.#corpus.isCommon((terms[0] as Placed).term)) return undefined
    const postings = this.#postings(terms)
    const docs = this.#others(postings)
    if (docs.length === 0) return NOWHERE
    const score = this.#score(first, places, terms, postings)
    return { phrase: first.said, key: first.key, from: first.from, to: first.to, score, docs }
  }

  /** A note of that name is linked here already. */
  #isNote(key: string): boolean {
    return this.#corpus.names.entry(key)?.uses.some(({ own }) => own > 0) ?? false
  }

  #postings(terms: readonly Placed[]): Postings {
    const [only] = terms
    if (only === undefined || terms.some(({ term }) => this.#corpus.frequency(term) === 0))
      return { docs: [], counts: [] }
    return terms.length === 1 ? this.#corpus.postings(only.term) : this.#corpus.phrase(terms)
  }

  #others({ docs, counts }: Postings): Doc[] {
    const found: { doc: Doc; count: number }[] = []
    for (let at = 0; at < docs.length; at++)
      if (docs[at] !== this.#own) found.push({ doc: docs[at] as Doc, count: counts[at] as number })
    return found.sort((a, b) => b.count - a.count).map(({ doc }) => doc)
  }

  #score(first: Candidate, places: readonly Candidate[], terms: readonly Placed[], { docs, counts }: Postings): number {
    const notes = docs.length
    const size = this.#corpus.size + 1
    const idf = Math.log(size / notes)
    const length = first.length
    const telling = length > 1 ? 0.35 + this.#npmi(terms, notes) : 0.5 + residualIdf(size, notes, sum(counts))
    const capital = places.some((place) => place.capital) ? 1.5 : 1
    const entry = this.#corpus.names.entry(first.key)
    const linkers = entry === undefined ? 0 : entry.linkers
    const frequency = entry === undefined ? notes : Math.max(notes, frequencyOf(this.#corpus, entry))
    const named = entry?.uses.some(({ doc }) => doc < 0) ? 1.5 : 1
    const weak = WEAK ** first.weak
    return (
      (BY_LENGTH[Math.min(length, 5)] as number) *
      idf *
      telling *
      capital *
      (1 + (6 * linkers) / (frequency + 3)) *
      named *
      weak
    )
  }

  /** How much more often the words stand together than by chance, from 0 to 1 (Bouma, 2009), for any number of words. */
  #npmi(terms: readonly Placed[], together: number): number {
    const size = this.#corpus.size + 1
    let apart = 0
    for (const { term } of terms) apart += Math.log(Math.max(1, this.#corpus.frequency(term)) / size)
    const joint = Math.log(together / size)
    if (joint === 0 || terms.length < 2) return 0
    return Math.min(1, Math.max(0, (joint - apart) / (-joint * (terms.length - 1))))
  }
}

/** How much rarer a word is than if its occurrences were strewn by chance (Church and Gale, 1995): words of a subject come in heaps. */
function residualIdf(size: number, notes: number, occurrences: number): number {
  const expected = -Math.log2(1 - Math.exp(-occurrences / size))
  return Math.max(0, Math.log2(size / notes) - expected)
}

function sum(counts: ArrayLike<number>): number {
  let total = 0
  for (let at = 0; at < counts.length; at++) total += counts[at] as number
  return total
}

/** Of phrases that lie in one another one stays: the longer, if the shorter is seldom said without it; else the better. */
function withoutNested(sorted: readonly Concept[]): Concept[] {
  const kept: Concept[] = []
  for (const concept of sorted) {
    const rival = kept.findIndex((each) => isNested(each.key, concept.key))
    if (rival < 0) kept.push(concept)
    else if (
      isWhole(concept, kept[rival] as Concept) &&
      !kept.some((each, at) => at !== rival && isNested(each.key, concept.key))
    )
      kept[rival] = concept
  }
  return kept
}

function isNested(a: string, b: string): boolean {
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)
}

/** A shorter phrase is said as part of the longer in this share of its notes at least, and is not much more telling. */
const WHOLE = 0.25
const NEARLY = 0.4

function isWhole(longer: Concept, shorter: Concept): boolean {
  return (
    longer.key.length > shorter.key.length &&
    longer.docs.length >= WHOLE * shorter.docs.length &&
    longer.score >= NEARLY * shorter.score
  )
}
