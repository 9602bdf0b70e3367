import type { LiveAnswer, LiveNote } from '../../core/live/answers.ts'
import type { Field, LiveQuery } from '../../core/live/query.ts'
import { compareText } from '../../core/resolve.ts'
import type { Asking } from '../search/asking.ts'
import { docsIn, everyNote, intersect, type Mask } from '../search/masks.ts'
import { find } from '../search.ts'
import { SUMMARY, summary } from '../summaries.ts'
import { groupBy } from './groups.ts'
import { firstBy } from './sorting.ts'
import { type Values, valuesOf } from './values.ts'

/** Notes that a live query finds. @param self path of the note that it stands in, which is left out */
export function liveNotes(asking: Asking, live: LiveQuery, self: string): LiveAnswer {
  const { db } = asking
  const { docs, count } = live.sort.length === 0 ? asFound(asking, live, self) : sorted(asking, live, self)
  asking.checkTime()
  const notes = notesAt(asking, docs, live.columns)
  const grouping: Values | undefined = live.groupBy && valuesOf(db, live.groupBy, docs)
  const groups =
    grouping === undefined
      ? [{ title: null, rows: docs }]
      : groupBy(docs, (doc) => (live.groupBy?.key === 'due' ? first(grouping, doc) : (grouping.get(doc) ?? [])))
  return {
    as: live.as,
    columns: live.columns,
    groupBy: live.groupBy?.key ?? null,
    count,
    shown: docs.length,
    groups: groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => ({ title, notes: rows.flatMap((doc) => notes.get(doc) ?? []), tasks: [] })),
  }
}

/** What is due next says when a note is due. */
function first(values: Values, doc: number) {
  return values.get(doc)?.slice(0, 1) ?? []
}

interface Shown {
  /** Numbers of texts. */
  readonly docs: readonly number[]
  readonly count: number
}

/** The best hits first; without words the latest notes. Notes that lack a word are no part of a result that stands in a note. */
function asFound(asking: Asking, { search, limit }: LiveQuery, self: string): Shown {
  const { db, text } = asking
  if (search.root === undefined) {
    const rows = db.all<readonly [number, string]>(
      'SELECT doc, path FROM file WHERE is_note = 1 ORDER BY modified DESC, path LIMIT ?',
      limit + 1,
    )
    const others = rows.filter(([, path]) => path !== self)
    return {
      docs: others.slice(0, limit).map(([doc]) => doc),
      count: text.count - selfCount(asking, everyNote(text), self),
    }
  }
  const { hits, matches } = find(asking, search, limit + 1)
  const paths = hits.flatMap(({ path, missing }) => (missing.length === 0 && path !== self ? [path] : []))
  const docs = paths.slice(0, limit).flatMap((path) => docOf(asking, path) ?? [])
  intersect(matches, everyNote(text))
  return { docs, count: countOf(matches) - selfCount(asking, matches, self) }
}

function sorted(asking: Asking, live: LiveQuery, self: string): Shown {
  const { db, text } = asking
  const mask = live.search.root === undefined ? everyNote(text) : find(asking, live.search, 1).matches
  asking.checkTime()
  const all = docsIn(mask)
  const paths = new Map(
    db.all<readonly [number, string]>(
      'SELECT f.doc, f.path FROM json_each(?) j CROSS JOIN file f ON f.doc = j.value WHERE f.is_note = 1',
      JSON.stringify(all),
    ),
  )
  const docs = all.filter((doc) => paths.has(doc) && paths.get(doc) !== self)
  const values = live.sort.map(({ field }) => {
    asking.checkTime()
    return valuesOf(db, field, docs)
  })
  asking.checkTime()
  const keyOf = (doc: number, at: number): string | undefined => values[at]?.get(doc)?.[0]?.key
  const byPath = (a: number, b: number): number => compareText(paths.get(a) ?? '', paths.get(b) ?? '')
  return { docs: firstBy(docs, live.limit, live.sort, keyOf, byPath), count: docs.length }
}

function notesAt({ db }: Asking, docs: readonly number[], columns: readonly Field[]): Map<number, LiveNote> {
  const cells = columns.map((field) => valuesOf(db, field, docs))
  const notes = new Map<number, LiveNote>()
  for (const [doc, ...row] of db.all<readonly [number, string, string, string | null, string | null, number]>(
    `SELECT f.doc, ${SUMMARY} FROM json_each(?) j CROSS JOIN file f ON f.doc = j.value`,
    JSON.stringify(docs),
  ))
    notes.set(doc, {
      ...summary(row),
      cells: cells.map((values) => (values.get(doc) ?? []).map(({ written }) => written)),
    })
  return notes
}

function docOf({ db }: Asking, path: string): number | undefined {
  return db.first<readonly [number]>('SELECT doc FROM file WHERE path = ?', path)?.[0]
}

function selfCount(asking: Asking, mask: Mask, self: string): number {
  const doc = docOf(asking, self)
  return doc !== undefined && mask[doc] === 1 ? 1 : 0
}

function countOf(mask: Mask): number {
  let count = 0
  for (let doc = 0; doc < mask.length; doc++) if (mask[doc] === 1) count++
  return count
}
