/** Which properties notes have, what they are, and what they say. */
import type { PropertyAnswer, ValueAnswer } from '../core/answers.ts'
import { foldName, propertyKey } from '../core/fold.ts'
import { type PropertyType, typeOfAll, typeOfValue, type ValueType } from '../core/properties/types.ts'
import { compareText } from '../core/resolve.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { keptUntilChange } from './kept-until-change.ts'
import { DUE } from './rows.ts'
import { sampleOf } from './sample.ts'

/** Of a property that more notes have, some of them show what it is. */
const FEW = 400
/** Of one that more have, the values of some are told. */
const MANY = 2000

/** Every property, the most used first; kept until the index changes. */
export const propertiesOf = keptUntilChange((db): readonly PropertyAnswer[] => db.read(() => gather(db)))

/** What a note says of a property. */
export type SeenRow = readonly [key: string, value: string, file: number, spelled: string | null]

function gather(db: Database): PropertyAnswer[] {
  const counts = db
    .all<[string, number]>('SELECT key, count(*) FROM property GROUP BY key ORDER BY 2 DESC, 1')
    .filter(([key]) => key !== DUE)
  const many = new Set(counts.flatMap(([key, count]) => (count > FEW ? [key] : [])))
  const seen = Map.groupBy(many.size === 0 ? [] : spread(db), ([key]) => key)
  return counts.map(([key, notes]) => {
    const rows = many.has(key) ? (seen.get(key) ?? []) : []
    return describe(notes, rows.length > 0 ? rows : rowsOf(db, key), key)
  })
}

function spread(db: Database): SeenRow[] {
  return db.all<SeenRow>(
    `SELECT p.key, p.value, p.file, p.spelled
     FROM json_each(?) j CROSS JOIN file f ON f.path = j.value CROSS JOIN property p ON p.file = f.id`,
    sampleOf(db),
  )
}

function rowsOf(db: Database, key: string): SeenRow[] {
  return db.all<SeenRow>('SELECT key, value, file, spelled FROM property WHERE key = ?', key)
}

function describe(notes: number, rows: readonly SeenRow[], key: string): PropertyAnswer {
  const files = new Set(rows.map(([, , file]) => file))
  const type: PropertyType = rows.length > files.size ? 'list' : typeIn(rows)
  return {
    key: spelledIn(key, rows),
    type,
    notes: Math.min(notes, Math.round((notes * files.size) / Math.max(1, rows.length))),
  }
}

/** As most of the notes spell it. */
export function spelledIn(key: string, rows: readonly SeenRow[]): string {
  const spellings = new Map<string, number>()
  for (const [, , , spelled] of rows) spellings.set(spelled ?? key, (spellings.get(spelled ?? key) ?? 0) + 1)
  const [[most] = [key]] = [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
  return most
}

/** What its values look like. */
export function typeIn(rows: readonly SeenRow[]): ValueType {
  const looks = new Map<ValueType, number>()
  for (const [, value] of rows) {
    const look = typeOfValue(value)
    looks.set(look, (looks.get(look) ?? 0) + 1)
  }
  return typeOfAll(looks)
}

export interface ValueQuery {
  readonly key: string
  /** How the value begins. */
  readonly typed?: string | undefined
  /** Only of notes of a kind, for a status. */
  readonly kind?: string | undefined
  readonly limit: number
}

/** Values of a property, the most used first; of a property with very many, those of some notes. */
export function valuesOf(db: Database, query: ValueQuery): ValueAnswer[] {
  const key = propertyKey(query.key)
  const typed = foldName(query.typed ?? '')
  if (key === 'kind' || key === 'type') return kindValues(db, typed, query.limit)
  if (key === 'status') return statusValues(db, typed, query)
  if (typed !== '') return valuesFrom(db, key, typed, query.limit)
  const counted = new Map<string, ValueAnswer>()
  for (const [value, written] of someValues(db, key)) {
    const known = counted.get(value)
    const said = written ?? value
    // Of several spellings one that does not hang on the order in which notes were read.
    const first = known === undefined || compareText(said, known.value) < 0 ? said : known.value
    counted.set(value, { value: first, notes: (known?.notes ?? 0) + 1 })
  }
  return mostUsed(counted.values(), query.limit)
}

type ValueRow = readonly [value: string, written: string | null]

function someValues(db: Database, key: string): ValueRow[] {
  const [count = 0] =
    db.first<[number]>('SELECT count(*) FROM (SELECT 1 FROM property WHERE key = ? LIMIT ?)', key, MANY) ?? []
  if (count < MANY) return db.all<ValueRow>('SELECT value, written FROM property WHERE key = ?', key)
  // The plus keeps SQLite from looking through all values once for each of the files.
  return db.all<ValueRow>(
    `SELECT p.value, p.written
     FROM json_each(?) j CROSS JOIN file f ON f.path = j.value CROSS JOIN property p ON p.file = f.id AND +p.key = ?`,
    sampleOf(db),
    key,
  )
}

function valuesFrom(db: Database, key: string, typed: string, limit: number): ValueAnswer[] {
  const rows = db.all<[string, number, string | null]>(
    `SELECT value, count(*), min(written) FROM property WHERE key = ? AND value >= ? AND value < ? GROUP BY value ORDER BY value LIMIT ?`,
    key,
    typed,
    `${typed}\u{10ffff}`,
    limit,
  )
  return mostUsed(
    rows.map(([value, notes, written]) => ({ value: written ?? value, notes })),
    limit,
  )
}

function kindValues(db: Database, typed: string, limit: number): ValueAnswer[] {
  return fromGraph(db, typed, limit, ({ kind }) => kind)
}

function statusValues(db: Database, typed: string, { kind, limit }: ValueQuery): ValueAnswer[] {
  return fromGraph(db, typed, limit, (file) => (kind === undefined || file.kind === kind ? file.status : null))
}

function fromGraph(
  db: Database,
  typed: string,
  limit: number,
  read: (file: { readonly kind: string | null; readonly status: string | null }) => string | null,
): ValueAnswer[] {
  const { files } = graphOf(db)
  const counted = new Map<string, number>()
  files.eachNote((file) => {
    const value = read(file)?.trim()
    if (value) counted.set(value, (counted.get(value) ?? 0) + 1)
  })
  const all = [...counted].flatMap(([value, notes]) => (foldName(value).startsWith(typed) ? [{ value, notes }] : []))
  return mostUsed(all, limit)
}

function mostUsed(values: Iterable<ValueAnswer>, limit: number): ValueAnswer[] {
  return [...values].sort((a, b) => b.notes - a.notes || compareText(a.value, b.value)).slice(0, limit)
}
