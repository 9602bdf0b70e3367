import type { NotePath, Revision } from '../core/note.ts'
import type { Database } from './database.ts'

/** A change of one note, and when it was. */
export interface PastChange {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Undefined for a note that came. */
  readonly before: { readonly path: NotePath; readonly revision: Revision } | undefined
  /** Undefined for a note that went. */
  readonly after: { readonly path: NotePath; readonly revision: Revision } | undefined
}

type ChangeRow = readonly [
  at: number,
  from: NotePath | null,
  to: NotePath | null,
  before: Revision | null,
  after: Revision | null,
]

/** Everything that happened in a time, the first first; what was undone and its undoing are both among it. */
export function changesBetween(db: Database, since: number, until: number): PastChange[] {
  return db
    .all<ChangeRow>(
      `SELECT o.at, c.path_before, c.path_after, c.revision_before, c.revision_after FROM operation o
       JOIN change c ON c.operation = o.id WHERE o.at >= ? AND o.at < ? ORDER BY o.id, c.ordinal`,
      since,
      until,
    )
    .map(([at, from, to, before, after]) => ({ at, before: side(from, before), after: side(to, after) }))
}

function side(path: NotePath | null, revision: Revision | null): PastChange['before'] {
  return path === null || revision === null ? undefined : { path, revision }
}
