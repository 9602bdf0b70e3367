/** Hubs over time, and what holds the vault together. */

import type { CutAnswer, HubTrendAnswer } from '../core/chain/answers.ts'
import { type Cut, cutNotes } from '../core/chain/cuts.ts'
import { NONE } from '../core/chain/graph.ts'
import { DAY } from '../core/days.ts'
import { foldName } from '../core/fold.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { countLinks, greatestHubs, linkCounts } from './graph/hubs.ts'
import type { LinkGraph } from './graph/link-graph.ts'

const PERIODS = 12
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
  const counts = query.onlyNow ? countLinks(graph, since(graph, query.now - query.days * DAY)) : linkCounts(graph)
  const trends = new Trends(graph, query)
  return greatestHubs(graph, counts, query.limit, askedFor(db, graph, query)).map((note) => {
    const { path, title, kind } = graph.files.at(note)
    const [backlinks, sources] = [counts.backlinks[note] ?? 0, counts.sources[note] ?? 0]
    return { path, title, kind, backlinks, sources, trend: trends.of(note) }
  })
}

/** For each note, 1 when its date is that moment or later. */
function since(graph: LinkGraph, moment: number): Uint8Array {
  return Uint8Array.from({ length: graph.size }, (_, note) => ((graph.files.get(note)?.at ?? 0) >= moment ? 1 : 0))
}

function askedFor(db: Database, graph: LinkGraph, { kind, tag }: HubQuery): ((note: number) => boolean) | undefined {
  if (kind === undefined && tag === undefined) return undefined
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

/** How many distinct notes linked to one in each of the last periods. */
class Trends {
  readonly #graph: LinkGraph
  readonly #query: HubQuery
  /** For each note, the one for which it was counted last. */
  readonly #countedFor: Int32Array

  constructor(graph: LinkGraph, query: HubQuery) {
    this.#graph = graph
    this.#query = query
    this.#countedFor = new Int32Array(graph.size).fill(NONE)
  }

  of(note: number): number[] {
    const { days, now } = this.#query
    const trend = Array.from({ length: PERIODS }, () => 0)
    for (let link = this.#graph.firstTo(note); link !== NONE; link = this.#graph.nextTo(link)) {
      const source = this.#graph.source(link)
      if (this.#countedFor[source] === note) continue
      this.#countedFor[source] = note
      const ago = Math.floor((now - this.#graph.at(source)) / (days * DAY))
      const period = PERIODS - 1 - Math.max(ago, 0)
      if (period >= 0) trend[period] = (trend[period] as number) + 1
    }
    return trend
  }
}

const cuts = new WeakMap<LinkGraph, { readonly changes: number; readonly cuts: readonly Cut[] }>()

/** The notes without which two groups of notes would fall apart, those that hold the largest groups first. */
export function cutsOf(db: Database, limit: number): CutAnswer[] {
  const graph = graphOf(db)
  let known = cuts.get(graph)
  if (known?.changes !== graph.changes) {
    known = { changes: graph.changes, cuts: cutNotes(graph, SMALLEST_GROUP) }
    cuts.set(graph, known)
  }
  return known.cuts.slice(0, limit).map(({ note, groups }) => {
    const { path, title, kind } = graph.files.at(note)
    return { path, title, kind, groups }
  })
}
