/** What notes say of a field, for sorting, grouping and columns. */
import { foldName } from '../../core/fold.ts'
import type { Field } from '../../core/live/query.ts'
import type { NotePath } from '../../core/note.ts'
import { folderOf } from '../../core/path.ts'
import type { Database, Row } from '../database.ts'
import { dateOf, isoTime } from '../dates.ts'
import { graphOf } from '../graph/graph.ts'
import { linkCounts } from '../graph/hubs.ts'
import { DUE } from '../rows.ts'

export interface Value {
  /** Folded: equal ones are one group. */
  readonly key: string
  readonly written: string
}

/** By the number of a note's text; several where the note has a list, in the order of their keys. */
export type Values = ReadonlyMap<number, readonly Value[]>

/** @param docs numbers of texts. A note without the field has no entry. */
export function valuesOf(db: Database, { key }: Field, docs: readonly number[]): Values {
  const rows = readerOf(key)(db, JSON.stringify(docs))
  const values = new Map<number, Value[]>()
  for (const [doc, value] of rows) {
    if (value.key === '') continue
    const known = values.get(doc)
    if (known === undefined) values.set(doc, [value])
    else known.push(value)
  }
  return values
}

type Found = readonly [doc: number, value: Value]
type Reader = (db: Database, docs: string) => Iterable<Found>

const FILES = 'json_each(?1) j CROSS JOIN file f ON f.doc = j.value'

function ofFile<R extends Row>(columns: string, read: (row: R) => Value): Reader {
  return function* (db, docs) {
    for (const row of db.all<readonly [number, ...R]>(`SELECT f.doc, ${columns} FROM ${FILES}`, docs)) {
      const [doc, ...rest] = row
      yield [doc, read(rest as unknown as R)]
    }
  }
}

/** Rows of another table, each with a key and what was written for it. A `+` keeps SQLite from going through all rows of a key for each note. */
function ofTable(table: string, written: string, condition: string, ...values: string[]): Reader {
  return function* (db, docs) {
    for (const [doc, key, said] of db.all<readonly [number, string, string]>(
      `SELECT f.doc, t.${table === 'tag' ? 'key' : 'value'}, ${written} FROM ${FILES} CROSS JOIN ${table} t ON t.file = f.id WHERE ${condition} ORDER BY 1, 2`,
      docs,
      ...values,
    ))
      yield [doc, { key, written: said }]
  }
}

const asWritten = (written: string): Value => ({ key: foldName(written), written })

const READERS: Readonly<Record<string, Reader>> = {
  title: ofFile<readonly [string]>('f.title', ([title]) => asWritten(title)),
  kind: ofFile<readonly [string | null]>('f.kind', ([kind]) => asWritten(kind ?? '')),
  folder: ofFile<readonly [string]>('f.path', ([path]) => asWritten(folderOf(path))),
  created: ofFile<readonly [string | null, number]>('f.date, f.modified', ([date, modified]) =>
    asWritten(dateOf(date, modified)),
  ),
  modified: ofFile<readonly [number]>('f.modified', ([modified]) => asWritten(isoTime(modified))),
  tasks: ofFile<readonly [number, number]>('f.open, f.done', ([open, done]) => ({
    key: open + done === 0 ? '' : String(open),
    written: `${open} of ${open + done} open`,
  })),
  due: ofTable('property', 't.value', `+t.key = '${DUE}'`),
  tags: ofTable('tag', "'#' || t.written", 'true'),
  links: linksTo,
}

function readerOf(key: string): Reader {
  return READERS[key] ?? ofTable('property', 'coalesce(t.written, t.value)', '+t.key = ?2', key)
}

/** How many notes link to each. */
function* linksTo(db: Database, docs: string): Iterable<Found> {
  const graph = graphOf(db)
  const { sources } = linkCounts(graph)
  for (const [doc, path] of db.all<readonly [number, NotePath]>(`SELECT f.doc, f.path FROM ${FILES}`, docs)) {
    const count = String(sources[graph.files.number(path) ?? -1] ?? 0)
    yield [doc, { key: count, written: count }]
  }
}

/** Numbers as numbers and before all else, such as ISO dates, which is compared as text. */
export function compareKeys(a: string, b: string): number {
  const [x, y] = [numberIn(a), numberIn(b)]
  if (x !== undefined && y !== undefined) return x - y
  if (x !== undefined) return -1
  if (y !== undefined) return 1
  return a < b ? -1 : a > b ? 1 : 0
}

function numberIn(text: string): number | undefined {
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}
