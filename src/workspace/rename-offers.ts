import type { RenamedEvent } from '../core/answers.ts'
import type { Renaming } from './outside-renames.ts'

/** What the vault is asked about a rename. */
export interface RenameQuestions {
  /** How many links would follow. @throws when there is no such rename */
  linksOf(renaming: Renaming): Promise<number>
  /** Whether what was renamed is still gone, and still where it went. */
  stands(renaming: Renaming): boolean
}

/** Renames by other programs that links have not followed, until somebody says yes or no to each. */
export class RenameOffers {
  readonly #ask: RenameQuestions
  readonly #listeners = new Set<(event: RenamedEvent) => void>()
  #waiting: readonly RenamedEvent[] = []

  constructor(ask: RenameQuestions) {
    this.#ask = ask
  }

  listen(listener: (event: RenamedEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The oldest first. What has come back, or went on elsewhere, is none any more. */
  waiting(): readonly RenamedEvent[] {
    this.#waiting = this.#waiting.filter((event) => this.#ask.stands(event))
    return this.#waiting
  }

  /** What was renamed twice is one rename. */
  async add(renaming: Renaming): Promise<void> {
    const earlier = this.#waiting.find(({ to }) => to === renaming.from)
    const whole = earlier === undefined ? renaming : { from: earlier.from, to: renaming.to }
    if (earlier !== undefined) this.answer(earlier)
    if (!this.#ask.stands(whole)) return
    const links = await this.#ask.linksOf(whole)
    if (links === 0) return
    const event = { ...whole, links }
    this.answer(whole)
    this.#waiting = [...this.#waiting, event]
    for (const listener of this.#listeners) listener(event)
  }

  /** Links followed, or shall stay as they are: it is not offered again. */
  answer({ from, to }: Renaming): void {
    this.#waiting = this.#waiting.filter((event) => event.from !== from || event.to !== to)
  }
}
