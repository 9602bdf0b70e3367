/** What was found changed by another program and is still to become an operation: kept, because the index has forgotten what was before. */
import type { NotePath, Revision } from '../core/note.ts'
import type { Database } from './database.ts'
import type { KeptLink } from './shapes.ts'

/** A note as it was before another program changed it; no revision where there was none. */
export interface Waiting {
  readonly path: NotePath
  readonly revision: Revision | undefined
  /** Its file's time. Milliseconds since 1970. */
  readonly modified: number | undefined
  /** Undefined where the text of the revision is kept. */
  readonly links: readonly KeptLink[] | undefined
}

/** What a note was at first stays. */
export function keepWaiting(db: Database, notes: readonly Waiting[]): void {
  db.write(() => {
    for (const { path, revision, modified, links } of notes)
      db.run(
        'INSERT OR IGNORE INTO waiting (path, revision, modified, links) VALUES (?, ?, ?, ?)',
        path,
        revision ?? null,
        modified ?? null,
        links === undefined ? null : JSON.stringify(links),
      )
  })
}

type WaitingRow = readonly [NotePath, Revision | null, number | null, string | null]

export function waitingOnes(db: Database): Waiting[] {
  return db
    .all<WaitingRow>('SELECT path, revision, modified, links FROM waiting ORDER BY path')
    .map(([path, revision, modified, links]) => ({
      path,
      revision: revision ?? undefined,
      modified: modified ?? undefined,
      links: links === null ? undefined : (JSON.parse(links) as KeptLink[]),
    }))
}

export function forgetWaiting(db: Database, paths: Iterable<NotePath>): void {
  db.write(() => {
    for (const path of paths) db.run('DELETE FROM waiting WHERE path = ?', path)
  })
}
