import type { NotePath, Revision } from '../core/note.ts'
import type { Known } from '../core/vault.ts'
import type { Database } from './database.ts'

export interface KnownFile extends Known {
  readonly modified: number
  /** Read by rules of another version; what is known of it holds until it is read again. */
  readonly isOutdated: boolean
}

type KnownRow = readonly [path: NotePath, revision: Revision, stamp: string, modified: number, isOutdated: number]

const KNOWN = 'SELECT path, revision, stamp, modified, id IN (SELECT file FROM outdated) FROM file'

/** What the index has of some files. */
export function readKnown(db: Database, paths: readonly NotePath[]): Map<NotePath, KnownFile> {
  const rows = paths.flatMap((path) => db.all<KnownRow>(`${KNOWN} WHERE path = ?`, path))
  return new Map(rows.map((row) => [row[0], knownOf(row)]))
}

function knownOf([, revision, stamp, modified, isOutdated]: KnownRow): KnownFile {
  return { revision, stamp, modified, isOutdated: isOutdated === 1 }
}

/**
 * What the index has of all files, read beside a list of them: to hold it all takes a third of the time in which a vault is compared, most
 * of it for collecting what is held.
 */
export class KnownInOrder {
  readonly #db: Database
  readonly #rows: Iterator<KnownRow>
  #next: KnownRow | undefined
  readonly #unasked = new Map<NotePath, KnownFile>()
  #asked = new Map<NotePath, KnownFile | undefined>()
  /** Found before or after their turn. */
  readonly #elsewhere = new Set<NotePath>()

  constructor(db: Database) {
    this.#db = db
    this.#rows = db.each<KnownRow>(`${KNOWN} ORDER BY path`)[Symbol.iterator]()
    this.#advance()
  }

  /** @param path none that comes, in the order of code units, before one that was asked for */
  of(path: NotePath): KnownFile | undefined {
    if (!this.#asked.has(path)) this.#asked.set(path, this.#find(path))
    return this.#asked.get(path)
  }

  /** Those that were asked for up to now are not asked for again. */
  forgetAsked(): void {
    this.#asked = new Map()
  }

  /** The files of the index that were not asked for. No other is asked for after that. */
  unasked(): ReadonlyMap<NotePath, KnownFile> {
    while (this.#next !== undefined) this.#pass(this.#next)
    return this.#unasked
  }

  /** Whoever does not come to the end closes it. */
  close(): void {
    this.#rows.return?.()
  }

  #find(path: NotePath): KnownFile | undefined {
    while (this.#next !== undefined && this.#next[0] < path) this.#pass(this.#next)
    if (this.#next?.[0] === path) {
      const known = knownOf(this.#next)
      this.#advance()
      return known
    }
    return UNLIKE.test(path) ? this.#findElsewhere(path) : undefined
  }

  #findElsewhere(path: NotePath): KnownFile | undefined {
    this.#unasked.delete(path)
    this.#elsewhere.add(path)
    return readKnown(this.#db, [path]).get(path)
  }

  #pass(row: KnownRow): void {
    if (!this.#elsewhere.has(row[0])) this.#unasked.set(row[0], knownOf(row))
    this.#advance()
  }

  #advance(): void {
    const { value, done } = this.#rows.next()
    this.#next = done ? undefined : value
  }
}

/** SQLite compares bytes of UTF-8, JavaScript units of UTF-16: from here on they do not agree. */
const UNLIKE = /[\ud800-\uffff]/
