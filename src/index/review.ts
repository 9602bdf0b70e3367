/** What the index knows of a period, and of what waits at its end. */

import type { NoteSummary } from '../core/answers.ts'
import { bestOf } from '../core/best.ts'
import { NONE } from '../core/chain/graph.ts'
import { DAY } from '../core/days.ts'
import type { NotePath } from '../core/note.ts'
import { compareText } from '../core/resolve.ts'
import type { ReviewHub, UnfinishedNote, WaitingDecision } from '../core/review/answers.ts'
import type { Database } from './database.ts'
import { statusOf } from './decisions.ts'
import { graphOf } from './graph/graph.ts'
import { countLinks, linkCounts } from './graph/hubs.ts'
import type { LinkGraph } from './graph/link-graph.ts'
import { SUMMARY, summary } from './summaries.ts'

/** Milliseconds since 1970; the end is not part of it. */
export interface Period {
  readonly since: number
  readonly until: number
}

const NOTES = 30
const HUBS = 8
const ENDS = 5
const WAITING = 10
/** A note rests before it is told to be left, and is let go of in the end. */
const RESTS = 14 * DAY
const FORGOTTEN = 120 * DAY
/** Notes that are made of others, or to be made into others. */
const MADE = new Set(['review', 'template'])
const BEGUN = new Set(['idea', 'project', 'task', 'knowledge', 'question'])
const UNDECIDED = /^(proposed|open|pending|draft|undecided|waiting)$/

interface Some<T> {
  readonly count: number
  readonly notes: readonly T[]
}

/** Notes dated in the period, the newest first; `paths` has all of them. */
export function writtenIn(
  db: Database,
  { since, until }: Period,
): Some<NoteSummary> & { readonly paths: readonly NotePath[] } {
  const graph = graphOf(db)
  const found: number[] = []
  for (let note = 0; note < graph.size; note++) {
    if (!graph.isNote(note) || MADE.has(graph.kind(note) ?? '')) continue
    if (graph.at(note) >= since && graph.at(note) < until) found.push(note)
  }
  const newest = (a: number, b: number): number =>
    graph.at(b) - graph.at(a) || compareText(graph.path(a), graph.path(b))
  const paths = found.sort(newest).map((note) => graph.path(note))
  const notes = paths.slice(0, NOTES).flatMap((path) => summaryAt(db, path) ?? [])
  return { count: paths.length, notes, paths }
}

/** Notes dated before the period and changed in it, the last changed first. */
export function changedIn(db: Database, { since, until }: Period): Some<NoteSummary> {
  const where = `FROM file f WHERE f.is_note = 1 AND f.modified >= ?1 AND f.modified < ?2 AND f.at < ?1
    AND coalesce(f.kind, '') NOT IN ('review', 'template')`
  const [count = 0] = db.first<[number]>(`SELECT count(*) ${where}`, since, until) ?? []
  const notes = db
    .all<Parameters<typeof summary>[0]>(
      `SELECT ${SUMMARY} ${where} ORDER BY f.modified DESC, f.path LIMIT ${NOTES}`,
      since,
      until,
    )
    .map(summary)
  return { count, notes }
}

export interface HubsOfPeriod {
  readonly hubs: ReviewHub[]
  readonly ever: ReviewHub[]
  readonly rose: ReviewHub[]
  readonly fell: ReviewHub[]
}

/** When a note linked is told by its date, because texts do not say since when they have a link. */
export function hubsOf(db: Database, { since, until }: Period): HubsOfPeriod {
  const graph = graphOf(db)
  const ever = linkCounts(graph).sources
  const now = sourcesBetween(graph, since, until)
  const before = sourcesBetween(graph, 2 * since - until, since)
  const best = (value: (note: number) => number, limit: number): ReviewHub[] => {
    const order = (a: number, b: number): number =>
      value(b) - value(a) || (ever[b] as number) - (ever[a] as number) || compareText(graph.path(a), graph.path(b))
    return bestOf(notesWith(graph, value), limit, order).map((note) => {
      const { path, title, kind } = graph.files.at(note)
      return { path, title, kind, now: now[note] as number, before: before[note] as number, ever: ever[note] as number }
    })
  }
  const gain = (note: number): number => (now[note] as number) - (before[note] as number)
  return {
    hubs: best((note) => now[note] as number, HUBS),
    ever: best((note) => ever[note] as number, ENDS),
    rose: best(gain, ENDS),
    fell: best((note) => -gain(note), ENDS),
  }
}

function* notesWith(graph: LinkGraph, value: (note: number) => number): Iterable<number> {
  for (let note = 0; note < graph.size; note++) if (graph.isNote(note) && value(note) > 0) yield note
}

function sourcesBetween(graph: LinkGraph, since: number, until: number): Int32Array {
  const isCounted = new Uint8Array(graph.size)
  for (let note = 0; note < graph.size; note++) {
    const at = graph.isNote(note) ? graph.at(note) : Number.NaN
    isCounted[note] = at >= since && at < until ? 1 : 0
  }
  return countLinks(graph, isCounted).sources
}

/** Decisions that are not taken yet, the oldest first. */
export function waitingDecisions(db: Database, { until }: Period): WaitingDecision[] {
  const graph = graphOf(db)
  const found: number[] = []
  for (let note = 0; note < graph.size; note++)
    if (graph.files.get(note)?.kind === 'decision' && graph.at(note) < until && isUndecided(graph, note))
      found.push(note)
  found.sort((a, b) => graph.at(a) - graph.at(b) || compareText(graph.path(a), graph.path(b)))
  return found.slice(0, WAITING).flatMap((note) => {
    const one = summaryAt(db, graph.path(note))
    return one === undefined ? [] : [{ ...one, status: statusOf(graph, note) }]
  })
}

function isUndecided(graph: LinkGraph, note: number): boolean {
  const status = statusOf(graph, note)
  return status === null || UNDECIDED.test(status)
}

/** Notes that were begun, then left: no later note links to them, and neither did anybody change them. The latest first. */
export function unfinishedNotes(db: Database, { until }: Period): UnfinishedNote[] {
  const graph = graphOf(db)
  const isLeft = (note: number): boolean => {
    const file = graph.files.get(note)
    if (file === undefined || !file.isNote || !BEGUN.has(file.kind ?? '') || isEnded(file.status)) return false
    return file.at < until - RESTS && file.at > until - FORGOTTEN && !isPickedUp(graph, note, until)
  }
  const left: number[] = []
  for (let note = 0; note < graph.size; note++) if (isLeft(note)) left.push(note)
  left.sort((a, b) => graph.at(b) - graph.at(a) || compareText(graph.path(a), graph.path(b)))
  return left.slice(0, WAITING).flatMap((note) => {
    const one = summaryAt(db, graph.path(note))
    const { open } = graph.files.at(note)
    const tasks = open === 0 ? [] : [`${open} open task${open === 1 ? '' : 's'}`]
    return one === undefined ? [] : [{ ...one, why: [...tasks, 'nothing has linked to it since'].join('; ') }]
  })
}

function isEnded(status: string | null): boolean {
  return /^(done|complete|completed|finished|closed|cancelled|canceled|dropped|rejected)$/i.test(status?.trim() ?? '')
}

function isPickedUp(graph: LinkGraph, note: number, until: number): boolean {
  for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) {
    const at = graph.at(graph.source(link))
    if (at > graph.at(note) + RESTS && at < until) return true
  }
  return false
}

function summaryAt(db: Database, path: string): NoteSummary | undefined {
  const row = db.first<Parameters<typeof summary>[0]>(`SELECT ${SUMMARY} FROM file f WHERE f.path = ?`, path)
  return row && summary(row)
}
