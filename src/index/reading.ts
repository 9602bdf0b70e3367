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
  readonly path: NotePath
  /** Of what was read in another thread, made anew each time. */
  readonly rows: FileRows
  readonly doc: number
  /** Number of its words. */
  readonly words: number
}

/** Notes whose words are taken together: to parse a note drives the words that are known out of the processor's cache. */
const TOGETHER = 250

/** Reads notes one after the other and gathers their words. */
export class NotesReader {
  readonly #words = new RunBuilder()
  #said: Document[] = []

  /** @param read for a test's own; tells of each note as it is read */
  read(task: ParseTask, read: (task: ParseTask) => ReadNote = readTask): FileRows {
    const { rows, said } = read(task)
    this.#said.push({ doc: task.doc, ...said })
    if (this.#said.length >= TOGETHER) this.#takeWords()
    return rows
  }

  #takeWords(): void {
    for (const said of this.#said) this.#words.add(said)
    this.#said = []
  }

  /** Words of all notes that were read. */
  finish(): Run {
    this.#takeWords()
    return this.#words.finish()
  }
}

function readTask({ path, text }: ParseTask): ReadNote {
  return readNote(path, text)
}

export function readNotes(tasks: readonly ParseTask[], read?: (task: ParseTask) => ReadNote): Parsed {
  const reader = new NotesReader()
  const rows = tasks.map((task) => reader.read(task, read))
  return gathered(tasks, rows, reader.finish())
}

/** @param rows of each of the notes */
export function gathered(tasks: readonly ParseTask[], rows: readonly FileRows[], run: Run): Parsed {
  return parsed(tasks, run, ({ path, doc }, nth, words) => ({ path, doc, words, rows: rows[nth] as FileRows }))
}

/** @param note that was read for one of the tasks */
export function parsed(
  tasks: readonly ParseTask[],
  run: Run,
  note: (task: ParseTask, nth: number, words: number) => ParsedNote,
): Parsed {
  const notes = tasks.map((task, nth) => note(task, nth, run.lengths[nth] as number))
  return { notes, runs: tasks.length === 0 ? [] : [run] }
}
