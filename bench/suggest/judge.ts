import type { NotePath } from '../../src/core/note.ts'
import { parseNote } from '../../src/core/parse.ts'
import { stemOf } from '../../src/core/path.ts'
import { conceptsOf } from '../../src/core/suggest/concepts.ts'
import { MemoryCorpus } from '../../src/core/suggest/memory.ts'
import { outgoingMentions } from '../../src/core/suggest/mentions.ts'
import { keyOf } from '../../src/core/suggest/name-table.ts'
import { wordsOf } from '../../src/core/suggest/name-words.ts'
import { type Passage, passagesOf } from '../../src/core/suggest/prose.ts'
import { relatedNotes } from '../../src/core/suggest/related.ts'
import '../../src/index/words/stemmers.ts'
import { englishTagger } from '../../src/workspace/english.ts'
import type { Random } from '../random.ts'
import { aFifth, type Edge, edgesOf, placeAfter, type Texts, withoutLinks } from './vault.ts'

const tagger = process.env.WITHOUT_TAGGER ? undefined : await englishTagger()

/** What was asked and how much of it was found. */
export interface Score {
  asked: number
  found: number
}

export interface Judgement {
  /** Links between notes that were taken out: the note among the first ten related ones. */
  readonly related: Score
  /** The paragraph around each such link: the note among the first five that it names. */
  readonly paragraph: Score
  /** The same for the whole note, by mentions alone: among the first ten. */
  readonly mentions: Score
  /** Notes that were deleted with all links to them: a passage that linked it has its name among the first ten concepts. */
  readonly concepts: Score
  /** Of the first five concepts of such passages: those that are a note's name, or what somebody wrote as a link. A floor. */
  readonly named: Score
  /** Of the places that would be marked in the text: those that were a link to that very note. */
  readonly marked: Score
}

export function newJudgement(): Judgement {
  const none = (): Score => ({ asked: 0, found: 0 })
  return { related: none(), paragraph: none(), mentions: none(), concepts: none(), named: none(), marked: none() }
}

/** Takes a fifth of the links out and asks for them again. */
export function judgeLinks(texts: Texts, random: Random, judgement: Judgement): void {
  const all = edgesOf(texts)
  const removed = aFifth(all, random)
  const left = withoutLinks(texts, removed)
  const corpus = corpusOf(left)
  for (const [path, edges] of Map.groupBy(removed, ({ source }) => source)) {
    const text = left.get(path) as string
    const passages = passagesOf(text)
    const asking = { corpus, path }
    const still = corpus.graph.linksOf(corpus.docOf(path) as number)
    const targets = [...new Set(edges.map(({ target }) => target))].filter(
      (target) => !still.has(corpus.docOf(target) as number),
    )
    const ranked = relatedNotes(text, passages, asking, { limit: 10, withWalk: true }).map(({ doc }) => doc)
    const named = notesOf(outgoingMentions(text, passages, asking)).filter((doc) => !still.has(doc))
    for (const target of targets) {
      const doc = corpus.docOf(target) as number
      tally(
        judgement.related,
        ranked.includes(doc),
        () =>
          `${path} → ${target}: ${ranked
            .slice(0, 10)
            .map((each) => corpus.facts(each)?.title)
            .join(', ')}`,
      )
      tally(judgement.mentions, named.slice(0, 10).includes(doc))
    }
    judgeParagraphs(text, passages, edges, removed, corpus, judgement)
    judgeMarks(text, passages, path, all, corpus, judgement)
  }
}

function judgeParagraphs(
  text: string,
  passages: readonly Passage[],
  edges: readonly Edge[],
  removed: readonly Edge[],
  corpus: MemoryCorpus,
  { paragraph }: Judgement,
): void {
  for (const edge of edges) {
    const at = placeAfter(edge, removed)
    const around = passages.find(({ from, to }) => from <= at && at < to)
    if (around === undefined) continue
    const named = notesOf(outgoingMentions(text, [around], { corpus, path: edge.source }))
    const doc = corpus.docOf(edge.target) as number
    tally(
      paragraph,
      named.slice(0, 5).includes(doc),
      () =>
        `¶ ${edge.source} → ${edge.target} (${edge.shown}) in “${text.slice(around.from, around.to).slice(0, 160)}”: ${named
          .slice(0, 5)
          .map((each) => corpus.facts(each)?.title)
          .join(', ')}`,
    )
  }
}

/** A place that is marked though nobody linked it may still be one that should be; so this is a floor. */
function judgeMarks(
  text: string,
  passages: readonly Passage[],
  path: NotePath,
  all: readonly Edge[],
  corpus: MemoryCorpus,
  { marked }: Judgement,
): void {
  const linked = new Set(all.filter(({ source }) => source === path).map(({ target }) => corpus.docOf(target)))
  const places = new Set<string>()
  for (const mention of outgoingMentions(text, passages, { corpus, path })) {
    if (!mention.strong || places.has(mention.key)) continue
    places.add(mention.key)
    tally(marked, linked.has(mention.doc))
  }
}

/** Deletes a fifth of the notes that two or more others link to, and asks what their names say in the passages that had the links. */
export function judgeConcepts(texts: Texts, random: Random, judgement: Judgement): void {
  const all = edgesOf(texts)
  const byTarget = Map.groupBy(all, ({ target }) => target)
  const wanted = [...byTarget].filter(([, edges]) => new Set(edges.map(({ source }) => source)).size > 1)
  const gone = new Set(aFifth(wanted, random).map(([target]) => target))
  const removed = all.filter(({ source, target }) => gone.has(target) && !gone.has(source))
  const left = withoutLinks(texts, removed, gone)
  const corpus = corpusOf(left)
  const names = namesIn(texts, all)
  for (const edge of removed) {
    const text = left.get(edge.source) as string
    const at = placeAfter(edge, removed)
    const around = passagesOf(text).find(({ from, to }) => from <= at && at < to)
    if (around === undefined) continue
    const concepts = conceptsOf(text, [around], { corpus, path: edge.source }, 10, tagger)
    for (const concept of concepts.slice(0, 5)) tally(judgement.named, names.has(concept.key))
    const key = keyOf(wordsOf(edge.shown))
    tally(
      judgement.concepts,
      concepts.some((concept) => concept.key === key),
      () =>
        `§ ${edge.shown} in “${text.slice(around.from, around.to).slice(0, 200)}”: ${concepts.map(({ phrase }) => phrase).join(' · ')}`,
    )
  }
}

function namesIn(texts: Texts, edges: readonly Edge[]): ReadonlySet<string> {
  const notes = [...texts].flatMap(([path, text]) => [stemOf(path), parseNote(path, text).title])
  return new Set([...edges.map(({ shown }) => shown), ...notes].map((name) => keyOf(wordsOf(name))))
}

function corpusOf(texts: Texts): MemoryCorpus {
  return new MemoryCorpus([...texts].map(([path, text]) => ({ path, text })))
}

function notesOf(mentions: readonly { readonly doc: number }[]): number[] {
  return [...new Set(mentions.map(({ doc }) => doc))]
}

function tally(score: Score, found: boolean, miss?: () => string): void {
  score.asked++
  if (found) score.found++
  else if (miss !== undefined && process.env.MISSES) console.log(miss())
}
