import { VaultError } from '../core/vault.ts'
import type { Disk } from './disk.ts'
import { codeOf, sentences } from './sentences.ts'

/**
 * Whether the folder of a vault is there. A disk that was pulled out leaves nothing, or an empty folder where it was mounted,
 * which must not look like a vault whose notes were deleted.
 */
export class Presence {
  readonly #disk: Disk
  readonly #root: string
  #identity: string

  constructor(disk: Disk, root: string) {
    this.#disk = disk
    this.#root = root
    this.#identity = this.#ask(() => this.#look()) ?? ''
  }

  /**
   * @returns another one after another folder has taken the place of the first
   * @throws {VaultError} when the folder is gone
   */
  identify(): string {
    const identity = this.#ask(() => this.#look())
    if (identity === undefined) throw new VaultError(sentences.vanishedVault(this.#root))
    if (identity !== this.#identity) {
      if (this.#ask(() => this.#disk.entries(this.#root))?.length === 0)
        throw new VaultError(sentences.vanishedVault(this.#root))
      this.#identity = identity
    }
    return identity
  }

  #look(): string | undefined {
    const stat = this.#disk.stat(this.#root)
    return stat?.isDirectory() ? `${stat.dev}-${stat.ino}` : undefined
  }

  /** @throws {VaultError} when the folder may be there and cannot be looked at */
  #ask<T>(question: () => T | undefined): T | undefined {
    try {
      return question()
    } catch (error) {
      const code = codeOf(error)
      if (code === undefined) throw error
      if (GONE.includes(code)) return undefined
      throw new VaultError(sentences.unreadableVault(this.#root), { cause: error })
    }
  }
}

/** No such thing; and what a network folder or a pulled disk says. */
const GONE = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ESTALE', 'ENODEV', 'ENXIO', 'EIO', 'ENOTCONN', 'EHOSTDOWN']
