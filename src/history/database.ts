import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** How long one process waits for another that writes. Milliseconds. */
const PATIENCE = 15_000
/** Bytes to which the write-ahead log shrinks after a checkpoint. */
const LOG_LIMIT = 16 * 1024 * 1024

/** Kilobytes of the file that are kept in memory: what is looked up again and again. The rest is as quickly read through the system's. */
const KEPT_AT_REST = 4096
/** Enough that an operation of ten thousand notes is not written to the log twice. */
const KEPT_FOR_MANY = 64 * 1024

/** As SQLite says it. */
const INCREMENTAL = 2

export type Cell = string | number | null | Uint8Array
export type Row = readonly Cell[]

/** The history's SQLite: a commit that returned survives a power cut. Rows come as arrays in the order of their columns. */
export class Database {
  readonly #sqlite: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(file: string) {
    this.#sqlite = new DatabaseSync(file, { timeout: PATIENCE, defensive: true })
  }

  /** Apart from opening, because it writes into a file that is not in this mode yet. */
  configure(): void {
    // Free pages go back to the file system, which must be said before the first table is made. To say it again would be written each time.
    if (this.number('PRAGMA auto_vacuum') !== INCREMENTAL) this.#sqlite.exec('PRAGMA auto_vacuum = INCREMENTAL')
    this.#sqlite.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${LOG_LIMIT}`)
    this.#keep(KEPT_AT_REST)
  }

  /** Work that writes much, with as much of the file in memory as that takes; what was taken is given back. */
  withRoom<T>(work: () => T): T {
    this.#keep(KEPT_FOR_MANY)
    try {
      return work()
    } finally {
      this.#keep(KEPT_AT_REST)
    }
  }

  all<R extends Row>(sql: string, ...values: SQLInputValue[]): R[] {
    return this.#statement(sql).all(...values) as unknown as R[]
  }

  first<R extends Row>(sql: string, ...values: SQLInputValue[]): R | undefined {
    return this.#statement(sql).get(...values) as unknown as R | undefined
  }

  /** The first cell of the first row, for questions that have a number for an answer. */
  number(sql: string, ...values: SQLInputValue[]): number {
    return this.first<[number]>(sql, ...values)?.[0] ?? 0
  }

  run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly rowid: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values)
    return { changes: Number(changes), rowid: Number(lastInsertRowid) }
  }

  script(sql: string): void {
    this.#sqlite.exec(sql)
  }

  /** All or nothing, and no other process writes meanwhile. */
  write<T>(work: () => T): T {
    if (this.#sqlite.isTransaction) return work()
    this.#sqlite.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#sqlite.exec('COMMIT')
      return result
    } catch (error) {
      // A failed write may have ended the transaction already.
      if (this.#sqlite.isTransaction) this.#sqlite.exec('ROLLBACK')
      throw error
    }
  }

  /** Several questions about one and the same state, whatever other processes write meanwhile. */
  read<T>(work: () => T): T {
    if (this.#sqlite.isTransaction) return work()
    this.#sqlite.exec('BEGIN')
    try {
      return work()
    } finally {
      if (this.#sqlite.isTransaction) this.#sqlite.exec('COMMIT')
    }
  }

  /** Reads the whole file. */
  isSound(): boolean {
    try {
      return this.first<[string]>('PRAGMA integrity_check(1)')?.[0] === 'ok'
    } catch (error) {
      if (isCorruption(error)) return false
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    if (this.#sqlite.isOpen) this.#sqlite.close()
  }

  #keep(kilobytes: number): void {
    this.#sqlite.exec(`PRAGMA cache_size = -${kilobytes}; PRAGMA shrink_memory`)
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#sqlite.prepare(sql)
      statement.setReturnArrays(true)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

/** Whether an error says that the file is no sound database. */
export function isCorruption(error: unknown): boolean {
  const CORRUPT = 11
  const NOT_A_DATABASE = 26
  return [CORRUPT, NOT_A_DATABASE].includes(sqliteCodeOf(error))
}

/** Whether an error says that the file cannot be opened or written here: no permission, no room, not a file, a failing disk. */
export function isRefusedBySystem(error: unknown): boolean {
  const PERMISSION = 3
  const READ_ONLY = 8
  const INPUT_OUTPUT = 10
  const FULL = 13
  const CANNOT_OPEN = 14
  const isFailedCall = error instanceof Error && 'syscall' in error
  return isFailedCall || [PERMISSION, READ_ONLY, INPUT_OUTPUT, FULL, CANNOT_OPEN].includes(sqliteCodeOf(error))
}

/** SQLite's code of an error without its extension (https://sqlite.org/rescode.html); 0 when it is none of SQLite's. */
function sqliteCodeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
}
