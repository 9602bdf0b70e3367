import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** How often it is looked. Milliseconds. */
const EVERY = 500
/** The share of that time in which the program may have done something and still counts as idle. */
const IDLE = 0.1
/** Below this nobody minds. Bytes. */
const SMALL = 140_000_000
/** Above this it is not waited until nobody asks anything. Bytes. */
const LARGE = 330_000_000
/** How much must have come since memory was last given back, so that it is worth a pause of some tenths of a second. */
const GROWTH = { idle: 1.15, busy: 1.2 }

type CollectGarbage = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

/**
 * Gives memory back to the system: what reading a large vault took for a moment would be kept for good otherwise. V8 compacts by
 * itself only in programs that are in the background, which a server never is. The figures are in docs/benchmarks.md.
 * @returns a function that ends it
 */
export function giveMemoryBack(): () => void {
  let floor = SMALL / GROWTH.idle
  let before = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const isIdle = performance.eventLoopUtilization(before).utilization < IDLE
    const held = process.memoryUsage.rss()
    if (held > floor * (isIdle ? GROWTH.idle : GROWTH.busy) && (isIdle || held > LARGE)) {
      collector()({ type: 'major', execution: 'sync', flavor: 'last-resort' })
      floor = Math.max(process.memoryUsage.rss(), SMALL / GROWTH.idle)
    }
    before = performance.eventLoopUtilization()
  }, EVERY).unref()
  return () => clearInterval(timer)
}

let collect: CollectGarbage | undefined

function collector(): CollectGarbage {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as CollectGarbage
  }
  return collect
}
