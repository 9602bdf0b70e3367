import { setImmediate } from 'node:timers/promises'
import type { NotePath } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import type { Index } from './index.ts'
import { NotesReader, type ParsedNote } from './reading.ts'
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
  const reader = new NotesReader()
  for (const [at, [path, text]] of known.entries()) {
    if (at % SLICE === 0) await setImmediate()
    reader.read({ path, text, doc: first + at })
  }
  const parsed = reader.finish()
  const notes = new Map<NotePath, ParsedNote>(parsed.notes.map((note) => [note.rows.path, note]))
  return { noteOf: (path, text) => (texts.get(path) === text ? notes.get(path) : undefined), runs: parsed.runs }
}
