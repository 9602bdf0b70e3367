import type { NotePath } from '../core/note.ts'
import { fileNameOf, isNotePath, stemOf } from '../core/path.ts'
import type { NoteStat } from '../core/vault.ts'
import { EACH_ONE_UNIT } from './cutting.ts'
import type { Database, Row } from './database.ts'
import { insertLinks, type KeptFile, removeLinks, updateLinks } from './link-store.ts'
import { namesOfFile, writtenApart } from './own-names.ts'
import type { FileRows, NameRow } from './rows.ts'
import { isOutdated } from './schema.ts'
import { putTask } from './task-rows.ts'
import { noteTouched } from './touched.ts'

/** A file with what the index keeps of it. */
export interface ReadFile {
  readonly stat: NoteStat
  readonly said: Kept
}

/** What the index keeps of a file. */
interface Kept {
  readonly rows: FileRows
  /** Null for an attachment. */
  readonly doc: number | null
  readonly words: number | null
}

/** Takes the place of whatever the index had at that path, and keeps its id; rows that say the same stay where they are. */
export function putFile(db: Database, { stat, said }: ReadFile): void {
  // Asked for once: what another thread has read is unpacked each time.
  const read: ReadFile = { stat, said: { rows: said.rows, doc: said.doc, words: said.words } }
  const [known, doc = null] = db.first<[number, number | null]>(FILE, stat.path) ?? []
  noteTouched(db, stat.path)
  leaveText(db, doc)
  if (known === undefined) insertAll(db, insertFile(db, read), read.said.rows)
  else updateAll(db, { id: known, path: stat.path, isOutdated: isOutdated(db, known) }, read)
}

/** Asks nothing: while a whole vault is taken in, nothing is quick to find. */
function insertAll(db: Database, file: number, rows: FileRows): void {
  for (const name of rows.names) db.run(INSERT_NAME, ...name, file)
  insertScattered(db, file, rows)
  insertLinks(db, file, rows.links)
  insertPlaces(db, file, rows)
}

function updateAll(db: Database, file: KeptFile, read: ReadFile): void {
  const { rows } = read.said
  // While the file's own row is the old one: it says most of its names.
  updateNames(db, file, rows)
  updateLinks(db, file, rows.links)
  updateFile(db, file.id, read)
  updateScattered(db, file.id, rows)
  removePlaces(db, file.id)
  insertPlaces(db, file.id, rows)
}

const FILE = 'SELECT id, doc FROM file WHERE path = ?'

function insertFile(db: Database, read: ReadFile): number {
  return db.run(
    `INSERT INTO file (path, revision, stamp, modified, bytes, is_note, stem_at, title_apart, kind, date, at, status, open, done, doc, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    read.stat.path,
    ...valuesOf(read),
  )
}

function updateFile(db: Database, id: number, read: ReadFile): void {
  db.run('DELETE FROM outdated WHERE file = ?', id)
  db.run(
    `UPDATE file SET revision = ?, stamp = ?, modified = ?, bytes = ?, is_note = ?, stem_at = ?, title_apart = ?, kind = ?, date = ?,
       at = ?, status = ?, open = ?, done = ?, doc = ?, words = ? WHERE id = ?`,
    ...valuesOf(read),
    id,
  )
}

function valuesOf({ stat, said: { rows, doc, words } }: ReadFile) {
  return [
    stat.revision,
    stat.stamp,
    Math.round(stat.modified),
    stat.bytes,
    isNotePath(stat.path) ? 1 : 0,
    ...titleValues(stat.path, rows.title),
    rows.kind,
    rows.date,
    rows.at,
    rows.status,
    rows.open,
    rows.done,
    doc,
    words,
  ]
}

/** Where the path says it, and what it is where the path does not. */
function titleValues(path: NotePath, title: string): readonly [number | null, string | null] {
  const isStem = isNotePath(path) && title === stemOf(path) && EACH_ONE_UNIT.test(path)
  return isStem ? [path.length - fileNameOf(path).length, null] : [null, title]
}

/** Rows that lie scattered over the whole index, each where its like are, and change seldom. */
const SCATTERED = [
  scattered('tag', ['key', 'written'], ({ tags }) => tags),
  scattered('property', ['key', 'value', 'spelled', 'written'], ({ properties }) => properties),
]

function scattered(table: string, columns: readonly string[], rowsOf: (rows: FileRows) => readonly Row[]) {
  const listed = columns.join(', ')
  return {
    rowsOf,
    had: `SELECT ${listed} FROM ${table} WHERE file = ?`,
    remove: `DELETE FROM ${table} WHERE file = ?`,
    insert: `INSERT INTO ${table} (${listed}, file) VALUES (${columns.map(() => '?').join(', ')}, ?)`,
  }
}

function insertScattered(db: Database, file: number, rows: FileRows): void {
  for (const { rowsOf, insert } of SCATTERED) for (const row of rowsOf(rows)) db.run(insert, ...row, file)
}

function updateScattered(db: Database, file: number, rows: FileRows): void {
  for (const { rowsOf, had, remove, insert } of SCATTERED) {
    const now = rowsOf(rows)
    if (isSameRows(db.all(had, file), now)) continue
    db.run(remove, file)
    for (const row of now) db.run(insert, ...row, file)
  }
}

/** In whatever order. */
function isSameRows(had: readonly Row[], now: readonly Row[]): boolean {
  if (had.length !== now.length) return false
  const known = new Set(had.map((row) => row.join('\n')))
  return now.every((row) => known.has(row.join('\n')))
}

function updateNames(db: Database, file: KeptFile, { names }: FileRows): void {
  const had = namesHad(db, file)
  if (isSameRows(had, names)) return
  removeNames(db, file.id, had)
  for (const name of names) db.run(INSERT_NAME, ...name, file.id)
}

function removeNames(db: Database, file: number, names: readonly NameRow[]): void {
  for (const [key, group] of names) db.run('DELETE FROM name WHERE key = ? AND grp = ? AND file = ?', key, group, file)
}

function namesHad(db: Database, { id, isOutdated }: KeptFile): NameRow[] {
  if (isOutdated) return db.all<NameRow>('SELECT key, grp, written FROM name WHERE file = ?', id)
  return namesOfFile(db, id).map((name) => [name.key, name.group, writtenApart(name)])
}

const INSERT_NAME = 'INSERT OR IGNORE INTO name (key, grp, written, file) VALUES (?, ?, ?, ?)'

/** Where things are in the text: elsewhere after almost any change. */
const TABLES_OF_PLACES = ['heading', 'block', 'problem', 'task', 'task_tag']

function removePlaces(db: Database, file: number): void {
  for (const table of TABLES_OF_PLACES) db.run(`DELETE FROM ${table} WHERE file = ?`, file)
}

function insertPlaces(db: Database, file: number, { path, headings, blocks, problems, tasks }: FileRows): void {
  for (const [ordinal, [level, text, start]] of headings.entries())
    db.run(
      'INSERT INTO heading (file, ordinal, level, text, start) VALUES (?, ?, ?, ?, ?)',
      file,
      ordinal,
      level,
      text,
      start,
    )
  for (const [id, start] of blocks) db.run('INSERT INTO block (file, id, start) VALUES (?, ?, ?)', file, id, start)
  for (const [ordinal, problem] of problems.entries())
    db.run(
      'INSERT INTO problem (file, ordinal, kind, message, start, line, col) VALUES (?, ?, ?, ?, ?, ?, ?)',
      file,
      ordinal,
      ...problem,
    )
  for (const [ordinal, task] of tasks.entries()) putTask(db, { file, ordinal, path }, task)
}

/** @returns whether there was such a file */
export function removeFile(db: Database, path: NotePath): boolean {
  const [file, doc = null] = db.first<[number, number | null]>(FILE, path) ?? []
  if (file === undefined) return false
  noteTouched(db, path)
  leaveText(db, doc)
  const kept = { id: file, path, isOutdated: isOutdated(db, file) }
  removeLinks(db, kept)
  removeNames(db, file, namesHad(db, kept))
  for (const { remove } of SCATTERED) db.run(remove, file)
  removePlaces(db, file)
  db.run('DELETE FROM outdated WHERE file = ?', file)
  db.run('DELETE FROM file WHERE id = ?', file)
  return true
}

/** What full text has of it counts no more. */
function leaveText(db: Database, doc: number | null): void {
  if (doc !== null) db.run('INSERT INTO gone (doc) VALUES (?)', doc)
}

/** The same text under a new stamp: touched, or looked at again. */
export function restampFile(db: Database, { path, stamp, modified, bytes }: NoteStat): void {
  noteTouched(db, path)
  db.run('UPDATE file SET stamp = ?, modified = ?, bytes = ? WHERE path = ?', stamp, Math.round(modified), bytes, path)
}
