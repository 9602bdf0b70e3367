import type { NotePath } from '../core/note.ts'
import { VaultError } from '../core/vault.ts'

/** Soon enough for whoever plugs a disk in again, seldom enough to cost nothing. */
const RETRY_MILLISECONDS = 2000

/** A sentence for the user; undefined when all is well again. */
export type OnTrouble = (sentence: string | undefined) => void

/** Takes in what a watcher hints at. After a failure everything is compared, again and again until that succeeds. */
export class Following {
  readonly #takeIn: (paths: readonly NotePath[] | undefined) => Promise<void>
  readonly #retryMilliseconds: number
  readonly #listeners = new Set<OnTrouble>()
  #trouble: string | undefined
  #retry: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(
    takeIn: (paths: readonly NotePath[] | undefined) => Promise<void>,
    retryMilliseconds = RETRY_MILLISECONDS,
  ) {
    this.#takeIn = takeIn
    this.#retryMilliseconds = retryMilliseconds
  }

  /** What keeps the folder from being followed now. */
  get trouble(): string | undefined {
    return this.#trouble
  }

  /** Tells each trouble once, and its end. */
  onTrouble(listener: OnTrouble): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @param paths undefined when anything may have changed */
  async follow(paths: readonly NotePath[] | undefined): Promise<void> {
    try {
      await this.#takeIn(paths)
      // After a failure only the comparison of everything tells that all is well.
      if (this.#trouble === undefined || paths === undefined) this.#tell(undefined)
    } catch (error) {
      this.#tell(sentenceOf(error))
      if (!this.#isStopped) this.#retry ??= setTimeout(() => this.#tryAgain(), this.#retryMilliseconds).unref()
    }
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#retry)
  }

  #tryAgain(): void {
    this.#retry = undefined
    void this.follow(undefined)
  }

  #tell(trouble: string | undefined): void {
    if (trouble === this.#trouble || this.#isStopped) return
    this.#trouble = trouble
    for (const listener of this.#listeners) listener(trouble)
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof VaultError) return error.message
  const reason = error instanceof Error ? error.message : String(error)
  return `What changes in the folder cannot be taken in just now: ${reason}.`
}
