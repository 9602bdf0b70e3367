import type { Database } from '../index/database.ts'
import { prepareGraph } from '../index/graph/graph.ts'

/** A look at the whole takes a share of one in so many of the time that goes by, so that the reading is not held up. */
const SHARE = 10
/** What was read since is worth another look at the soonest after this. Milliseconds. */
const AT_LEAST = 2000

interface Look {
  readonly db: Database
  /** Of `performance.now`: from when on another look may be taken. */
  readonly until: number
}

/**
 * The index as it was a moment ago, while a vault is read: what needs a look at every link is asked of that, since the index itself is
 * another one before such a look comes to its end.
 */
export class SoFar {
  readonly #snapshot: () => Database | undefined
  readonly #atLeast: number
  #look: Look | undefined
  #looking: Promise<Database | undefined> | undefined

  /** @param snapshot the index as it is now, to be closed by whoever asks; undefined when there is no such thing */
  constructor(snapshot: () => Database | undefined, atLeast = AT_LEAST) {
    this.#snapshot = snapshot
    this.#atLeast = atLeast
  }

  /** In which links can be followed at once; others are served meanwhile. Undefined when the index cannot be looked at so. */
  async look(): Promise<Database | undefined> {
    if (this.#look !== undefined && performance.now() < this.#look.until) return this.#look.db
    this.#looking ??= this.#lookAgain().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** When all is read nobody asks any more. */
  close(): void {
    this.#look?.db.close()
    this.#look = undefined
  }

  async #lookAgain(): Promise<Database | undefined> {
    const db = this.#snapshot()
    if (db === undefined) return undefined
    const begun = performance.now()
    await prepareGraph(db)
    const now = performance.now()
    this.close()
    this.#look = { db, until: now + this.#atLeast + (now - begun) * SHARE }
    return db
  }
}
