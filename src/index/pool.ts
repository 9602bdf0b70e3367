import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type FarNotes, takeFar } from './packing/far.ts'
import { type Parsed, type ParseTask, readNotes } from './reading.ts'
import { unreadNote } from './rows.ts'

/** Milliseconds of a thread's own time that one note may take; of the clock's, a busy machine would make harmless notes unread. */
const PATIENCE = 2000
/** A note of millions of characters may take this for each million. */
const PATIENCE_FOR_A_MILLION = 1000
const LOOK_EVERY = 200
/** A thread that has yet to load its code, on a busy machine, or that gets no time at all. Milliseconds of the clock. */
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

  /**
   * Comes back when the thread stands still: at a note for longer than that may take, or before and after all notes for a long time.
   * @throws when it need not be watched any more
   */
  async #watch(worker: Worker, tasks: readonly ParseTask[], signal: AbortSignal): Promise<void> {
    let begun = { at: NOT_BEGUN, worked: 0 }
    // Looks, not time: while this thread is busy it neither looks nor hears what the other has to say.
    for (let looks = 0; ; looks++) {
      await setTimeout(LOOK_EVERY, undefined, { signal })
      const at = Atomics.load(this.#progress, 0)
      const worked = await workOf(worker, signal)
      if (at !== begun.at || at !== Atomics.load(this.#progress, 0)) {
        begun = { at, worked: worked ?? begun.worked }
        looks = 0
      }
      const task = tasks[at]
      const patience = Math.max(this.#patience, ((task?.text.length ?? 0) / 1e6) * PATIENCE_FOR_A_MILLION)
      if (task !== undefined && worked !== undefined && worked - begun.worked > patience) return
      if (looks * LOOK_EVERY > START_PATIENCE) return
    }
  }

  /** `stuck` with the task at which the thread stands still, or at which it died. */
  #ask(
    tasks: readonly ParseTask[],
  ): Promise<{ readonly kind: 'done'; readonly parsed: Parsed } | { readonly kind: 'stuck'; readonly at: number }> {
    if (this.#isClosed) return Promise.resolve({ kind: 'stuck', at: 0 })
    const worker = this.#worker
    return new Promise((resolve) => {
      Atomics.store(this.#progress, 0, NOT_BEGUN)
      const over = new AbortController()
      const stop = (): void => {
        over.abort()
        worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
        // What a thread that is being ended still says is heard by nobody.
        worker.on('error', () => {})
      }
      const giveUp = (): void => {
        stop()
        resolve({ kind: 'stuck', at: Atomics.load(this.#progress, 0) })
      }
      // Nothing is left to be seen when the thread is done.
      this.#watch(worker, tasks, over.signal).then(giveUp, () => {})
      worker.once('message', (far: FarNotes) => {
        stop()
        resolve({ kind: 'done', parsed: takeFar(tasks, far) })
      })
      worker.once('error', giveUp)
      worker.once('exit', giveUp)
      worker.postMessage(tasks)
    })
  }
}

/** Milliseconds that a thread has worked; undefined when it does not say. */
async function workOf(worker: Worker, signal: AbortSignal): Promise<number | undefined> {
  const answer = worker.cpuUsage().then(({ user, system }) => (user + system) / 1000)
  return Promise.race([answer.catch(() => undefined), setTimeout(LOOK_EVERY, undefined, { signal })])
}

function join(parts: readonly Parsed[]): Parsed {
  return { notes: parts.flatMap(({ notes }) => notes), runs: parts.flatMap(({ runs }) => runs) }
}
