import { setImmediate } from 'node:timers/promises'
import { ParsePool } from './pool.ts'
import { type Parsed, type ParseTask, readNotes } from './reading.ts'

/** Where notes are parsed: here, or in other threads when there are many. */
export interface Parser {
  /** How many batches to have under way. */
  readonly width: number
  /** Notes in each. */
  readonly batch: number
  parse(tasks: readonly ParseTask[]): Promise<Parsed>
  close(): Promise<void>
}

/** Starting threads, which have yet to load and to warm up, takes as long as parsing this many notes in a program that begins. */
const WORTH_THREADS = 300
/** In one that runs, parsing is several times as fast. */
const WORTH_THREADS_WARM = 1500

/** @param isWarm whether the program has parsed much already */
export function parserFor(notes: number, isWarm: boolean): Parser {
  return isWorthThreads(notes, isWarm) ? inThreads() : inPlace
}

export function isWorthThreads(notes: number, isWarm: boolean): boolean {
  return notes > (isWarm ? WORTH_THREADS_WARM : WORTH_THREADS)
}

const inPlace: Parser = {
  width: 1,
  batch: 50,
  parse: async (tasks) => {
    // Whoever waits for an answer is served between two batches.
    if (tasks.length > 1) await setImmediate()
    return readNotes(tasks)
  },
  close: async () => {},
}

/** @param workers as many as there are cores, up to two, when not said */
export function inThreads(workers?: number): Parser {
  const pool = new ParsePool(workers === undefined ? {} : { workers })
  return {
    // The threads must not run dry while a thousand notes are written.
    width: pool.lanes * 4,
    batch: 250,
    parse: (tasks) => pool.parse(tasks),
    close: () => pool.close(),
  }
}
