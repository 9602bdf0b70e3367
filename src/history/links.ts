/** Links that were made and removed: read once from the texts of each operation, and kept after these have gone. */
import type { NotePath, Revision } from '../core/note.ts'
import { stemOf } from '../core/path.ts'
import type { Database } from './database.ts'
import type { KeptLink, KeptLinkChange, OperationKind } from './shapes.ts'
import { presentOf } from './versions.ts'

/** Some hundred bytes each, so never more than a twentieth of the file's bound. */
const BYTES_EACH = 200
const SHARE = 20

interface Side {
  readonly path: NotePath
  readonly revision: Revision
}

/** A change of one note whose links have not been looked at. */
export interface UnreadChange {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Undefined for a note that came. */
  readonly before: Side | undefined
  /** Undefined for a note that went. */
  readonly after: Side | undefined
  /** Of the text before, where they were told. */
  readonly links: readonly KeptLink[] | undefined
  /** What the history took for the note's text before: not what was found where nobody told of a change in between. */
  readonly last: Revision | undefined
}

export interface UnreadOperation {
  readonly id: number
  /** Of what was taken back, for an undo. */
  readonly kind: OperationKind
  /** Later edits may become part of it. */
  readonly isOpen: boolean
  readonly changes: readonly UnreadChange[]
}

export interface Move {
  readonly from: NotePath
  readonly to: NotePath
}

/** The first operation whose links were not looked for; one that is open only if nothing else is left. */
export function nextUnread(db: Database): UnreadOperation | undefined {
  return db.read(() => {
    const row = db.first<[number, number, OperationKind, number]>(
      `SELECT id, at, kind, id = (SELECT max(id) FROM operation) FROM operation
       WHERE id > (SELECT operation FROM links_read) ORDER BY id LIMIT 1`,
    )
    if (row === undefined) return undefined
    const [id, at, kind, isLast] = row
    return { id, kind: kindOf(db, id, kind), isOpen: isLast === 1 && kind === 'edit', changes: changesOf(db, id, at) }
  })
}

type ChangeRow = readonly [
  at: number | null,
  from: NotePath | null,
  to: NotePath | null,
  before: Revision | null,
  after: Revision | null,
  links: string | null,
]

function changesOf(db: Database, id: number, at: number): UnreadChange[] {
  const rows = db.all<ChangeRow>(
    `SELECT changed_at, path_before, path_after, revision_before, revision_after, links FROM change WHERE operation = ? ORDER BY ordinal`,
    id,
  )
  return rows.map(([changed, from, to, before, after, links]) => ({
    at: changed ?? at,
    before: sideOf(from, before),
    after: sideOf(to, after),
    links: links === null ? undefined : (JSON.parse(links) as KeptLink[]),
    last: from === null ? undefined : presentOf(db, from, id)?.revision,
  }))
}

function sideOf(path: NotePath | null, revision: Revision | null): Side | undefined {
  return path === null || revision === null ? undefined : { path, revision }
}

function kindOf(db: Database, id: number, kind: OperationKind): OperationKind {
  if (kind !== 'undo') return kind
  const undone = db.first<[number, OperationKind]>('SELECT id, kind FROM operation WHERE undone_by = ?', id)
  return undone === undefined ? kind : kindOf(db, ...undone)
}

/** A move of long ago, or just now. */
export interface PastMove extends Move {
  readonly operation: number
}

/** Every move that is known, the first first. */
export function pastMoves(db: Database): PastMove[] {
  return db
    .all<[number, NotePath, NotePath]>(
      'SELECT operation, path_before, path_after FROM change WHERE path_after <> path_before ORDER BY operation, ordinal',
    )
    .map(([operation, from, to]) => ({ operation, from, to }))
}

/** What was found in an operation, once: another process may have been quicker. What was known of notes follows them. */
export function keepLinks(
  db: Database,
  operation: number,
  found: readonly KeptLinkChange[],
  moves: readonly Move[],
): void {
  db.write(() => {
    if (db.number('SELECT operation FROM links_read') >= operation) return
    follow(db, moves)
    for (const { at, source, target, name, isMade } of found)
      db.run(
        'INSERT INTO link_change (operation, at, source, target, name, made) VALUES (?, ?, ?, ?, ?, ?)',
        operation,
        at,
        source,
        target ?? null,
        name,
        isMade ? 1 : 0,
      )
    db.run('UPDATE change SET links = NULL WHERE operation = ? AND links IS NOT NULL', operation)
    db.run('UPDATE links_read SET operation = ?', operation)
  })
}

/** Notes may have changed places with one another, so all leave before any arrives; no path of a note begins with a slash. */
function follow(db: Database, moves: readonly Move[]): void {
  for (const { from, to } of moves)
    if (stemOf(from) !== stemOf(to)) db.run('UPDATE link_change SET name = ? WHERE target = ?', stemOf(to), from)
  for (const column of ['source', 'target']) {
    for (const { from, to } of moves)
      db.run(`UPDATE link_change SET ${column} = '/' || ? WHERE ${column} = ?`, to, from)
    if (moves.length > 0)
      db.run(`UPDATE link_change SET ${column} = substr(${column}, 2) WHERE ${column} >= '/' AND ${column} < '0'`)
  }
}

type LinkRow = readonly [at: number, source: NotePath, target: NotePath | null, name: string, made: number]
const LINK = 'SELECT at, source, target, name, made FROM link_change'

/** In the order in which they were found. Milliseconds since 1970; the end is not part of it. */
export function linkChangesBetween(db: Database, since: number, until: number): KeptLinkChange[] {
  return db.all<LinkRow>(`${LINK} WHERE at >= ? AND at < ? ORDER BY id`, since, until).map(linkChangeOf)
}

/** Everything that is known of one note's links. */
export function linkChangesOf(db: Database, source: NotePath): KeptLinkChange[] {
  return db.all<LinkRow>(`${LINK} WHERE source = ? ORDER BY id`, source).map(linkChangeOf)
}

function linkChangeOf([at, source, target, name, made]: LinkRow): KeptLinkChange {
  return { at, source, target: target ?? undefined, name, isMade: made === 1 }
}

/** Lets go of what is too old, or more than its share of the file, the oldest first. */
export function pruneLinks(db: Database, before: number, maxBytes: number): void {
  const most = Math.floor(maxBytes / SHARE / BYTES_EACH)
  db.write(() => {
    db.run('DELETE FROM link_change WHERE at < ?', before)
    const many = db.number('SELECT count(*) FROM link_change') - most
    if (many > 0) db.run('DELETE FROM link_change WHERE id IN (SELECT id FROM link_change ORDER BY at LIMIT ?)', many)
  })
}
