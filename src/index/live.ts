/** Live queries: searches whose results stand in notes. */
import { UserError } from '../core/errors.ts'
import type { LiveAnswer } from '../core/live/answers.ts'
import { withField, withSearch } from '../core/live/parse.ts'
import { FIELDS, type Field, type LiveQuery, TASK_FIELDS } from '../core/live/query.ts'
import { nearestName } from '../core/nearest.ts'
import type { Database } from './database.ts'
import { liveNotes } from './live/notes.ts'
import { liveTasks } from './live/tasks.ts'
import type { Asking } from './search/asking.ts'
import { keysIn } from './search/unknown.ts'

/**
 * @param source the block, for a proposal
 * @param self path of the note that it stands in
 * @throws {UserError} for a field, an operator or a value that does not exist, and for a query that takes too long
 */
export function answerLive(asking: Asking, live: LiveQuery, source: string, self: string): LiveAnswer {
  refuseUnknownFields(asking.db, live, source)
  try {
    return live.as === 'tasks' ? liveTasks(asking, live) : liveNotes(asking, live, self)
  } catch (error) {
    if (!(error instanceof UserError) || error.proposal === undefined) throw error
    throw new UserError(error.kind, error.message, error.candidates, withSearch(source, error.proposal))
  }
}

function refuseUnknownFields(db: Database, { sort, groupBy, columns, as }: LiveQuery, source: string): void {
  const known = new Set<string>(as === 'tasks' ? [...FIELDS, ...TASK_FIELDS] : FIELDS)
  const asked: Field[] = [...sort.map(({ field }) => field), ...(groupBy === undefined ? [] : [groupBy]), ...columns]
  for (const { key, name } of asked) {
    if (known.has(key) || db.first('SELECT 1 FROM property WHERE key = ? LIMIT 1', key) !== undefined) continue
    const near = nearestName(key, [...known, ...keysIn(db)])
    const hint =
      near === undefined ? `; those that every note has are ${[...known].join(', ')}.` : `; did you mean ${near}?`
    throw new UserError(
      'invalid',
      `No note has a property “${name}”${hint}`,
      [],
      near === undefined ? undefined : withField(source, name, near),
    )
  }
}
