import type { Language } from '../language.ts'
import { tallyOf, termIn } from '../words.ts'
import type { Corpus, Doc, Placed, Postings } from './corpus.ts'
import { frequencyOf } from './mentions.ts'
import { isSpaceless } from './name-words.ts'
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

/** Notes in which the words of a heading tell nothing: a number, and a share of all. */
const COMMON = 10
const COMMON_SHARE = 0.1

/** In this share of its notes part of a linked name is said as part of the name. */
const SAID_BY_LINK = 0.5

/** What a word that says little costs a phrase. */
const WEAK = 0.6

/** A single word that nobody linked and so few notes have, the asking one among them, is hardly ever what something is about. */
const FEW = 3
const RARE_WORD = 0.5

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
  const judge = new Judge(
    asking.corpus,
    own,
    tallyOf(...passages.map(({ from, to }) => text.slice(from, to))).language(),
  )
  const all = candidatesIn(text, passages)
  const found = tagger === undefined ? all : nounPhrases(text, passages, worthTagging(all, passages, judge), tagger)
  const isNews = (concept: Judged): boolean => !judge.isSaidByLink(concept)
  return withoutNested(judge.conceptsIn(found), limit, isNews).map(({ phrase, key, from, to, score, postings }) => {
    return { phrase, key, from, to, score, docs: judge.others(postings) }
  })
}

/** In a text of more passages than this the kinds of words are asked of those passages alone that have one of so many best phrases. */
const FEW_PASSAGES = 8
const BEST = 100

function worthTagging(all: readonly Candidate[], passages: readonly Passage[], judge: Judge): readonly Candidate[] {
  if (passages.length <= FEW_PASSAGES) return all
  const best = new Set(
    judge
      .conceptsIn(all)
      .slice(0, BEST)
      .map(({ key }) => key),
  )
  return all.filter(({ key }) => best.has(key))
}

/** A concept before its notes are put in order, which is done for those alone that are shown. */
interface Judged extends Omit<Concept, 'docs'> {
  readonly postings: Postings
  /** Other notes that hold it. */
  readonly notes: number
  /** Where it stands as part of what links show and nowhere else: all that the first of them shows. */
  readonly link: string | undefined
}

const CYRILLIC = /\p{Script=Cyrillic}/u

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
  /** Of the text. */
  readonly #language: Language | undefined

  constructor(corpus: Corpus, own: Doc | undefined, language: Language | undefined) {
    this.#corpus = corpus
    this.#own = own
    this.#language = language
  }

  /** Best first. */
  conceptsIn(candidates: readonly Candidate[]): Judged[] {
    // A phrase stands nowhere where a part of it does not: the shorter ones first.
    const shortFirst = [...Map.groupBy(candidates, (candidate) => this.#termsOf(candidate))].sort(
      ([, a], [, b]) => (a[0]?.length ?? 0) - (b[0]?.length ?? 0),
    )
    const nowhere = new Set<string>()
    const found = shortFirst.flatMap(([key, places]) => {
      const concept = partsOf(key).some((part) => nowhere.has(part)) ? NOWHERE : this.#conceptOf(places)
      if (concept !== NOWHERE) return concept ?? []
      nowhere.add(key)
      return []
    })
    return found.sort((a, b) => b.score - a.score || a.from - b.from)
  }

  /** What its forms have in common: `kleine Teams` and `kleiner Teams`. */
  #termsOf({ key, said }: Candidate): string {
    if (this.#language === undefined && !CYRILLIC.test(key)) return key
    return phraseOf(said)
      .map(({ word }) => termIn(word, this.#language))
      .join(' ')
  }

  /** @returns undefined for what is no concept, though other notes may hold it */
  #conceptOf(places: readonly Candidate[]): Judged | typeof NOWHERE | undefined {
    const [first] = places
    if (first === undefined || (first.length === 1 && first.weak === 1)) return undefined
    if (places.every(({ linked }) => linked) && this.#isNote(first.key)) return undefined
    const words = phraseOf(first.said)
    if (words.length === 1 && this.#corpus.isCommon((words[0] as Placed).word)) return undefined
    const postings = this.#postings(words)
    const notes = this.#countOthers(postings)
    if (notes === 0) return NOWHERE
    // What stands above a part of so many notes is how they are laid out: Next steps, Notes.
    const many = Math.max(COMMON, this.#corpus.size * COMMON_SHARE)
    if (notes >= many && places.every(({ heading }) => heading)) return undefined
    const score = this.#score(first, places, words, postings)
    const link = places.every((place) => place.link !== undefined) ? first.link : undefined
    return { phrase: first.said, key: first.key, from: first.from, to: first.to, score, postings, notes, link }
  }

  /** Most notes that hold it say all that the link shows, and the link leads to them already. */
  isSaidByLink({ link, notes }: Judged): boolean {
    return link !== undefined && this.#countOthers(this.#postings(phraseOf(link))) >= SAID_BY_LINK * notes
  }

  /** A note of that name is linked here already. */
  #isNote(key: string): boolean {
    return this.#corpus.names.entry(key)?.uses.some(({ own }) => own > 0) ?? false
  }

  #postings(words: readonly Placed[]): Postings {
    const [only] = words
    if (only === undefined || words.some(({ word }) => this.#corpus.frequency(word) === 0))
      return { docs: [], counts: [] }
    return words.length === 1 ? this.#corpus.postings(only.word) : this.#corpus.phrase(words)
  }

  #countOthers({ docs }: Postings): number {
    if (this.#own !== undefined)
      for (let at = 0; at < docs.length; at++) if (docs[at] === this.#own) return docs.length - 1
    return docs.length
  }

  /** Those that say it most often first. */
  others({ docs, counts }: Postings): Doc[] {
    const found: { doc: Doc; count: number }[] = []
    for (let at = 0; at < docs.length; at++)
      if (docs[at] !== this.#own) found.push({ doc: docs[at] as Doc, count: counts[at] as number })
    return found.sort((a, b) => b.count - a.count).map(({ doc }) => doc)
  }

  #score(first: Candidate, places: readonly Candidate[], words: readonly Placed[], { docs, counts }: Postings): number {
    const notes = docs.length
    const size = this.#corpus.size + 1
    const idf = Math.log(size / notes)
    const length = first.length
    const telling = length > 1 ? 0.35 + this.#npmi(words, notes) : 0.5 + residualIdf(size, notes, sum(counts))
    const capital = places.some((place) => place.capital) ? 1.5 : 1
    const entry = this.#corpus.names.entry(first.key)
    const linkers = entry === undefined ? 0 : entry.linkers
    const frequency = entry === undefined ? notes : Math.max(notes, frequencyOf(this.#corpus, entry))
    const named = entry?.uses.some(({ doc }) => doc < 0) ? 1.5 : 1
    const weak = WEAK ** first.weak * (length === 1 && notes <= FEW && linkers === 0 ? RARE_WORD : 1)
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
  #npmi(words: readonly Placed[], together: number): number {
    const size = this.#corpus.size + 1
    let apart = 0
    for (const { word } of words) apart += Math.log(Math.max(1, this.#corpus.frequency(word)) / size)
    const joint = Math.log(together / size)
    if (joint === 0 || words.length < 2) return 0
    return Math.min(1, Math.max(0, (joint - apart) / (-joint * (words.length - 1))))
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

/**
 * Of phrases that lie in one another or reach into one another one stays: the longer one around others, if each of them is seldom said without
 * it; else the best.
 * @param limit as many are wanted
 * @param isNews asked of those alone that might be among them
 */
function withoutNested(sorted: readonly Judged[], limit: number, isNews: (concept: Judged) => boolean): Judged[] {
  const kept: Judged[] = []
  for (const concept of sorted) {
    const last = kept[limit - 1]
    // Nothing that comes is good enough to stand for one of the first.
    if (last !== undefined && concept.score < NEARLY * last.score) break
    if (!isNews(concept)) continue
    const rivals = kept.filter((each) => isNested(each, concept) || isNested(concept, each) || overlap(each, concept))
    const [first] = rivals
    if (first === undefined) kept.push(concept)
    else if (rivals.every((rival) => isNested(rival, concept) && isWhole(concept, rival))) {
      kept[kept.indexOf(first)] = concept
      for (const rival of rivals.slice(1)) kept.splice(kept.indexOf(rival), 1)
    }
  }
  return kept.slice(0, limit)
}

function isNested(inner: Judged, outer: Judged): boolean {
  return ` ${outer.key} `.includes(` ${inner.key} `)
}

/** Where words have no spaces their ends are a guess of the dictionary, and both may be right. */
function overlap(a: Judged, b: Judged): boolean {
  return a.from < b.to && b.from < a.to && !isSpaceless(a.phrase)
}

/** A shorter phrase is said as part of the longer in this share of its notes at least, and is not much more telling. */
const WHOLE = 0.25
const NEARLY = 0.4

function isWhole(longer: Judged, shorter: Judged): boolean {
  return longer.notes >= WHOLE * shorter.notes && longer.score >= NEARLY * shorter.score
}
