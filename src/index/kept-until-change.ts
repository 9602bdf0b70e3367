import type { Database } from './database.ts'

/** Makes something of an index when it is first asked for, and again when the index has changed since, whoever changed it. */
export function keptUntilChange<T>(make: (db: Database) => T): (db: Database) => T {
  const kept = new WeakMap<Database, { readonly version: string; readonly value: T }>()
  return (db) => {
    const version = db.version()
    const known = kept.get(db)
    if (known?.version === version) return known.value
    const value = make(db)
    kept.set(db, { version, value })
    return value
  }
}
