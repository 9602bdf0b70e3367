import { availableParallelism } from 'node:os'
import { ParsePool } from './pool.ts'

/** Milliseconds for which threads that have nothing to do are kept: a thread that has parsed before is three times as fast as a new one. */
const KEPT = 20_000

const kept = new Map<number, { readonly pool: ParsePool; readonly timer: NodeJS.Timeout }>()

/** From so many notes on a second thread is worth what it takes to start and to warm up on a computer with two cores, one of which writes. */
const WORTH_A_SECOND = 30_000

/** @param notes that are to be parsed */
export function workersFor(notes: number, cores = availableParallelism()): number {
  return cores > 2 || (cores === 2 && notes >= WORTH_A_SECOND) ? 2 : 1
}

export function takePool(workers: number): ParsePool {
  const found = kept.get(workers)
  if (found === undefined) return new ParsePool({ workers })
  clearTimeout(found.timer)
  kept.delete(workers)
  return found.pool
}

/** Keeps the threads for a while. Those that still have something to do are ended: whoever wanted it has gone. */
export async function giveBackPool(pool: ParsePool): Promise<void> {
  if (pool.isBusy || kept.has(pool.lanes)) return pool.close()
  const end = (): void => {
    kept.delete(pool.lanes)
    void pool.close()
  }
  kept.set(pool.lanes, { pool, timer: setTimeout(end, KEPT).unref() })
}
