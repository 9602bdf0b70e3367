import { append } from '../append.ts'
import type { Range } from '../note.ts'
import type { Corpus, Doc, Placed } from './corpus.ts'
import type { FoundUse, NameEntry, NameUse } from './name-table.ts'
import { type Asking, type FoundName, namesIn } from './places.ts'
import type { Passage } from './prose.ts'
import type { MatchKind } from './same-name.ts'
import { isStopWord } from './stop-words.ts'
import { phraseOf } from './terms.ts'

/** A place in plain text that names another note. */
export interface Mention extends Range {
  /** As the passage writes it. */
  readonly said: string
  /** The words that are compared. Places with the same key name the same. */
  readonly key: string
  readonly doc: Doc
  /** The name of the note that was found, as the note writes it. */
  readonly name: string
  readonly match: MatchKind
  /** How likely this place is meant for that note: for the order of a list; above zero, without a bound. */
  readonly score: number
  /** Sure enough to be marked in the text itself. */
  readonly strong: boolean
}

/** The notes that some passages name without linking them, best first; of each name and note every place, by position. */
export function outgoingMentions(text: string, passages: readonly Passage[], asking: Asking): Mention[] {
  const own = asking.path === undefined ? undefined : asking.corpus.docOf(asking.path)
  const mentions: Mention[] = []
  for (const found of Map.groupBy(namesIn(text, passages, asking), ({ entry }) => entry.key).values()) {
    const notes = frequencyOf(asking.corpus, (found[0] as FoundName).entry)
    const places = isJustAWord(text, found, notes) ? found.filter(({ alone }) => alone) : found
    if (places.length === 0) continue
    const weight = weigh(asking.corpus.size, notes, places, own !== undefined)
    for (const place of places) append(mentions, mentionsAt(text, place, weight, own))
  }
  return mentions.sort((a, b) => b.score - a.score || a.from - b.from)
}

/** Of a name that several notes have, those that are hardly ever meant are not shown. */
const LEAST_SHARE = 0.05
/** Of the places that are marked nearly all have to be right. */
const STRONG_SHARE = 0.6
const AS_WRITTEN: Readonly<Record<MatchKind, number>> = { exact: 1, folded: 0.9, inflected: 0.6 }

function mentionsAt(text: string, place: FoundName, weight: Weight, own: Doc | undefined): Mention[] {
  const found: Mention[] = []
  for (const { doc, share, use, match } of sharesOf(place)) {
    if (doc === own || doc < 0 || share < LEAST_SHARE) continue
    found.push({
      from: place.from,
      to: place.to,
      said: text.slice(place.from, place.to),
      key: place.entry.key,
      doc,
      name: use.written,
      match,
      score: weight.score * share * AS_WRITTEN[match],
      strong: weight.strong && share >= STRONG_SHARE && isSure(match, use),
    })
  }
  return found
}

function isSure(match: MatchKind, { written }: NameUse): boolean {
  return match === 'exact' || (match === 'folded' && written.includes(' '))
}

interface Share {
  readonly doc: Doc
  readonly share: number
  readonly use: NameUse
  readonly match: MatchKind
}

/** Which notes a place may mean, and how likely each: its share of the links with these words; having the name counts as one link. */
function sharesOf({ uses }: FoundName): Share[] {
  const byDoc = Map.groupBy(uses(), ({ use }) => use.doc)
  const weightOf = (own: readonly FoundUse[]): number =>
    own.reduce((sum, { use }) => sum + use.linkers, 0) + (own.some(({ use }) => use.own > 0) ? 1 : 0)
  const total = [...byDoc.values()].reduce((sum, own) => sum + weightOf(own), 0)
  return [...byDoc].map(([doc, own]): Share => {
    const [first] = own as [FoundUse]
    return { doc, share: weightOf(own) / total, use: first.use, match: first.match.kind }
  })
}

interface Weight {
  readonly score: number
  readonly strong: boolean
}

/** Strength of the smoothing, in notes, and how likely a word of idf 1 is a link before anyone has linked it. */
const PRIOR = 4
const PRIOR_PROBABILITY = 0.02
/** An item that is nothing but the name. */
const ALONE = 4
const CAPITAL = 2

/**
 * How likely the words of some places are a name where they stand: by how often they are a link (the link probability of Mihalcea and
 * Csomai, 2007), smoothed by how rare they are.
 * @param size notes of the vault
 * @param notes those in which the words stand
 * @param isOwn whether the text is one of them: what is marked in it must not change when it is saved
 */
function weigh(size: number, notes: number, places: readonly FoundName[], isOwn: boolean): Weight {
  const { entry, from, to } = places[0] as FoundName
  const words = entry.key.split(' ').length
  const mentioning = Math.max(notes, entry.linkers, 1)
  const alone = places.some((place) => place.alone)
  const idf = idfOf(size, mentioning)
  const probabilityAmong = (mentioning: number): number =>
    (entry.linkers + PRIOR * PRIOR_PROBABILITY * idfOf(size, mentioning) * words) / (mentioning + PRIOR)
  const others = Math.max(isOwn ? notes - 1 : notes, entry.linkers, 1)
  const manner = (alone ? ALONE : 1) * (places.some((place) => place.capital) ? CAPITAL : 1)
  const score = probabilityAmong(mentioning) * idf * (1 + 0.3 * Math.log(places.length)) * manner
  return {
    score: Math.max(score, 1e-6),
    strong: to - from > 2 && isStrong(entry, words, probabilityAmong(others)),
  }
}

function idfOf(size: number, notes: number): number {
  return Math.log((size + 1) / notes)
}

/** A word that is no note's own name and is a link so seldom is just a word. */
const SELDOM = 0.01

/** Notes with a word in them, linked or not, so many that a word that nobody ever linked is just a word. */
const COMMON = 10

/** @param notes in which the word stands */
function isJustAWord(text: string, places: readonly FoundName[], notes: number): boolean {
  const { entry, uses } = places[0] as FoundName
  if (entry.key.includes(' ')) return false
  if (entry.linkers > 0) {
    if (entry.linkers >= notes * SELDOM) return false
    return entry.owners === 0 || uses().every(({ use }) => use.own === 0)
  }
  if (NUMBER.test(entry.key) || notes >= COMMON) return true
  // A name in capitals is only found in capitals: IT is no stop word.
  return isStopWord(entry.key) && !places.some(({ from, to }) => isInCapitals(text.slice(from, to)))
}

/** Longer ones are no numbers: `202301011200` is what a note is called. */
const NUMBER = /^\d{1,7}$/

function isInCapitals(said: string): boolean {
  return said === said.toUpperCase() && said !== said.toLowerCase()
}

/** Marked in the text are names of several words, and single ones that are linked as often as not. */
function isStrong({ linkers }: NameEntry, words: number, kp: number): boolean {
  return words > 1 ? kp >= 0.1 : linkers >= 2 && kp >= 0.3
}

/** In how many notes the words of a name stand. */
export function frequencyOf(corpus: Corpus, entry: NameEntry): number {
  const words = phraseOf(entry.uses[0]?.written ?? entry.key)
  const [first, ...rest] = words
  if (first === undefined) return 0
  if (rest.length === 0) return corpus.frequency(first.word)
  return corpus.phrase(words).docs.length || byChance(corpus, words)
}

/** In how many notes the words would meet by chance: for those too frequent to be asked where they stand. */
function byChance(corpus: Corpus, words: readonly Placed[]): number {
  return words.reduce((notes, { word }) => (notes * corpus.frequency(word)) / corpus.size, corpus.size)
}
