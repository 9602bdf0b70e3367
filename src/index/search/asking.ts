import { UserError } from '../../core/errors.ts'
import type { Database } from '../database.ts'
import { FullText } from '../words/full-text.ts'

/** Milliseconds that one search may take: whoever waits for another answer waits no longer. */
const PATIENCE = 400

/** One question to one state of the index. */
export interface Asking {
  readonly db: Database
  readonly text: FullText
  /** ISO date. */
  readonly today: string
  /** @throws {UserError} when the search takes too long */
  readonly checkTime: () => void
}

export function askingOf(db: Database, today: string, patience = PATIENCE): Asking {
  const start = performance.now()
  const checkTime = (): void => {
    if (performance.now() - start > patience)
      throw new UserError(
        'refused',
        'This search asks for too much at once; leave some words out, or search for rarer ones.',
      )
  }
  return { db, text: FullText.of(db), today, checkTime }
}
