import { rmSync } from 'node:fs'
import { Database, isCorruption } from './database.ts'
import { createSchema, stateOfSchema } from './schema.ts'

const OLDEST_SQLITE = '3.51.3'

/** Everything that is derived from a vault's texts: disposable, in one SQLite file. `sync.ts` is the only writer. */
export class Index {
  /** Whether it is asked while it is filled: then it keeps what makes answers quick, though filling takes longer. */
  isAsked = false
  readonly #file: string
  #db: Database

  private constructor(file: string, db: Database) {
    this.#file = file
    this.#db = db
  }

  /**
   * @param file `:memory:` for an index that lasts as long as the program
   * What is there already but is no index of this version is deleted: the texts are the truth.
   */
  static async open(file: string): Promise<Index> {
    return new Index(file, openSound(file))
  }

  get db(): Database {
    return this.#db
  }

  /** The index as it is now, whatever is written to it later; whoever asks closes it. Undefined for one in memory. */
  snapshot(): Database | undefined {
    if (this.#file === ':memory:') return undefined
    const db = new Database(this.#file)
    db.hold()
    db.keepLess()
    return db
  }

  /** Throws everything away and starts from nothing. */
  recreate(): void {
    this.#db.close()
    deleteFiles(this.#file)
    this.#db = openSound(this.#file)
  }

  close(): void {
    this.#db.close()
  }
}

function openSound(file: string): Database {
  const db = openCurrent(file)
  if (db !== undefined) return db
  deleteFiles(file)
  const fresh = openCurrent(file)
  if (fresh === undefined) throw new Error(`A new index at ${file} is not of this version`)
  return fresh
}

/** @returns undefined when the file is no index of this version. */
function openCurrent(file: string): Database | undefined {
  let db: Database | undefined
  try {
    db = new Database(file)
    refuseOldSqlite(db)
    if (stateOfSchema(db) !== 'other') {
      createSchema(db)
      return db
    }
  } catch (error) {
    db?.close()
    if (isCorruption(error)) return undefined
    throw error
  }
  db.close()
  return undefined
}

function deleteFiles(file: string): void {
  if (file === ':memory:') return
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

/** Earlier versions may lose what two processes write at once to a WAL that is being reset. */
function refuseOldSqlite(db: Database): void {
  const [version = '0'] = db.first<[string]>('SELECT sqlite_version()') ?? []
  if (isAtLeast(version, OLDEST_SQLITE)) return
  throw new Error(
    `This Node comes with SQLite ${version}, which may damage the index; start Notly with npm start, which brings a newer one.`,
  )
}

/** By hand: the system's own comparison of texts takes longer to get ready than all else that opening an index takes. */
export function isAtLeast(version: string, oldest: string): boolean {
  const has = version.split('.').map(Number)
  const wants = oldest.split('.').map(Number)
  const at = wants.findIndex((part, place) => part !== (has[place] ?? 0))
  return at < 0 || (has[at] ?? 0) > (wants[at] ?? 0)
}
