import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

const BUSY = 5
const PAUSE_MILLISECONDS = 20

/**
 * Keeps other processes, and other vaults of this one, from changing several files at once. The lock is one of SQLite's on an empty file,
 * because the system lets go of it when a process dies, however it dies.
 * @param patience milliseconds to wait for another's lock
 * @returns undefined when another still has it
 * @throws when the file can be neither opened nor made
 */
export async function lock(file: string, patience: number): Promise<Disposable | undefined> {
  const deadline = performance.now() + patience
  const sqlite = new DatabaseSync(file, { timeout: 0 })
  try {
    while (!tryLock(sqlite)) {
      if (performance.now() > deadline) {
        sqlite.close()
        return undefined
      }
      await setTimeout(PAUSE_MILLISECONDS)
    }
  } catch (error) {
    sqlite.close()
    throw error
  }
  return { [Symbol.dispose]: () => sqlite.close() }
}

function tryLock(sqlite: DatabaseSync): boolean {
  try {
    sqlite.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === BUSY) return false
    throw error
  }
}
