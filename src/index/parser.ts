import { setImmediate } from 'node:timers/promises'
import { giveBackPool, takePool, workersFor } from './kept-pools.ts'
import { type Parsed, type ParseTask, readNotes } from './reading.ts'

/** Where notes are parsed: here, or in other threads when there are many. */
export interface Parser {
  /** How many batches to have under way. */
  readonly width: number
  /** Notes in each. */
  readonly batch: number
  /** Notes in each of the first ones, where that is less, so that whoever waits for what is read so far has something soon. */
  readonly firstBatch?: number
  parse(tasks: readonly ParseTask[]): Promise<Parsed>
  close(): Promise<void>
}

/** Starting threads, which have yet to load and to warm up, takes as long as parsing this many notes in a program that begins. */
const WORTH_THREADS = 300
/** In one that runs, parsing is several times as fast. */
const WORTH_THREADS_WARM = 1500

/** @param isWarm whether the program has parsed much already */
export function parserFor(notes: number, isWarm: boolean): Parser {
  return isWorthThreads(notes, isWarm) ? inThreads(notes) : inPlace
}

export function isWorthThreads(notes: number, isWarm: boolean): boolean {
  return notes > (isWarm ? WORTH_THREADS_WARM : WORTH_THREADS)
}

/** UTF-16 units of a text that is read within half a second, whatever stands in it. */
const QUICK = 250_000

/** A long text is read where it can be given up. */
export function isLong({ text }: ParseTask): boolean {
  return text.length > QUICK
}

async function parseAside(tasks: readonly ParseTask[]): Promise<Parsed> {
  const parser = inThreads(tasks.length, 1)
  try {
    return await parser.parse(tasks)
  } finally {
    await parser.close()
  }
}

const inPlace: Parser = {
  width: 1,
  batch: 50,
  parse: async (tasks) => {
    if (tasks.some(isLong)) return parseAside(tasks)
    // Whoever waits for an answer is served between two batches.
    if (tasks.length > 1) await setImmediate()
    return readNotes(tasks)
  },
  close: async () => {},
}

/** Notes in a batch at most: what is parsed of a batch is held until all of it is. */
const MOST_IN_BATCH = 500
/** A thread that begins takes a quarter of a second for so many, and for a whole batch a second. */
const IN_FIRST_BATCH = 60
/** Batches for each thread at least, so that one is written while the next is parsed. */
const BATCHES = 4

/** @param notes that are to be parsed */
export function inThreads(notes: number, workers = workersFor(notes)): Parser {
  const pool = takePool(workers)
  return {
    // The threads must not run dry while a thousand notes are written.
    width: pool.lanes * 2,
    batch: Math.max(1, Math.min(MOST_IN_BATCH, Math.ceil(notes / (pool.lanes * BATCHES)))),
    firstBatch: IN_FIRST_BATCH,
    parse: (tasks) => pool.parse(tasks),
    close: () => giveBackPool(pool),
  }
}
