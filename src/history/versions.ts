import type { NotePath, Revision } from '../core/note.ts'
import { stemOf } from '../core/path.ts'
import type { Database } from './database.ts'
import type { Deleted, OperationId, OperationKind, Version } from './shapes.ts'
import { bytesOf } from './texts.ts'

const NEWEST = Number.MAX_SAFE_INTEGER

/** What an operation did to the note that is followed. */
interface Station {
  readonly operation: number
  readonly at: number
  readonly kind: OperationKind
  readonly label: string
  readonly pathBefore: NotePath | null
  readonly pathAfter: NotePath | null
  readonly before: Revision | null
  readonly after: Revision | null
}

type StationRow = readonly [
  operation: number,
  at: number,
  kind: string,
  label: string,
  pathBefore: string | null,
  pathAfter: string | null,
  before: string | null,
  after: string | null,
]

const STATION = `
  SELECT operation, at, kind, label, path_before, path_after, revision_before, revision_after
  FROM change JOIN operation ON id = operation`

/** What is not there any more: the last thing that happened to a path is that its note went. */
export const GONE = `
  gone.path_after IS NULL
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.path_after = gone.path_before AND later.operation >= gone.operation)
  AND NOT EXISTS (SELECT 1 FROM change later WHERE later.path_before = gone.path_before AND later.operation > gone.operation)`

/** It was brought back to another path, which is not that of a note with the same text that went as well. */
const ELSEWHERE = `
  SELECT 1 FROM change back JOIN operation r ON r.id = back.operation
  WHERE back.revision_after = gone.revision_before AND back.operation > gone.operation AND back.path_before IS NULL
    AND r.kind = 'restore' AND NOT EXISTS (
      SELECT 1 FROM change own WHERE own.path_before = back.path_after AND own.path_after IS NULL
        AND own.revision_before = back.revision_after AND own.operation < back.operation
    )`

/** A merged note lives on in the other one. */
const DELETED = `
  FROM change gone JOIN operation o ON o.id = gone.operation JOIN text t ON t.revision = gone.revision_before
  WHERE ${GONE} AND o.kind <> 'merge' AND NOT EXISTS (${ELSEWHERE})`

/**
 * The earlier texts of the note at a path, newest first, each once: also those from before it was renamed, moved, or deleted
 * and brought back. The text that the history knows as the present one is not among them.
 */
export function versionsOf(db: Database, path: NotePath, limit: number): Version[] {
  return db.read(() => {
    const versions = new Map<Revision, Version>()
    for (const state of statesOf(stationsOf(db, path))) {
      const bytes = versions.has(state.revision) ? undefined : bytesOf(db, state.revision)
      if (bytes !== undefined) versions.set(state.revision, { ...state, bytes })
      if (versions.size === limit) break
    }
    return [...versions.values()]
  })
}

type State = Omit<Version, 'bytes'>

/** What the note said between one station and the next, newest first, without what it says now. */
function* statesOf(stations: Iterable<Station>): Iterable<State> {
  let newer: Station | undefined
  let present: Revision | null = null
  let state: State | undefined
  for (const station of stations) {
    const last = newer
    newer = station
    if (last === undefined) present = station.after
    if (state !== undefined && state.revision === station.after) {
      state = { ...state, since: station.at }
      // A move changes no text: the state goes on before it.
      if (station.before === station.after) continue
    }
    if (state !== undefined) yield state
    const unseen = last && stateBetween(station, last)
    if (unseen !== undefined && unseen.revision !== present) yield unseen
    const before = stateBefore(station)
    state = before?.revision === present ? undefined : before
  }
  if (state !== undefined) yield state
}

function stateBefore({ pathBefore: path, before: revision, at, kind, label }: Station): State | undefined {
  if (path === null || revision === null) return undefined
  return { path, revision, at, kind, label, since: undefined }
}

/** What one operation left, where it is not what the next one found: nobody told the history who changed it. */
function stateBetween({ pathAfter: path, after: revision, at: since }: Station, newer: Station): State | undefined {
  if (path === null || revision === null || revision === newer.before) return undefined
  return { path, revision, at: newer.at, kind: 'outside', label: 'Changed outside of Notly', since }
}

/** Follows a note backwards. Ends where its path had belonged to another note, which moved away. */
function* stationsOf(db: Database, start: NotePath): Iterable<Station> {
  let path = start
  for (let before = NEWEST; ; ) {
    const came = lastStation(db, 'path_after', path, before)
    const left = lastStation(db, 'path_before', path, before)
    const station = (left?.operation ?? 0) > (came?.operation ?? 0) ? left : came
    if (station === undefined || (station === left && station !== came && station.pathAfter !== null)) return
    yield station
    path = station.pathBefore ?? path
    before = station.operation
  }
}

function lastStation(
  db: Database,
  column: 'path_before' | 'path_after',
  path: NotePath,
  before: number,
): Station | undefined {
  const row = db.first<StationRow>(
    `${STATION} WHERE ${column} = ? AND operation < ? ORDER BY operation DESC LIMIT 1`,
    path,
    before,
  )
  if (row === undefined) return undefined
  const [operation, at, kind, label, pathBefore, pathAfter, revisionBefore, revisionAfter] = row
  return {
    operation,
    at,
    kind: kind as OperationKind,
    label,
    pathBefore: pathBefore as NotePath | null,
    pathAfter: pathAfter as NotePath | null,
    before: revisionBefore as Revision | null,
    after: revisionAfter as Revision | null,
  }
}

/**
 * What is at a path as far as the history knows: no revision when the note went, undefined when it never heard of one.
 * @param before as it was before that operation
 */
export function presentOf(
  db: Database,
  path: NotePath,
  before: number = NEWEST,
): { readonly revision: Revision | undefined } | undefined {
  const row = db.first<[string | null, string | null]>(
    `SELECT path_after, revision_after FROM change WHERE (path_before = ?1 OR path_after = ?1) AND operation < ?2
     ORDER BY operation DESC, path_after IS ?1 DESC LIMIT 1`,
    path,
    before,
  )
  if (row === undefined) return undefined
  const [after, revision] = row
  return { revision: after === path && revision !== null ? (revision as Revision) : undefined }
}

/** When the history last heard of a note at a path, or of anything. Milliseconds since 1970; 0 for never. */
export function lastHeardOf(db: Database, path?: NotePath): number {
  if (path === undefined) return db.number('SELECT coalesce(max(at), 0) FROM operation')
  return db.number(
    `SELECT coalesce(max(o.at), 0) FROM change c JOIN operation o ON o.id = c.operation
     WHERE c.path_before = ?1 OR c.path_after = ?1`,
    path,
  )
}

/** Every path that the history ever heard of, in order. */
export function knownPaths(db: Database): NotePath[] {
  return db
    .all<[NotePath]>(
      `SELECT path_before AS path FROM change WHERE path_before IS NOT NULL
       UNION SELECT path_after FROM change WHERE path_after IS NOT NULL ORDER BY path`,
    )
    .map(([path]) => path)
}

/** Where the note is now that was at a path when an operation was done; undefined when it went. */
export function placeNow(db: Database, after: OperationId, path: NotePath): NotePath | undefined {
  return db.read(() => {
    let place = path
    for (let operation: number = after; ; ) {
      const next = db.first<[number, string | null]>(
        `SELECT operation, path_after FROM change
         WHERE path_before = ? AND operation > ? AND path_after IS NOT path_before ORDER BY operation LIMIT 1`,
        place,
        operation,
      )
      if (next === undefined) return place
      const [moved, to] = next
      const back = to === null ? cameBack(db, place, moved) : moved
      if (back === undefined) return undefined
      place = (to ?? place) as NotePath
      operation = back
    }
  })
}

function cameBack(db: Database, path: NotePath, gone: number): number | undefined {
  return db.first<[number]>(
    'SELECT operation FROM change WHERE path_after = ? AND path_before IS NULL AND operation > ? ORDER BY operation LIMIT 1',
    path,
    gone,
  )?.[0]
}

/** Newest first. */
export function listDeleted(db: Database, limit: number): Deleted[] {
  const rows = db.all<[string, string, number, number]>(
    `SELECT gone.path_before, gone.revision_before, o.at, t.bytes ${DELETED} ORDER BY gone.operation DESC LIMIT ?`,
    limit,
  )
  return rows.map(([path, revision, at, bytes]) => ({
    path: path as NotePath,
    revision: revision as Revision,
    stem: stemOf(path),
    at,
    bytes,
  }))
}

export function isDeleted(db: Database, path: NotePath): boolean {
  return db.first(`SELECT 1 ${DELETED} AND gone.path_before = ?`, path) !== undefined
}
