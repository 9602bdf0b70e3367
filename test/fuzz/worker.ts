import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { COUNTERS } from './instrument.ts'
import { Fuzzer } from './loop.ts'
import type { run, TARGETS } from './targets.ts'

/** One target, tried until the time is over; what it is at stands in memory that whoever ends it can read. */

export interface Task {
  readonly bundle: string
  readonly target: string
  readonly counters: number
  readonly words: readonly string[]
  readonly seeds: readonly string[]
  readonly seconds: number
  readonly seed: number
  /** The length of the text that is being tried, then its units. */
  readonly now: SharedArrayBuffer
}

const task = workerData as Task
const counters = new Uint32Array(task.counters)
Object.assign(globalThis, { [COUNTERS]: counters })
const code = (await import(pathToFileURL(task.bundle).href)) as { TARGETS: typeof TARGETS; run: typeof run }
const target = code.TARGETS[task.target]
if (target === undefined) throw new Error(`There is no ${task.target}`)

const fuzzer = new Fuzzer({ ...task, counters, tell, attempt: (text) => code.run(target, text) })
parentPort?.postMessage(await fuzzer.run())

function tell(text: string): void {
  const cells = new Uint16Array(task.now, 4)
  new Int32Array(task.now, 0, 1)[0] = text.length
  for (let at = 0; at < text.length; at++) cells[at] = text.charCodeAt(at)
}
