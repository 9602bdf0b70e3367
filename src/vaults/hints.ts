import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'

export type OnChange = (paths: readonly NotePath[] | undefined) => void

/** Long enough to report one save once, short enough not to be felt. */
const GATHER_MILLISECONDS = 15
/** More than this come of a program that changes many files, and is not done yet. */
const FEW = 20
/** A program that changes many files seldom pauses for longer. */
const QUIET_MILLISECONDS = 60
/** So long at most, while changes keep coming. */
const PATIENCE_MILLISECONDS = 1000

/** Gathers hints and passes them on together: a save by itself and at once, the thousands of a checkout or of a folder that moves as one. */
export class Hints {
  readonly #onChange: OnChange
  /** Undefined: anything may have changed. */
  #paths: Set<NotePath> | undefined = new Set()
  #count = 0
  #since = 0
  #timer: NodeJS.Timeout | undefined

  constructor(onChange: OnChange) {
    this.#onChange = onChange
  }

  add(path: string): void {
    // A name that is decomposed on disk mostly goes by its NFC key; beside a twin it goes by its own.
    this.#paths?.add(notePath(path)).add(path as NotePath)
    this.#wait()
  }

  /** Anything may have changed. */
  addAll(): void {
    this.#paths = undefined
    this.#wait()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#count = 0
  }

  #wait(): void {
    this.#count++
    if (this.#timer === undefined) {
      this.#since = performance.now()
      this.#timer = setTimeout(() => this.#pass(), GATHER_MILLISECONDS)
    } else if (this.#count > FEW && performance.now() - this.#since < PATIENCE_MILLISECONDS) {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#pass(), QUIET_MILLISECONDS)
    }
  }

  #pass(): void {
    const paths = this.#paths
    this.stop()
    this.#paths = new Set()
    this.#onChange(paths === undefined ? undefined : [...paths])
  }
}
