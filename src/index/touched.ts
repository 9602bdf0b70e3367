import type { NotePath } from '../core/note.ts'
import type { Database } from './database.ts'

/** So many touched paths are a reason to look at everything; more are not remembered one by one. */
const MANY = 2000

type Touched = Set<NotePath> | 'many'

const touched = new WeakMap<Database, Touched>()

/** Whoever writes a file's rows says so, for what is derived from them and held in memory. */
export function noteTouched(db: Database, path: string): void {
  const known = touched.get(db) ?? new Set()
  if (known === 'many') return
  known.add(path as NotePath)
  touched.set(db, known.size > MANY ? 'many' : known)
}

/** What was touched through this connection since last asked; `many` when that is to be found out otherwise. */
export function takeTouched(db: Database): ReadonlySet<NotePath> | 'many' {
  const known = touched.get(db) ?? new Set<NotePath>()
  touched.delete(db)
  return known
}
