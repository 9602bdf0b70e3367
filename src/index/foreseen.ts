import { setImmediate } from 'node:timers/promises'
import type { NotePath } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import type { Index } from './index.ts'
import { inThreads, isLong, isWorthThreads } from './parser.ts'
import { gathered, NotesReader, type Parsed, type ParsedNote, type ParseTask } from './reading.ts'
import type { FileRows } from './rows.ts'
import type { Run } from './words/run.ts'
import { reserveDocs } from './words/store.ts'

/** Notes whose texts were read before their files were written. */
export interface Foreseen {
  /** What the note says, if its file has the very text that was foreseen. */
  noteOf(path: NotePath, text: string): ParsedNote | undefined
  /** The words of all of them; what is not as foreseen is passed over. */
  readonly runs: readonly Run[]
}

/** Read between two pauses: whoever writes the files meanwhile has many small things to do, and goes on at once. */
const SLICE = 2

/** Reads texts that are about to be written, while the disk is waited for. */
export async function foresee(index: Index, texts: ReadonlyMap<NotePath, string>): Promise<Foreseen> {
  const known = [...texts].filter(([path]) => isNotePath(path))
  const first = reserveDocs(index.db, known.length)
  const tasks = known.map(([path, text], at): ParseTask => ({ path, text, doc: first + at }))
  const isAside = isWorthThreads(tasks.length, true) || tasks.some(isLong)
  const parts = isAside ? await readAside(tasks) : [await readHere(tasks)]
  const read = parts.flatMap(({ notes }) => notes)
  const notes = new Map<NotePath, ParsedNote>(read.map((note) => [note.path, note]))
  return {
    noteOf: (path, text) => (texts.get(path) === text ? notes.get(path) : undefined),
    runs: parts.flatMap(({ runs }) => runs),
  }
}

async function readHere(tasks: readonly ParseTask[]): Promise<Parsed> {
  const reader = new NotesReader()
  const rows: FileRows[] = []
  for (const [at, task] of tasks.entries()) {
    if (at % SLICE === 0) await setImmediate()
    rows.push(reader.read(task))
  }
  return gathered(tasks, rows, reader.finish())
}

async function readAside(tasks: readonly ParseTask[]): Promise<Parsed[]> {
  // The other core writes the files meanwhile.
  const parser = inThreads(tasks.length, 1)
  try {
    const starts = Array.from({ length: Math.ceil(tasks.length / parser.batch) }, (_, at) => at * parser.batch)
    return await Promise.all(starts.map((at) => parser.parse(tasks.slice(at, at + parser.batch))))
  } finally {
    await parser.close()
  }
}
