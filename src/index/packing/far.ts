import type { NotePath } from '../../core/note.ts'
import { NotesReader, type Parsed, type ParsedNote, type ParseTask, parsed } from '../reading.ts'
import type { FileRows, ReadNote } from '../rows.ts'
import type { Run } from '../words/run.ts'
import type { Packed } from './packed.ts'
import { PackReader } from './reader.ts'
import { packRows, unpackRows } from './rows.ts'
import { PackWriter } from './writer.ts'

/** What a thread has read, on its way to another. */
export interface FarNotes {
  readonly packed: Packed
  readonly run: Run
}

/** Reads notes for another thread; what is known of one is packed before the next. */
export function readFar(tasks: readonly ParseTask[], read?: (task: ParseTask) => ReadNote): FarNotes {
  const reader = new NotesReader()
  const writer = new PackWriter()
  for (const task of tasks) {
    const rows = reader.read(task, read)
    writer.begin(task.text)
    packRows(writer, rows)
  }
  return { packed: writer.finish(), run: reader.finish() }
}

/** What goes to the other thread as it is, without a copy. */
export function buffersOf({ packed, run }: FarNotes): ArrayBuffer[] {
  const { docs, lengths, postings, postingEnds, positions, positionEnds } = run
  const views = [packed.numbers, packed.starts, docs, lengths, postings, postingEnds, positions, positionEnds]
  return views.map(({ buffer }) => buffer as ArrayBuffer)
}

/** @param tasks for which it was read */
export function takeFar(tasks: readonly ParseTask[], { packed, run }: FarNotes): Parsed {
  return parsed(tasks, run, (task, nth, words) => new FarNote(packed, nth, task, words))
}

class FarNote implements ParsedNote {
  readonly path: NotePath
  readonly doc: number
  readonly words: number
  readonly #packed: Packed
  readonly #nth: number
  readonly #text: string

  constructor(packed: Packed, nth: number, { path, doc, text }: ParseTask, words: number) {
    this.path = path
    this.doc = doc
    this.words = words
    this.#packed = packed
    this.#nth = nth
    this.#text = text
  }

  get rows(): FileRows {
    return unpackRows(new PackReader(this.#packed, this.#nth, this.#text), this.path)
  }
}
