import { Worker } from 'node:worker_threads'
import { type Parsed, type ParseTask, readNotes } from './reading.ts'
import { unreadNote } from './rows.ts'

/** Milliseconds that one note may take. */
const PATIENCE = 10_000
const LOOK_EVERY = 500
/** A thread that has yet to load its code, on a busy machine. Milliseconds. */
const START_PATIENCE = 60_000
const NOT_BEGUN = -1
/** What a note leaves behind is gone soon: more room for it costs memory and saves no time. */
const LIMITS = { maxYoungGenerationSizeMb: 24 }

export interface PoolOptions {
  readonly workers: number
  readonly patience?: number
  /** What each thread runs; tests put something slow here. */
  readonly script?: URL
}

/** Parses notes in other threads. A note that takes a thread too long is given up, and the thread with it. */
export class ParsePool {
  readonly #lanes: Lane[]
  #next = 0
  #waiting = 0

  constructor({ workers, ...options }: PoolOptions) {
    this.#lanes = Array.from({ length: workers }, () => new Lane(options))
  }

  get lanes(): number {
    return this.#lanes.length
  }

  /** Whether something that was to be parsed is not done yet. */
  get isBusy(): boolean {
    return this.#waiting > 0
  }

  /** @returns notes in the order of the tasks */
  async parse(tasks: readonly ParseTask[]): Promise<Parsed> {
    const lane = this.#lanes[this.#next++ % this.#lanes.length] as Lane
    this.#waiting++
    try {
      return await lane.parse(tasks)
    } finally {
      this.#waiting--
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()))
  }
}

/** One thread, one batch at a time. */
class Lane {
  readonly #progress = new Int32Array(new SharedArrayBuffer(4))
  readonly #patience: number
  readonly #script: URL
  #worker: Worker
  #isClosed = false
  #last: Promise<unknown> = Promise.resolve()

  constructor({
    patience = PATIENCE,
    script = new URL('./parse-worker.ts', import.meta.url),
  }: Omit<PoolOptions, 'workers'>) {
    this.#patience = patience
    this.#script = script
    this.#worker = this.#start()
  }

  parse(tasks: readonly ParseTask[]): Promise<Parsed> {
    const result = this.#last.then(() => this.#parseAll(tasks))
    this.#last = result.catch(() => {})
    return result
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#progress.buffer, resourceLimits: LIMITS })
    worker.unref()
    return worker
  }

  async #parseAll(tasks: readonly ParseTask[]): Promise<Parsed> {
    const outcome = await this.#ask(tasks)
    if (this.#isClosed) throw new Error('The thread was ended before it was done')
    if (outcome.kind === 'done') return outcome.parsed
    const { at } = outcome
    const stuck = tasks[at]
    await this.#worker.terminate()
    this.#worker = this.#start()
    if (stuck === undefined) throw new Error(`A thread stopped after ${at} of ${tasks.length} notes`)
    const before = await this.#parseRest(tasks.slice(0, at))
    const unread = readNotes([stuck], ({ path }) => unreadNote(path))
    return join([before, unread, await this.#parseRest(tasks.slice(at + 1))])
  }

  async #parseRest(tasks: readonly ParseTask[]): Promise<Parsed> {
    return tasks.length === 0 ? join([]) : this.#parseAll(tasks)
  }

  /** All notes read, their words are still to be sorted and sent. */
  #patienceAt(done: number, tasks: number): number {
    return done === NOT_BEGUN || done >= tasks ? START_PATIENCE : this.#patience
  }

  /** `stuck` with the task at which the thread stands still, or at which it died. */
  #ask(
    tasks: readonly ParseTask[],
  ): Promise<{ readonly kind: 'done'; readonly parsed: Parsed } | { readonly kind: 'stuck'; readonly at: number }> {
    if (this.#isClosed) return Promise.resolve({ kind: 'stuck', at: 0 })
    const worker = this.#worker
    return new Promise((resolve) => {
      Atomics.store(this.#progress, 0, NOT_BEGUN)
      let seen = NOT_BEGUN
      // Looks, not time: while this thread is busy it neither looks nor hears what the other has to say.
      let looks = 0
      const stop = (): void => {
        clearInterval(timer)
        worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
        // What a thread that is being ended still says is heard by nobody.
        worker.on('error', () => {})
      }
      const giveUp = (): void => {
        stop()
        resolve({ kind: 'stuck', at: Atomics.load(this.#progress, 0) })
      }
      const timer = setInterval(() => {
        const now = Atomics.load(this.#progress, 0)
        if (now !== seen) [seen, looks] = [now, 0]
        else if (++looks * LOOK_EVERY > this.#patienceAt(now, tasks.length)) giveUp()
      }, LOOK_EVERY)
      worker.once('message', (parsed: Parsed) => {
        stop()
        resolve({ kind: 'done', parsed })
      })
      worker.once('error', giveUp)
      worker.once('exit', giveUp)
      worker.postMessage(tasks)
    })
  }
}

function join(parts: readonly Parsed[]): Parsed {
  return { notes: parts.flatMap(({ notes }) => notes), runs: parts.flatMap(({ runs }) => runs) }
}
