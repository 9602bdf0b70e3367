import type { NotePath } from '../core/note.ts'
import { type FileRows, type ReadNote, readNote } from './rows.ts'
import { type Document, type Run, RunBuilder } from './words/run.ts'

/** A note to be read, with the number that full text knows this text of it by. */
export interface ParseTask {
  readonly path: NotePath
  readonly text: string
  readonly doc: number
}

/** What some notes say. */
export interface Parsed {
  readonly notes: readonly ParsedNote[]
  readonly runs: readonly Run[]
}

export interface ParsedNote {
  readonly rows: FileRows
  readonly doc: number
  /** Number of its words. */
  readonly words: number
}

/** Notes whose words are taken together: to parse a note drives the words that are known out of the processor's cache. */
const TOGETHER = 250

/** Reads notes one after the other and gathers what they say. */
export class NotesReader {
  readonly #words = new RunBuilder()
  readonly #rows: FileRows[] = []
  readonly #docs: number[] = []
  #said: Document[] = []

  /** @param read for a test's own; tells of each note as it is read */
  read(task: ParseTask, read: (task: ParseTask) => ReadNote = readTask): void {
    const { rows, said } = read(task)
    this.#said.push({ doc: task.doc, ...said })
    this.#rows.push(rows)
    this.#docs.push(task.doc)
    if (this.#said.length >= TOGETHER) this.#takeWords()
  }

  #takeWords(): void {
    for (const said of this.#said) this.#words.add(said)
    this.#said = []
  }

  finish(): Parsed {
    if (this.#rows.length === 0) return { notes: [], runs: [] }
    this.#takeWords()
    const run = this.#words.finish()
    const notes = this.#rows.map((rows, at) => ({
      rows,
      doc: this.#docs[at] as number,
      words: run.lengths[at] as number,
    }))
    return { notes, runs: [run] }
  }
}

function readTask({ path, text }: ParseTask): ReadNote {
  return readNote(path, text)
}

export function readNotes(tasks: readonly ParseTask[], read?: (task: ParseTask) => ReadNote): Parsed {
  const reader = new NotesReader()
  for (const task of tasks) reader.read(task, read)
  return reader.finish()
}
