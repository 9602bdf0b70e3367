import { tallyOf, termIn } from '../words.ts'
import type { Corpus, Doc } from './corpus.ts'
import { type Mention, outgoingMentions } from './mentions.ts'
import type { Asking } from './places.ts'
import type { Passage } from './prose.ts'
import { type Similar, similarNotes } from './similar.ts'
import { plainWordsIn } from './terms.ts'
import { walkFrom } from './walk.ts'

/** What speaks for a note, from each way of looking. */
export interface Related {
  readonly doc: Doc
  readonly score: number
  /** Names of the note that the text says without a link. */
  readonly named: readonly string[]
  /** Rare words that both have. */
  readonly words: readonly string[]
  /** Notes and wanted names between the two. */
  readonly between: readonly number[]
}

/** Reciprocal-rank fusion (Cormack, Clarke and Büttcher, 2009), with the weights that did best; see `docs/benchmarks.md`. */
const RANK_0 = 10
const WEIGHTS = { mentions: 4, similar: 1, walk: 1 } as const
const DEEP = 50

export interface Wanted {
  readonly limit: number
  /** While somebody types, the links of the whole note say nothing new of the paragraph. */
  readonly withWalk: boolean
}

/** Notes that hang together with a text and are not linked in it, best first. */
export function relatedNotes(
  text: string,
  passages: readonly Passage[],
  asking: Asking,
  { limit, withWalk }: Wanted = { limit: 20, withWalk: true },
): Related[] {
  const { corpus } = asking
  const own = asking.path === undefined ? undefined : corpus.docOf(asking.path)
  const linked = own === undefined ? new Set<number>() : corpus.graph.linksOf(own)
  const isOpen = (doc: Doc): boolean => doc >= 0 && doc !== own && !linked.has(doc)
  const named = byNote(outgoingMentions(text, passages, asking))
  const similar = similarNotes(wordCounts(text, passages), corpus, own, DEEP + linked.size)
  const walked = withWalk && own !== undefined ? walkedNotes(corpus, own) : []
  const scores = new Map<Doc, number>()
  const fuse = (ranked: readonly Doc[], weight: number): void => {
    for (const [rank, doc] of ranked.filter(isOpen).slice(0, DEEP).entries())
      scores.set(doc, (scores.get(doc) ?? 0) + weight / (RANK_0 + rank + 1))
  }
  fuse([...named.keys()], WEIGHTS.mentions)
  fuse(
    similar.map(({ doc }) => doc),
    WEIGHTS.similar,
  )
  fuse(walked, WEIGHTS.walk)
  const alike = new Map(similar.map((each) => [each.doc, each]))
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([doc, score]) => ({
      doc,
      score,
      named: named.get(doc) ?? [],
      ...whyRelated(corpus, own, doc, alike.get(doc)),
    }))
}

function whyRelated(
  corpus: Corpus,
  own: Doc | undefined,
  doc: Doc,
  alike: Similar | undefined,
): Pick<Related, 'words' | 'between'> {
  const near = new Set(own === undefined ? [] : corpus.graph.neighbours(own))
  const between = [...new Set(corpus.graph.neighbours(doc))].filter((node) => near.has(node) && node !== own)
  return { words: alike?.words ?? [], between }
}

/** The names that are said of each note, the best note first. */
function byNote(mentions: readonly Mention[]): Map<Doc, string[]> {
  const found = new Map<Doc, string[]>()
  for (const { doc, said } of mentions) {
    const names = found.get(doc)
    if (names === undefined) found.set(doc, [said])
    else if (!names.includes(said)) names.push(said)
  }
  return found
}

function walkedNotes(corpus: Corpus, own: Doc): Doc[] {
  const ranks = walkFrom(corpus.graph, new Map([[own, 1]]))
  return [...ranks]
    .filter(([node]) => node >= 0 && node !== own)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([node]) => node)
}

/** How often some passages have each word, in whatever form of their language: by the first of them. */
export function wordCounts(text: string, passages: readonly Passage[]): Map<string, number> {
  const runs = passages.flatMap(({ shown }) => shown)
  const language = tallyOf(...runs.map(({ from, to }) => text.slice(from, to))).language()
  const counts = new Map<string, number>()
  const firsts = new Map<string, string>()
  for (const run of runs)
    for (const word of plainWordsIn(text, run)) {
      const term = termIn(word, language)
      const first = firsts.get(term) ?? word
      firsts.set(term, first)
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
  return counts
}
