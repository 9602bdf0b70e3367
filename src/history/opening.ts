import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Database, isCorruption, isRefusedBySystem } from './database.ts'
import { migrate, refuseNewer } from './migrations.ts'

export interface Opened {
  readonly db: Database
  /** A sentence for the user when a damaged file was found and set aside. */
  readonly notice: string | undefined
}

/**
 * Opens the history, or begins one. A damaged file is kept under another name, never deleted. Where none can be written, there is one
 * that lasts as long as the program: notes that may only be read are read without it.
 * @throws {UserError} when the file is of a newer version; it stays as it is.
 */
export function openHistory(file: string, now: () => number, steps?: readonly string[]): Opened {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    return openOrStartAnew(file, now, steps)
  } catch (error) {
    if (!isRefusedBySystem(error)) throw error
    const notice = `${file} cannot be written, so earlier texts are kept, and changes can be undone, only until Notly ends.`
    return { db: openFile(':memory:', steps), notice }
  }
}

function openOrStartAnew(file: string, now: () => number, steps?: readonly string[]): Opened {
  try {
    return { db: openFile(file, steps), notice: undefined }
  } catch (error) {
    if (!isCorruption(error)) throw error
    return startAnew(file, now, steps)
  }
}

/**
 * Sets a damaged file aside, which this process has closed, and begins a new history in its place; or takes the one that another
 * process has begun meanwhile.
 */
export function startAnew(
  file: string,
  now: () => number,
  steps?: readonly string[],
): Opened & { readonly notice: string } {
  const begun = openSound(file, steps)
  if (begun !== undefined) return { db: begun, notice: noticeOf('beside the new one') }
  const aside = setAside(file, now())
  return { db: openFile(file, steps), notice: noticeOf(`as ${basename(aside)}`) }
}

function noticeOf(where: string): string {
  return `The history of earlier texts was damaged, so a new one has begun; the damaged file is kept ${where}.`
}

/** @returns undefined when the file is damaged anywhere. */
function openSound(file: string, steps?: readonly string[]): Database | undefined {
  try {
    const db = openFile(file, steps)
    if (db.isSound()) return db
    db.close()
  } catch (error) {
    if (!isCorruption(error)) throw error
  }
  return undefined
}

/** Each is looked into, so that a file without one of them is known to be damaged. */
const TABLES = ['text', 'loose', 'operation', 'change', 'link_change', 'links_read', 'waiting']

function openFile(file: string, steps?: readonly string[]): Database {
  refuseNewer(versionInHeader(file), steps)
  const db = new Database(file)
  try {
    refuseNewer(db.number('PRAGMA user_version'), steps)
    db.configure()
    migrate(db, steps)
    for (const table of TABLES) db.first(`SELECT * FROM ${table} LIMIT 1`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Read by hand: opening a database may write to it, and a newer one is to be left as it is. */
function versionInHeader(file: string): number {
  const OFFSET = 60
  if (!existsSync(file)) return 0
  const descriptor = openSync(file, 'r')
  try {
    const header = Buffer.alloc(OFFSET + 4)
    const isWhole = readSync(descriptor, header, 0, header.length, 0) === header.length
    return isWhole && header.toString('latin1', 0, 15) === 'SQLite format 3' ? header.readUInt32BE(OFFSET) : 0
  } finally {
    closeSync(descriptor)
  }
}

/** `history.db` → `history.damaged-2026-03-29T10-15-00-000Z.db`, with its write-ahead log. */
function setAside(file: string, now: number): string {
  const stem = basename(file).replace(/\.db$/, '')
  const time = new Date(now).toISOString().replace(/[:.]/g, '-')
  let aside = ''
  for (let count = 1; aside === '' || existsSync(aside); count++)
    aside = join(dirname(file), `${stem}.damaged-${time}${count > 1 ? `-${count}` : ''}.db`)
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end)) renameSync(file + end, aside + end)
  }
  return aside
}
