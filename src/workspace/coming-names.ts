import type { NotePath } from '../core/note.ts'
import type { Database } from '../index/database.ts'
import { HeldNames } from './held-names.ts'
import { loadNamesFrom, loadNamesOf, type NamedNote } from './names.ts'

/** Files whose names are read at once: some milliseconds. */
const PER_STEP = 500

/** The names of all notes while they are read, step by step. */
export class ComingNames {
  readonly #notes = new Map<NotePath, NamedNote>()
  readonly #changed = new Set<NotePath>()
  #next: number | undefined = 0

  /** @returns whether that was all */
  readSome(db: Database): boolean {
    if (this.#next === undefined) return true
    const { notes, next } = loadNamesFrom(db, this.#next, PER_STEP)
    for (const note of notes) this.#notes.set(note.path, note)
    this.#next = next
    return next === undefined
  }

  /** What was read of these may not hold any more. */
  refresh(paths: readonly NotePath[]): void {
    for (const path of paths) this.#changed.add(path)
  }

  /** Once all are read. */
  names(db: Database): HeldNames {
    const names = new HeldNames(this.#notes)
    const fresh = loadNamesOf(db, [...this.#changed])
    for (const path of this.#changed) names.put(path, fresh.get(path))
    return names
  }
}
