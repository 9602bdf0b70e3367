import type { Language } from '../core/language.ts'
import type { NotePath } from '../core/note.ts'
import { isFilter, type Query, type QueryNode, type Wanted, wantedIn } from '../core/query/tree.ts'
import { compareText } from '../core/resolve.ts'
import type { Database } from './database.ts'
import { type Called, calledBy } from './search/anchors.ts'
import { type Asking, askingOf } from './search/asking.ts'
import { leastOf } from './search/least.ts'
import { wordsOf } from './search/leaves.ts'
import { addTo, docsIn, everyNote, intersect, type Mask, numbersIn } from './search/masks.ts'
import { Matching } from './search/matching.ts'
import { type Scores, scoresOf } from './search/scoring.ts'
import { Standings } from './search/standing.ts'
import { explainNothing, refuseUnknownOperators } from './search/unknown.ts'
import { WEIGHTS } from './search/weights.ts'

/** A note that was found; its snippet is cut from its text by whoever can read it. */
export interface Hit {
  readonly path: NotePath
  readonly title: string
  readonly kind: string | null
  readonly score: number
  readonly via: 'text' | 'title' | 'tag'
  /** Row of the link that calls it so, where the note itself has none of the words. */
  readonly called: number | null
  /** Words that were asked for and that it has not. */
  readonly missing: readonly string[]
}

export interface Found {
  readonly hits: readonly Hit[]
  /** Notes that have all that was asked, also beyond the limit. */
  readonly matches: Mask
  /** Notes that cannot lead to the hits: those that match, and those that a negated filter keeps away. */
  readonly noLeads: Mask
  /** What is to be marked where it stands: the words that were asked for, and those that stood in for a slip. */
  readonly words: readonly string[]
  /** Whether the last of them may go on. */
  readonly lastIsBegun: boolean
  /** In which the notes are written, beside English. */
  readonly languages: readonly Language[]
}

/**
 * Notes that a search finds, best first. Where few have all of its words, those that have most of them follow.
 * @param today ISO date, for what is said relative to it
 * @throws {UserError} for an operator or value that does not exist, and for a search that takes too long
 */
export function searchNotes(db: Database, query: Query, limit: number, today: string): Hit[] {
  return [...find(askingOf(db, today), query, limit).hits]
}

export function find(asking: Asking, query: Query, limit: number): Found {
  return asking.db.read(() => findNow(asking, query, limit))
}

function findNow(asking: Asking, query: Query, limit: number): Found {
  const { root } = query
  if (root === undefined) {
    const none = new Uint8Array(asking.text.size)
    return { ...NOTHING, matches: none, noLeads: none }
  }
  refuseUnknownOperators(asking, query)
  const matching = new Matching(asking)
  const wanted = wantedIn(root)
  const found =
    wanted.length === 0
      ? filtered(asking, matching.notes(root), root, limit)
      : ranked(asking, matching, root, wanted, limit)
  if (found.hits.length === 0) explainNothing(asking, query)
  return found
}

const NOTHING = { hits: [], words: [], lastIsBegun: false, languages: [] }

/** Without words there is nothing to rank by but time. */
function filtered({ db }: Asking, matches: Mask, root: QueryNode, limit: number): Found {
  const via =
    root.kind === 'tag' || (root.kind === 'all' && root.parts.some(({ kind }) => kind === 'tag')) ? 'tag' : 'text'
  const hits: Hit[] = []
  for (const [doc, path, title, kind] of latestOf(db, matches)) {
    if (hits.length >= limit) break
    if (matches[doc] === 1) hits.push({ path, title, kind, score: 0, via, called: null, missing: [] })
  }
  return { ...NOTHING, hits, matches, noLeads: matches }
}

type LatestRow = readonly [doc: number, path: NotePath, title: string, kind: string | null]
const LATEST = 'f.doc, f.path, f.title, f.kind'
/** Of one note in so many the notes are asked for; of more, one comes to enough of them from the latest on. */
const SPARSE = 20

function latestOf(db: Database, matches: Mask): Iterable<LatestRow> {
  const docs = docsIn(matches)
  return docs.length * SPARSE < matches.length
    ? db.all<LatestRow>(
        `SELECT ${LATEST} FROM json_each(?) j CROSS JOIN file f ON f.doc = j.value WHERE f.is_note = 1 ORDER BY f.modified DESC, f.path`,
        JSON.stringify(docs),
      )
    : db.each<LatestRow>(`SELECT ${LATEST} FROM file f WHERE f.is_note = 1 ORDER BY f.modified DESC, f.path`)
}

/** More folders than this around a note make no difference. */
const DEEP = 4
/** Notes that are looked at closely: so many for each that is asked for, and some more. */
const CLOSELY = 30
function ranked(asking: Asking, matching: Matching, root: QueryNode, wanted: readonly Wanted[], limit: number): Found {
  const words = wanted.map(wordsOf)
  const leaves = words.flat().map((word) => matching.leaf(word))
  const called = calledBy(asking, leaves)
  addCalled(matching, wanted, words, called)
  const matches = matching.notes(root)
  const scores = scoresOf(asking.text, leaves, called)
  const most = limit + CLOSELY
  const whole = bestOf(matches, scores, most)
  // What lacks the only word has nothing of it.
  const part =
    whole.length < WEIGHTS.few && leaves.length > 1
      ? bestOf(partly(asking, matching, root, scores, matches), scores, most)
      : []
  const standings = new Standings(asking, leaves)
  const missingIn = (doc: number): string[] =>
    wanted.filter((one) => matching.maskOf(one)[doc] !== 1).map(({ text }) => text)
  const byDoc = new Map(called.map((one) => [one.doc, one]))
  const hits = bestHits(standings, [...whole, ...part], scores, byDoc, limit)
  return {
    hits: hits.map(({ doc, ...hit }) => ({ ...hit, missing: matches[doc] === 1 ? [] : missingIn(doc) })),
    matches,
    noLeads: withKeptAway(matching, root, matches),
    words: [...leaves.flatMap(({ instead, forms }) => [...instead, ...forms]), ...wanted.map(({ text }) => text)],
    lastIsBegun: wanted.at(-1)?.isBegun ?? false,
    languages: asking.text.languages,
  }
}

function withKeptAway(matching: Matching, root: QueryNode, matches: Mask): Mask {
  const mask = matches.slice()
  for (const part of root.kind === 'all' ? root.parts : [root])
    if (part.kind === 'not' && isFilter(part.part)) addTo(mask, matching.notes(part.part))
  return mask
}

/** Notes that others call by all words of something that is looked for have it. */
function addCalled(
  matching: Matching,
  wanted: readonly Wanted[],
  words: readonly (readonly Wanted[])[],
  called: readonly Called[],
): void {
  let first = 0
  for (const [nth, own] of words.entries()) {
    const range = own.map((_, at) => first + at)
    for (const { doc, sources } of called)
      if (range.every((at) => (sources[at] ?? 0) > 0)) matching.maskOf(wanted[nth] as Wanted)[doc] = 1
    first += own.length
  }
}

/** Notes that lack some of the plain words, and nothing else that was asked for. */
function partly(asking: Asking, matching: Matching, root: QueryNode, { has }: Scores, matches: Mask): Mask {
  const mask = everyNote(asking.text)
  const parts = root.kind === 'all' ? root.parts : [root]
  for (const part of parts) if (part.kind !== 'words' || part.isPhrase) intersect(mask, matching.notes(part))
  for (let doc = 0; doc < mask.length; doc++)
    if (matches[doc] === 1 || (has[doc] as number) < WEIGHTS.least) mask[doc] = 0
  return mask
}

/** In the order of their numbers; of notes that are worth the same as the last of them all. */
function bestOf(mask: Mask, { text, has }: Scores, most: number): number[] {
  const docs = numbersIn(mask)
  const scores = new Float64Array(docs.length)
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at] as number
    scores[at] = (text[doc] as number) * shareOf(has[doc] as number)
  }
  const least = leastOf(scores, most)
  const best: number[] = []
  for (let at = 0; at < docs.length; at++) if ((scores[at] as number) >= least) best.push(docs[at] as number)
  return best
}

/** What a note counts that has so much of what was asked. Most of those that are looked at have all of it, and powers are slow. */
function shareOf(has: number): number {
  return has === 1 ? 1 : has ** WEIGHTS.missing
}

interface Ranked extends Omit<Hit, 'missing'> {
  readonly doc: number
}

/**
 * The best of some notes. Who links to a note takes longest to count, so it is asked only for those that could be among the best if
 * everybody linked to them.
 */
function bestHits(
  standings: Standings,
  docs: readonly number[],
  scores: Scores,
  called: ReadonlyMap<number, Called>,
  limit: number,
): Ranked[] {
  const notes = standings.close(docs)
  const names = standings.names(notes)
  const order = (a: Ranked, b: Ranked): number => b.score - a.score || compareText(a.path, b.path)
  const couldBe = notes
    .map((note) => {
      const name = names.get(note.file) as number
      const has = shareOf(scores.has[note.doc] as number)
      const recent = WEIGHTS.recent * standings.recent(note)
      const deep = WEIGHTS.deep * Math.min(note.path.split('/').length - 1, DEEP)
      const { link = null, fit = 0 } = called.get(note.doc) ?? {}
      const about = (scores.text[note.doc] as number) + WEIGHTS.name * name + WEIGHTS.called * fit
      const scoreWith = (linked: number): number => has * (about + WEIGHTS.linked * linked + recent - deep)
      return { note, name, link, scoreWith, most: scoreWith(1) }
    })
    .sort((a, b) => b.most - a.most)
  const best: Ranked[] = []
  for (const { note, name, link, scoreWith, most } of couldBe) {
    if (best.length >= limit && most < (best.at(-1)?.score ?? 0) - ROUNDING) break
    const { doc, path, title, kind } = note
    const score = Math.round(scoreWith(standings.linked(note.file)) * 10_000) / 10_000
    best.push({ doc, path, title, kind, score, via: name > 0 ? 'title' : 'text', called: link })
    best.sort(order)
    if (best.length > limit) best.pop()
  }
  return best
}

/** Scores are told to four digits. */
const ROUNDING = 0.0001
