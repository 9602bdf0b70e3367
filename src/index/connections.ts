/** Hubs over time, and what holds the vault together. */
import type { CutAnswer, HubTrendAnswer } from '../core/chain/answers.ts'
import { type Cut, cutNotes } from '../core/chain/cuts.ts'
import { NONE } from '../core/chain/graph.ts'
import { foldName } from '../core/fold.ts'
import type { Database } from './database.ts'
import { bestOf } from './graph/best.ts'
import { graphOf } from './graph/graph.ts'
import { allLinkedNotes, compareHubs, linkedNotes } from './graph/hubs.ts'
import type { LinkGraph } from './graph/link-graph.ts'

const PERIODS = 12
const DAY = 86_400_000
/** A group of fewer notes falling off is no loss of connection. */
const SMALLEST_GROUP = 2

export interface HubQuery {
  readonly limit: number
  /** How long a period is, in days. */
  readonly days: number
  /** Whether what counts is who links in the current period; else ever. */
  readonly onlyNow: boolean
  readonly kind?: string | undefined
  readonly tag?: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The notes that most notes link to; when a note linked is told by its date, because texts do not say since when they have a link. */
export function hubTrends(db: Database, query: HubQuery): HubTrendAnswer[] {
  const graph = graphOf(db)
  const since = query.now - query.days * DAY
  const isCounted = query.onlyNow ? (source: number) => graph.at(source) >= since : undefined
  const isAsked = askedFor(db, graph, query)
  const linked = isCounted === undefined ? allLinkedNotes(graph) : [...linkedNotes(graph, isCounted)]
  const asked = linked.filter(({ note }) => isAsked(note))
  return bestOf(asked, query.limit, (a, b) => compareHubs(graph, a, b)).map(({ note, backlinks, sources }) => {
    const { path, title, kind } = graph.files.at(note)
    return { path, title, kind, backlinks, sources, trend: trendOf(graph, note, query) }
  })
}

function askedFor(db: Database, graph: LinkGraph, { kind, tag }: HubQuery): (note: number) => boolean {
  const key = tag === undefined ? undefined : foldName(tag.replace(/^#/, ''))
  const tagged =
    key === undefined
      ? undefined
      : new Set(
          db
            .all<[string]>(
              'SELECT f.path FROM tag t JOIN file f ON f.id = t.file WHERE t.key = ? OR (t.key >= ? AND t.key < ?)',
              key,
              `${key}/`,
              `${key}0`,
            )
            .map(([path]) => path),
        )
  return (note) =>
    (kind === undefined || graph.kind(note) === kind) && (tagged === undefined || tagged.has(graph.path(note)))
}

function trendOf(graph: LinkGraph, note: number, { days, now }: HubQuery): number[] {
  const trend = Array.from({ length: PERIODS }, () => 0)
  const seen = new Set<number>()
  for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) {
    const source = graph.source(link)
    if (seen.has(source)) continue
    seen.add(source)
    const ago = Math.floor((now - graph.at(source)) / (days * DAY))
    const period = PERIODS - 1 - Math.max(ago, 0)
    if (period >= 0) trend[period] = (trend[period] as number) + 1
  }
  return trend
}

const cuts = new WeakMap<Database, { readonly version: string; readonly cuts: readonly Cut[] }>()

/** The notes without which two groups of notes would fall apart, those that hold the largest groups first. */
export function cutsOf(db: Database, limit: number): CutAnswer[] {
  const graph = graphOf(db)
  const version = db.version()
  let known = cuts.get(db)
  if (known?.version !== version) {
    known = { version, cuts: cutNotes(graph, SMALLEST_GROUP) }
    cuts.set(db, known)
  }
  return known.cuts.slice(0, limit).map(({ note, groups }) => {
    const { path, title, kind } = graph.files.at(note)
    return { path, title, kind, groups }
  })
}
