/** The kinds of notes, and the notes of a kind as a table. */
import type { KindAnswer, KindNotesAnswer, KindQuery, KindRow } from '../core/answers.ts'
import { bestOf } from '../core/best.ts'
import { NONE } from '../core/chain/graph.ts'
import { foldName, propertyKey } from '../core/fold.ts'
import { typeOfValue, type ValueType } from '../core/properties/types.ts'
import { compareText } from '../core/resolve.ts'
import type { Database } from './database.ts'
import { statusOf } from './decisions.ts'
import { graphOf } from './graph/graph.ts'
import type { LinkGraph } from './graph/link-graph.ts'
import { keptUntilChange } from './kept-until-change.ts'
import { type SeenRow, spelledIn, typeIn } from './properties.ts'
import { DUE } from './rows.ts'
import { SUMMARY, summary } from './summaries.ts'

/** Every kind, the most used first; notes without one last. */
export function kindsOf(db: Database): KindAnswer[] {
  const { files } = graphOf(db)
  const counts = new Map<string, number>()
  files.eachNote(({ kind }) => counts.set(kind ?? '', (counts.get(kind ?? '') ?? 0) + 1))
  return [...counts]
    .map(([kind, notes]) => ({ kind, notes }))
    .sort((a, b) => Number(a.kind === '') - Number(b.kind === '') || b.notes - a.notes || compareText(a.kind, b.kind))
}

export function notesOfKind(db: Database, query: KindQuery): KindNotesAnswer {
  return db.read(() => {
    const graph = graphOf(db)
    const { notes, statuses, counts, columns } = keptOf(db, graph, query.kind)
    const wanted = foldName(query.find ?? '')
      .split(' ')
      .filter(Boolean)
    const isAsked = (note: number): boolean => {
      if (query.status !== undefined && (statuses.get(note) ?? '') !== query.status) return false
      if (wanted.length === 0) return true
      const title = foldName(graph.files.at(note).title)
      return wanted.every((word) => title.includes(word))
    }
    const asked = notes.filter(isAsked)
    const shown = bestOf(asked, query.limit, orderOf(db, graph, query))
    return {
      notes: asked.length,
      statuses: counts,
      columns: columns.map(({ key, type }) => ({ key, type })),
      rows: rowsOf(db, graph, shown, statuses, columns),
    }
  })
}

/** What is known of a kind until the index changes. */
interface KeptKind {
  readonly notes: readonly number[]
  readonly statuses: ReadonlyMap<number, string | null>
  readonly counts: KindNotesAnswer['statuses']
  readonly columns: readonly Column[]
  /** Values by the property that somebody sorts by. */
  readonly values: Map<string, ReadonlyMap<number, string>>
}

const kindsIn = keptUntilChange(() => new Map<string, KeptKind>())

function keptOf(db: Database, graph: LinkGraph, kind: string): KeptKind {
  const known = kindsIn(db)
  const found = known.get(kind)
  if (found !== undefined) return found
  const notes = notesIn(graph, kind)
  const statuses = new Map(notes.map((note) => [note, statusIn(graph, note, kind)]))
  const columns = gatherColumns(db, graph, notes)
  const gathered = { notes, statuses, counts: counted(statuses.values()), columns, values: new Map() }
  known.set(kind, gathered)
  return gathered
}

/** Of a decision, also what follows from its links. */
function statusIn(graph: LinkGraph, note: number, kind: string): string | null {
  return kind === 'decision' ? statusOf(graph, note) : graph.files.at(note).status?.trim().toLowerCase() || null
}

function notesIn(graph: LinkGraph, kind: string): number[] {
  const found: number[] = []
  graph.files.eachNote((file, note) => {
    if ((file.kind ?? '') === kind) found.push(note)
  })
  return found
}

function counted(statuses: Iterable<string | null>): KindNotesAnswer['statuses'] {
  const counts = new Map<string | null, number>()
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts]
    .map(([status, notes]) => ({ status, notes }))
    .sort((a, b) => b.notes - a.notes || compareText(a.status ?? '', b.status ?? ''))
}

type Order = (a: number, b: number) => number

/** Newest first when nothing is asked; what has no value comes last either way. */
function orderOf(db: Database, graph: LinkGraph, query: KindQuery): Order {
  const asked = query.sort ?? '-date'
  const turn = asked.startsWith('-') ? -1 : 1
  const by = asked.replace(/^-/, '')
  const path: Order = (a, b) => compareText(graph.path(a), graph.path(b))
  if (by === 'title') {
    const titles = keysOf(graph)
    return (a, b) => turn * compareText(titles(a), titles(b)) || path(a, b)
  }
  if (by === 'backlinks') {
    const counts = new Map<number, number>()
    const count = (note: number): number => {
      const known = counts.get(note) ?? backlinksTo(graph, note)
      counts.set(note, known)
      return known
    }
    return (a, b) => turn * (count(a) - count(b)) || path(a, b)
  }
  if (by === 'date') return (a, b) => turn * (graph.at(a) - graph.at(b)) || path(a, b)
  const { statuses, values: known } = keptOf(db, graph, query.kind)
  const values = by === 'status' ? statuses : (known.get(by) ?? valuesBy(db, graph, query.kind, by))
  if (by !== 'status') known.set(by, values as ReadonlyMap<number, string>)
  return (a, b) => compareValues(values.get(a) ?? null, values.get(b) ?? null, turn) || path(a, b)
}

/** Each title is folded once. */
function keysOf(graph: LinkGraph): (note: number) => string {
  const known = new Map<number, string>()
  return (note) => {
    const key = known.get(note) ?? foldName(graph.files.at(note).title)
    known.set(note, key)
    return key
  }
}

function compareValues(a: string | null, b: string | null, turn: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const [one, other] = [Number(a), Number(b)]
  return turn * (Number.isNaN(one) || Number.isNaN(other) ? compareText(a, b) : one - other)
}

function valuesBy(db: Database, graph: LinkGraph, kind: string, key: string): Map<number, string> {
  const values = new Map<number, string>()
  const rows = db.each<[string, string]>(
    "SELECT f.path, p.value FROM property p JOIN file f ON f.id = p.file WHERE p.key = ? AND coalesce(f.kind, '') = ?",
    propertyKey(key),
    kind,
  )
  for (const [path, value] of rows) {
    const note = graph.files.number(path as Parameters<typeof graph.files.number>[0])
    if (note !== undefined && compareText(value, values.get(note) ?? '\u{10ffff}') < 0) values.set(note, value)
  }
  return values
}

function backlinksTo(graph: LinkGraph, note: number): number {
  let count = 0
  for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link)) count++
  return count
}

interface Column {
  /** As notes spell it. */
  readonly key: string
  readonly type: ValueType
  readonly folded: string
}

/** Notes that show which properties a kind has. */
const SHOWING = 300
/** A table has no room for more. */
const COLUMNS = 5
/** How many of the notes must have a property for a column of its own: what one in ten has leaves nine holes. */
const SHARE = 0.1
/** Properties that every note may have, and that stand in the table anyway. */
const ALWAYS = new Set(['status', 'date', 'created', DUE])

function gatherColumns(db: Database, graph: LinkGraph, notes: readonly number[]): Column[] {
  const step = Math.max(1, notes.length / SHOWING)
  const some = Array.from({ length: Math.min(notes.length, SHOWING) }, (_, at) =>
    graph.path(notes[Math.floor(at * step)] as number),
  )
  const rows = db.all<SeenRow>(
    'SELECT p.key, p.value, p.file, p.spelled FROM json_each(?) j CROSS JOIN file f ON f.path = j.value JOIN property p ON p.file = f.id',
    JSON.stringify(some),
  )
  return [...Map.groupBy(rows, ([key]) => key)]
    .map(([key, seen]) => ({ key, seen, notes: new Set(seen.map(([, , file]) => file)).size }))
    .filter(({ key, seen, notes }) => !ALWAYS.has(key) && notes >= SHARE * some.length && !isReasoned(seen))
    .sort((a, b) => b.notes - a.notes || compareText(a.key, b.key))
    .slice(0, COLUMNS)
    .map(({ key, seen }) => ({ key: spelledIn(key, seen), type: typeIn(seen), folded: key }))
}

/** A link with the reason for it is read in its note: a cell has no room for a sentence. */
function isReasoned(seen: readonly SeenRow[]): boolean {
  const sentences = seen.filter(([, value]) => /\[\[|^@/.test(value) && typeOfValue(value) !== 'link')
  return sentences.length * 2 > seen.length
}

type FileRow = readonly [
  path: string,
  title: string,
  kind: string | null,
  date: string | null,
  modified: number,
  id: number,
]

function rowsOf(
  db: Database,
  graph: LinkGraph,
  notes: readonly number[],
  statuses: ReadonlyMap<number, string | null>,
  columns: readonly Column[],
): KindRow[] {
  const paths = JSON.stringify(notes.map((note) => graph.path(note)))
  const files = db.all<FileRow>(
    `SELECT ${SUMMARY}, f.id FROM json_each(?) j CROSS JOIN file f ON f.path = j.value`,
    paths,
  )
  const values = db.all<[number, string, string]>(
    `SELECT p.file, p.key, coalesce(p.written, p.value) FROM json_each(?) j CROSS JOIN property p ON p.file = j.value
     WHERE +p.key IN (SELECT value FROM json_each(?))`,
    JSON.stringify(files.map(([, , , , , id]) => id)),
    JSON.stringify(columns.map(({ folded }) => folded)),
  )
  const byPath = new Map(files.map((row) => [row[0], row]))
  const byFile = Map.groupBy(values, ([file]) => file)
  return notes.flatMap((note) => {
    const row = byPath.get(graph.path(note))
    if (row === undefined) return []
    const [path, title, kind, date, modified, id] = row
    const own = byFile.get(id) ?? []
    return {
      ...summary([path, title, kind, date, modified]),
      status: statuses.get(note) ?? null,
      backlinks: backlinksTo(graph, note),
      values: columns.map(({ folded }) => own.flatMap(([, key, value]) => (key === folded ? [value] : []))),
    }
  })
}
