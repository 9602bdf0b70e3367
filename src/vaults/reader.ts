import { readFileSync } from 'node:fs'
import type { NotePath } from '../core/note.ts'
import { type Source, UnreadableFile } from '../core/vault.ts'
import { type Disk, READ_FLAGS } from './disk.ts'
import { Finder } from './finding.ts'
import type { IgnoreRules } from './ignoring.ts'
import { isInside } from './names.ts'
import { readSource, readText } from './reading.ts'
import { isNowhere, sentences } from './sentences.ts'

/** Reads files by their paths. Lives as long as a `Finder` does. */
export class Reader {
  readonly #disk: Disk
  readonly #finder: Finder
  readonly #rules: IgnoreRules

  constructor(disk: Disk, root: string, rules: IgnoreRules) {
    this.#disk = disk
    this.#finder = new Finder(disk, root)
    this.#rules = rules
  }

  /** @throws {UnreadableFile} when there is such a file and it cannot be read */
  read(path: NotePath): Source | undefined {
    return this.#use(path, (absolute) => readSource(this.#disk, path, absolute))
  }

  /** Undefined when it cannot be read, for whatever reason. */
  readText(path: NotePath): string | undefined {
    try {
      return this.#use(path, (absolute) => readText(this.#disk, absolute))
    } catch (error) {
      if (error instanceof UnreadableFile) return undefined
      throw error
    }
  }

  /** @throws {UnreadableFile} when there is such a file and it cannot be read */
  readBytes(path: NotePath): Uint8Array | undefined {
    return this.#use(path, (absolute) => {
      return this.#disk.stat(absolute)?.isFile() ? readFileSync(absolute, { flag: READ_FLAGS }) : undefined
    })
  }

  #use<T>(path: NotePath, use: (absolute: string) => T | undefined): T | undefined {
    if (!isInside(path) || this.#rules.ignoresFile(path)) return undefined
    try {
      return this.#finder.use(path, use)
    } catch (error) {
      if (isNowhere(error)) return undefined
      throw new UnreadableFile(sentences.unreadable(path), { cause: error })
    }
  }
}
