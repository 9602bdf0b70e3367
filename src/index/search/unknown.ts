import { UserError } from '../../core/errors.ts'
import { foldName, propertyKey } from '../../core/fold.ts'
import { nearestName } from '../../core/nearest.ts'
import { listed, nearestOperator } from '../../core/query/operators.ts'
import { printFilter } from '../../core/query/print.ts'
import type { Filter, Query } from '../../core/query/tree.ts'
import { filtersAsked, filtersIn } from '../../core/query/tree.ts'
import type { Database } from '../database.ts'
import type { Asking } from './asking.ts'
import { noteCalled } from './filters.ts'

/** So many values are told when none is near. */
const SHOWN = 8

/** @throws {UserError} for a word before a colon that is no operator, nor a property of any note */
export function refuseUnknownOperators({ db }: Asking, query: Query): void {
  for (const filter of filtersIn(query.root)) {
    if (filter.kind !== 'property' || hasProperty(db, filter.key)) continue
    const typed = query.text.slice(filter.from, filter.to)
    const near = nearestOperator(filter.key) ?? nearestName(propertyKey(filter.key), keysIn(db))
    if (near === undefined)
      throw unknown(
        `No note has a property “${filter.key}”; put quotes around ${typed} to look for it as words.`,
        replaced(query, filter, `"${typed.replaceAll('"', '')}"`),
      )
    const instead = `${near}:${typed.slice(typed.indexOf(':') + 1)}`
    throw unknown(
      `No operator or property is called “${filter.key}”; did you mean ${instead}?`,
      replaced(query, filter, instead),
    )
  }
}

/** For a search that found nothing. @throws {UserError} when that is because a value of a filter is nowhere in the vault */
export function explainNothing({ db }: Asking, query: Query): void {
  for (const filter of filtersAsked(query.root)) {
    if ((filter.kind === 'links' || filter.kind === 'linked-from') && noteCalled(db, filter.value) === undefined)
      throw new UserError('not-found', `There is no note “${filter.value}”.`)
    const what = KNOWN[filter.kind as keyof typeof KNOWN]
    if (what === undefined || !('value' in filter)) continue
    const values = what.values(db)
    const asked = foldName(filter.value)
    if (values.some((value) => foldName(value) === asked || foldName(value).startsWith(`${asked}/`))) continue
    const near = nearestValue(asked, values)
    const known = values.length === 0 ? what.none : `${what.some} ${listed(values.slice(0, SHOWN), 'and')}.`
    const hint = near === undefined ? known : `did you mean ${near}?`
    throw new UserError(
      'not-found',
      `${what.nothing} “${filter.value}”; ${hint}`,
      [],
      near === undefined ? undefined : replaced(query, filter, printFilter({ ...filter, value: near } as Filter)),
    )
  }
}

interface KnownValues {
  readonly values: (db: Database) => string[]
  readonly nothing: string
  readonly some: string
  readonly none: string
}

const KNOWN: Readonly<Partial<Record<Filter['kind'], KnownValues>>> = {
  tag: {
    values: (db) => column(db, 'SELECT min(written) FROM tag GROUP BY key ORDER BY count(*) DESC, key'),
    nothing: 'No note has the tag',
    some: 'the most used tags are',
    none: 'no note has any tag yet.',
  },
  kind: {
    values: (db) =>
      column(db, 'SELECT kind FROM file WHERE kind IS NOT NULL GROUP BY kind ORDER BY count(*) DESC, kind'),
    nothing: 'No note is of the kind',
    some: 'the kinds here are',
    none: 'no note says its kind yet.',
  },
  status: {
    values: (db) =>
      column(db, "SELECT value FROM property WHERE key = 'status' GROUP BY value ORDER BY count(*) DESC, value"),
    nothing: 'No note has the status',
    some: 'those here are',
    none: 'no note has a status yet.',
  },
  relation: {
    values: (db) =>
      column(
        db,
        'SELECT relation FROM link WHERE relation IS NOT NULL GROUP BY relation ORDER BY count(*) DESC, relation',
      ),
    nothing: 'No link has the relation',
    some: 'those here are',
    none: 'no link says its relation yet.',
  },
  folder: {
    values: foldersIn,
    nothing: 'There is no folder',
    some: 'the folders are',
    none: 'all notes are in one place.',
  },
}

function column(db: Database, sql: string): string[] {
  return db.all<readonly [string]>(sql).map(([value]) => value)
}

function foldersIn(db: Database): string[] {
  const found = column(
    db,
    "SELECT DISTINCT rtrim(rtrim(path, replace(path, '/', '')), '/') FROM file WHERE is_note = 1 ORDER BY 1",
  )
  return found.filter((folder) => folder !== '')
}

/** Also by the last part of a path: `in:research` where the folder is `work/research`. */
function nearestValue(asked: string, values: readonly string[]): string | undefined {
  const lastPart = values.find((value) => foldName(value).endsWith(`/${asked}`))
  if (lastPart !== undefined) return lastPart
  const near = nearestName(asked, values.map(foldName))
  return values.find((value) => foldName(value) === near)
}

function hasProperty(db: Database, key: string): boolean {
  return db.first('SELECT 1 FROM property WHERE key = ? LIMIT 1', propertyKey(key)) !== undefined
}

/** Keys of properties, folded. */
export function keysIn(db: Database): string[] {
  return column(db, 'SELECT DISTINCT key FROM property').filter((key) => !key.startsWith(' '))
}

function replaced({ text }: Query, { from, to }: Filter, instead: string): string {
  return text.slice(0, from) + instead + text.slice(to)
}

function unknown(message: string, proposal: string | undefined): UserError {
  return new UserError('invalid', message, [], proposal)
}
