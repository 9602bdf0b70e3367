import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { readQuery } from '../core/query/read.ts'
import type { Database } from '../index/database.ts'
import { askingOf } from '../index/search/asking.ts'
import { find } from '../index/search.ts'

/** More notes than this are too many to look through one by one. */
const MOST = 200_000

/**
 * Every note that a search finds by itself, by path; not those that only lead to one.
 * @param query every note when it says nothing
 * @param docs only notes whose texts have these numbers
 * @throws {UserError} when the search cannot be carried out, with what to do instead
 */
export function notesFound(db: Database, today: string, query: string, docs?: ReadonlySet<number>): NotePath[] {
  const matches = query.trim() === '' ? undefined : find(askingOf(db, today), readQuery(`${query} `), 1).matches
  return db
    .all<readonly [string, number]>('SELECT path, doc FROM file WHERE is_note = 1 ORDER BY path LIMIT ?', MOST)
    .filter(([, doc]) => (docs === undefined || docs.has(doc)) && (matches === undefined || matches[doc] === 1))
    .map(([path]) => notePath(path))
}
