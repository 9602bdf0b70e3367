import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** How long one process waits for another that writes. Milliseconds. */
const PATIENCE = 30_000

/** Kilobytes of the file that are kept in memory by who mostly reads. */
const KEPT_AT_REST = 16_384

const WHOLE = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const
/** Within what is committed later. */
const PIECE = ['SAVEPOINT piece', 'RELEASE piece', 'ROLLBACK TO piece; RELEASE piece'] as const

export type Row = readonly (string | number | null)[]

/** SQLite with each statement prepared once. Rows come as arrays in the order of their columns. */
export class Database {
  readonly #sqlite: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #depth = 0

  constructor(file: string) {
    this.#sqlite = new DatabaseSync(file, { timeout: PATIENCE, defensive: true })
    try {
      this.#sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
      this.#sqlite.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF')
    } catch (error) {
      this.#sqlite.close()
      throw error
    }
  }

  all<R extends Row>(sql: string, ...values: SQLInputValue[]): R[] {
    return this.#statement(sql).all(...values) as unknown as R[]
  }

  first<R extends Row>(sql: string, ...values: SQLInputValue[]): R | undefined {
    return this.#statement(sql).get(...values) as unknown as R | undefined
  }

  /** Rows one by one, for answers too large to hold. Each walk has its own statement, so that walks may cross. */
  *each<R extends Row>(sql: string, ...values: SQLInputValue[]): Iterable<R> {
    yield* this.#prepare(sql).iterate(...values) as unknown as Iterable<R>
  }

  /** @returns the row id of what was inserted. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid)
  }

  script(sql: string): void {
    this.#sqlite.exec(sql)
  }

  /** All or nothing, and no other process writes meanwhile. */
  write<T>(work: () => T): T {
    if (this.#depth > 0) return work()
    const [begin, commit, rollback] = this.#sqlite.isTransaction ? PIECE : WHOLE
    this.#sqlite.exec(begin)
    this.#depth++
    try {
      const result = work()
      this.#sqlite.exec(commit)
      return result
    } catch (error) {
      // A failed write may have ended the transaction already.
      if (this.#sqlite.isTransaction) this.#sqlite.exec(rollback)
      throw error
    } finally {
      this.#depth--
    }
  }

  /**
   * From now on what is written is seen by this program alone, until it is committed; other processes do not write meanwhile. What fails of
   * it is undone by itself, as ever.
   * @returns what commits it
   */
  begin(): () => void {
    this.#sqlite.exec('BEGIN IMMEDIATE')
    return () => {
      // A failed write may have ended the transaction already.
      if (!this.#sqlite.isTransaction) return
      try {
        this.#sqlite.exec('COMMIT')
      } catch (error) {
        if (this.#sqlite.isTransaction) this.#sqlite.exec('ROLLBACK')
        throw error
      }
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

  /** From now on the file is seen as it is now, whatever is written to it, until this is closed. For a connection of its own. */
  hold(): void {
    this.#sqlite.exec('BEGIN')
    this.first('SELECT count(*) FROM sqlite_schema')
  }

  /** Another one after every change, whoever makes it. */
  version(): string {
    const [own = 0] = this.first<[number]>('SELECT total_changes()') ?? []
    return `${own} ${this.othersVersion()}`
  }

  /** Changes with every change that another connection makes. */
  othersVersion(): number {
    return this.first<[number]>('PRAGMA data_version')?.[0] ?? 0
  }

  /** Keeps fewer pages of the file in memory from now on: reading goes through the system's memory as quickly, writing much does not. */
  keepLess(): void {
    this.#sqlite.exec(`PRAGMA cache_size = -${KEPT_AT_REST}; PRAGMA shrink_memory`)
  }

  get isOpen(): boolean {
    return this.#sqlite.isOpen
  }

  close(): void {
    this.#statements.clear()
    if (this.#sqlite.isOpen) this.#sqlite.close()
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#sqlite.prepare(sql)
    statement.setReturnArrays(true)
    return statement
  }
}

/** Whether an error says that the file is no sound database. */
export function isCorruption(error: unknown): boolean {
  const CORRUPT = 11
  const NOT_A_DATABASE = 26
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === CORRUPT || code === NOT_A_DATABASE
}
