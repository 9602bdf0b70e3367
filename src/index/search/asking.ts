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
  /** Does what all searches after this one need too, and so is not its fault. */
  readonly forAll: <T>(work: () => T) => T
}

export function askingOf(db: Database, today: string, patience = PATIENCE): Asking {
  const start = worked()
  const begun = performance.now()
  let others = 0
  const checkTime = (): void => {
    // To ask what the thread has done takes as long as some words; it cannot have done more than there was time for.
    if (performance.now() - begun - others > patience && worked() - start - others > patience)
      throw new UserError(
        'refused',
        'This search asks for too much at once; leave some words out, or search for rarer ones.',
      )
  }
  const forAll = <T>(work: () => T): T => {
    const begun = performance.now()
    const result = work()
    others += performance.now() - begun
    return result
  }
  return { db, text: forAll(() => FullText.of(db)), today, checkTime, forAll }
}

/** Milliseconds of this thread. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
