import { UserError } from '../../core/errors.ts'
import type { Database } from '../database.ts'
import { FullText } from '../words/full-text.ts'

/** Milliseconds of this thread's own work that one search may take: others wait for their answers meanwhile. That of other programs is not its fault. */
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
  const start = worked()
  const checkTime = (): void => {
    if (worked() - start > patience)
      throw new UserError(
        'refused',
        'This search asks for too much at once; leave some words out, or search for rarer ones.',
      )
  }
  return { db, text: FullText.of(db), today, checkTime }
}

/** Milliseconds of this thread. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
