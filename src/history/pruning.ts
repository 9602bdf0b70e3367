import { DAY } from '../core/days.ts'
import type { Database } from './database.ts'
import type { Size } from './shapes.ts'
import { dropForsaken, dropText } from './texts.ts'
import { GONE } from './versions.ts'

/** How long a deleted note can be had again, whatever the bounds say. */
const TRASH_STAYS = 30 * DAY
/** How long a text waits for its operation. */
const LOOSE_STAYS = DAY
/** Operations that go in one transaction, so that other processes need not wait long. */
const BATCH = 100

export interface Bounds {
  /** Bytes of the file. */
  readonly maxBytes: number
  /** Milliseconds. */
  readonly maxAge: number
}

/** Lets the oldest operations go until the bounds are kept. @returns how many went. */
export function prune(db: Database, { maxBytes, maxAge }: Bounds, now: number): number {
  db.write(() => dropForsaken(db, now - LOOSE_STAYS))
  const protectedOnes = recentDeletions(db, now - TRASH_STAYS)
  let gone = 0
  for (let last = 0; ; ) {
    const batch = db.all<[number, number]>('SELECT id, at FROM operation WHERE id > ? ORDER BY id LIMIT ?', last, BATCH)
    if (batch.length === 0) break
    const isDone = db.write(() => {
      for (const [id, at] of batch) {
        if (at >= now - maxAge && bytesOf(db) <= maxBytes) return true
        if (protectedOnes.has(id)) continue
        forget(db, id)
        gone++
      }
      return false
    })
    if (isDone) break
    last = batch.at(-1)?.[0] ?? last
  }
  if (gone > 0) db.script('PRAGMA incremental_vacuum')
  return gone
}

export function sizeOf(db: Database): Size {
  return db.read(() => ({
    bytes: bytesOf(db),
    operations: db.number('SELECT count(*) FROM operation'),
    texts: db.number('SELECT count(*) FROM text'),
    oldest: db.first<[number | null]>('SELECT min(at) FROM operation')?.[0] ?? undefined,
  }))
}

function recentDeletions(db: Database, since: number): Set<number> {
  const rows = db.all<[number]>(
    `SELECT gone.operation FROM change gone JOIN operation o ON o.id = gone.operation WHERE ${GONE} AND o.at >= ?`,
    since,
  )
  return new Set(rows.map(([id]) => id))
}

function forget(db: Database, id: number): void {
  const changes = db.all<[string | null, string | null]>(
    'SELECT revision_before, revision_after FROM change WHERE operation = ?',
    id,
  )
  db.run('DELETE FROM change WHERE operation = ?', id)
  db.run('DELETE FROM operation WHERE id = ?', id)
  for (const revision of new Set(changes.flat())) if (revision !== null) dropText(db, revision)
}

function bytesOf(db: Database): number {
  const pages = db.number('PRAGMA page_count') - db.number('PRAGMA freelist_count')
  return pages * db.number('PRAGMA page_size')
}
