import type { NotePath, Revision } from '../core/note.ts'
import type { Database } from './database.ts'
import type { Change, Kept, Operation, OperationId, OperationKind, OperationSummary } from './shapes.ts'
import { textOf } from './texts.ts'

type SummaryRow = readonly [id: number, at: number, kind: string, label: string, notes: number, undoneBy: number | null]

const SUMMARY = `SELECT id, at, kind, label, (SELECT count(*) FROM change WHERE operation = id), undone_by FROM operation`

/** Edits have the earlier texts of their note, undos are taken back by their own name, and what others did is theirs. */
const UNDOABLE = `kind NOT IN ('edit', 'undo', 'outside')`

/** Newest first. */
export function listOperations(db: Database, limit: number, before: OperationId | undefined): OperationSummary[] {
  const rows = db.all<SummaryRow>(
    `${SUMMARY} WHERE id < ? ORDER BY id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  )
  return rows.map((row) => summaryOf(db, row))
}

export function lastUndoable(db: Database): OperationSummary | undefined {
  return db.read(() => {
    for (let before: number = Number.MAX_SAFE_INTEGER; ; ) {
      const row = db.first<SummaryRow>(`${SUMMARY} WHERE id < ? AND ${UNDOABLE} ORDER BY id DESC LIMIT 1`, before)
      if (row === undefined) return undefined
      const summary = summaryOf(db, row)
      if (summary.undoneBy === undefined) return summary
      before = summary.id
    }
  })
}

export function readOperation(db: Database, id: OperationId): Operation | undefined {
  return db.read(() => {
    const row = db.first<SummaryRow>(`${SUMMARY} WHERE id = ?`, id)
    return row && { ...summaryOf(db, row), changes: changesOf(db, id) }
  })
}

function changesOf(db: Database, id: OperationId): Change[] {
  const rows = db.all<[string | null, string | null, string | null, string | null]>(
    `SELECT path_before, revision_before, path_after, revision_after FROM change WHERE operation = ? ORDER BY ordinal`,
    id,
  )
  return rows.map(([pathBefore, before, pathAfter, after]) => ({
    before: keptOf(db, pathBefore, before),
    after: keptOf(db, pathAfter, after),
  }))
}

function keptOf(db: Database, path: string | null, revision: string | null): Kept | undefined {
  if (path === null || revision === null) return undefined
  return { path: path as NotePath, revision: revision as Revision, text: textOf(db, revision as Revision) }
}

function summaryOf(db: Database, [id, at, kind, label, notes, undoneBy]: SummaryRow): OperationSummary {
  return {
    id: id as OperationId,
    at,
    kind: kind as OperationKind,
    label,
    notes,
    paths: somePaths(db, id),
    undoneBy: undoneBy !== null && isInForce(db, undoneBy) ? (undoneBy as OperationId) : undefined,
  }
}

/** What a list shows of what an operation changed. */
const SOME = 3

function somePaths(db: Database, id: number): NotePath[] {
  return db
    .all<[string]>(
      'SELECT coalesce(path_after, path_before) FROM change WHERE operation = ? ORDER BY ordinal LIMIT ?',
      id,
      SOME,
    )
    .map(([path]) => path as NotePath)
}

/** An undo that was itself undone is not, unless that undo was undone as well, and so on. */
function isInForce(db: Database, id: number): boolean {
  const undoneBy = db.first<[number | null]>('SELECT undone_by FROM operation WHERE id = ?', id)?.[0] ?? null
  return undoneBy === null || !isInForce(db, undoneBy)
}
