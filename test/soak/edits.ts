import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../../bench/random.ts'
import type { GeneratedNote } from '../../bench/vault.ts'

/** What an edit adds, and the next one to the same note takes away again, so that the vault stays as large as it is. */
const ADDED = /\n\nAdded while .*\n$/

/** Notes, words and edits by chance. */
export class Edits {
  readonly #notes: readonly GeneratedNote[]
  readonly #random: Random

  constructor(notes: readonly GeneratedNote[], random: Random) {
    this.#notes = notes
    this.#random = random
  }

  note(): GeneratedNote {
    return this.#random.pick(this.#notes)
  }

  word(): string {
    return this.#random.pick(this.note().title.split(' '))
  }

  edit(): (text: string) => string {
    const added = `\n\nAdded while ${this.word()} and @[[${this.note().title}]] (builds on) went on.\n`
    return (text) => (ADDED.test(text) ? text.replace(ADDED, '\n') : text.trimEnd() + added)
  }

  /**
   * Every second note as an edit leaves it: after a long time half of them are so. In a vault in which none is, the edits of the first hours would
   * add more than they take away, and what holds more for it would be taken for a leak.
   */
  begin(folder: string): void {
    for (const { path } of this.#notes.filter((_, at) => at % 2 === 0)) {
      const file = join(folder, path)
      writeFileSync(file, this.edit()(readFileSync(file, 'utf8')))
    }
  }
}
