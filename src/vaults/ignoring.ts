import { readFileSync, statSync } from 'node:fs'
import ignore from 'ignore'
import { VaultError } from '../core/vault.ts'
import { isAbsence, sentences } from './sentences.ts'

export const IGNORE_FILE = '.notlyignore'

/** What `.notlyignore` at a vault's root leaves out, in gitignore syntax. */
export interface IgnoreRules {
  ignoresFile(path: string): boolean
  ignoresFolder(path: string): boolean
}

const NO_RULES: IgnoreRules = { ignoresFile: () => false, ignoresFolder: () => false }

export function parseRules(text: string): IgnoreRules {
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add(
    text.normalize('NFC').replace(/^\uFEFF/, ''),
  )
  return {
    ignoresFile: (path) => matcher.ignores(path),
    ignoresFolder: (path) => matcher.ignores(`${path}/`),
  }
}

/** Reads the rules again only when their file has changed. */
export class IgnoreFile {
  readonly #path: string
  #state = ''
  #rules = NO_RULES

  constructor(root: string) {
    this.#path = `${root}/${IGNORE_FILE}`
  }

  /** @throws {VaultError} when the file is there and cannot be read: showing what it hides would be wrong. */
  rules(): IgnoreRules {
    try {
      const stat = statSync(this.#path, { bigint: true, throwIfNoEntry: false })
      if (stat === undefined) return this.#forget()
      const state = `${stat.size}-${stat.mtimeNs}-${stat.ctimeNs}-${stat.ino}`
      const isRecent = Number(stat.ctimeMs) + 100 > Date.now()
      if (state !== this.#state || isRecent) this.#rules = parseRules(readFileSync(this.#path, 'utf8'))
      this.#state = state
    } catch (error) {
      if (!isAbsence(error)) throw new VaultError(sentences.unreadable(IGNORE_FILE), { cause: error })
      return this.#forget()
    }
    return this.#rules
  }

  #forget(): IgnoreRules {
    this.#state = ''
    this.#rules = NO_RULES
    return NO_RULES
  }
}
