import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { History, type HistoryOptions } from '../history.ts'

/** A folder that goes with the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'notly-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A history whose clock is moved by hand. */
export class Place {
  readonly file: string
  time = Date.UTC(2026, 2, 29, 10)
  history: History
  readonly #options: HistoryOptions

  constructor(options: HistoryOptions = {}) {
    this.file = join(newFolder(), '.notly', 'history.db')
    this.#options = { now: () => this.time, ...options }
    this.history = this.#open()
    onTestFinished(() => this.history.close())
  }

  reopen(): History {
    this.history.close()
    this.history = this.#open()
    return this.history
  }

  wait(milliseconds: number): void {
    this.time += milliseconds
  }

  #open(): History {
    return History.open(this.file, this.#options)
  }
}

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
