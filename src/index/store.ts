import { isNotePath } from '../core/path.ts'
import type { NoteStat } from '../core/vault.ts'
import type { Database } from './database.ts'
import type { FileRows, LinkRow } from './rows.ts'
import { putTask } from './task-rows.ts'
import { noteTouched } from './touched.ts'

/** A file with what the index keeps of it. */
export interface ReadFile {
  readonly stat: NoteStat
  readonly rows: FileRows
  /** Null for an attachment. */
  readonly doc: number | null
  readonly words: number | null
}

/** Takes the place of whatever the index had at that path, and keeps its id. */
export function putFile(db: Database, { stat, rows, doc, words }: ReadFile): void {
  const before = removeContents(db, stat.path)
  noteTouched(db, stat.path)
  const file = db.run(
    `INSERT OR REPLACE INTO file (id, path, revision, stamp, modified, bytes, is_note, title, kind, date, at, status, open, done, doc, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    before ?? null,
    stat.path,
    stat.revision,
    stat.stamp,
    Math.round(stat.modified),
    stat.bytes,
    isNotePath(stat.path) ? 1 : 0,
    rows.title,
    rows.kind,
    rows.date,
    rows.at,
    rows.status,
    rows.open,
    rows.done,
    doc,
    words,
  )
  for (const [key, group, written] of rows.names)
    db.run('INSERT OR IGNORE INTO name (key, grp, file, written) VALUES (?, ?, ?, ?)', key, group, file, written)
  for (const [ordinal, link] of rows.links.entries()) putLink(db, file, ordinal, link)
  for (const [key, written] of rows.tags)
    db.run('INSERT INTO tag (key, file, written) VALUES (?, ?, ?)', key, file, written)
  for (const [key, value] of rows.properties)
    db.run('INSERT INTO property (key, value, file) VALUES (?, ?, ?)', key, value, file)
  for (const [ordinal, [level, text, start]] of rows.headings.entries())
    db.run(
      'INSERT INTO heading (file, ordinal, level, text, start) VALUES (?, ?, ?, ?, ?)',
      file,
      ordinal,
      level,
      text,
      start,
    )
  for (const [id, start] of rows.blocks) db.run('INSERT INTO block (file, id, start) VALUES (?, ?, ?)', file, id, start)
  for (const [ordinal, problem] of rows.problems.entries())
    db.run(
      'INSERT INTO problem (file, ordinal, kind, message, start, line, col) VALUES (?, ?, ?, ?, ?, ?, ?)',
      file,
      ordinal,
      ...problem,
    )
  for (const [ordinal, task] of rows.tasks.entries()) putTask(db, { file, ordinal, path: stat.path }, task)
}

function putLink(db: Database, file: number, ordinal: number, link: LinkRow): void {
  const id = db.run(
    `INSERT INTO link (file, ordinal, form, start, end, target_start, target, fragment, text, relation, reason, line, col, sentence, sentence_start)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    file,
    ordinal,
    link.form,
    link.start,
    link.end,
    link.targetStart,
    link.target,
    link.fragment,
    link.text,
    link.relation,
    link.reason,
    link.line,
    link.column,
    link.sentence,
    link.sentenceStart,
  )
  for (const [rank, [key, end]] of link.keys.entries())
    db.run('INSERT INTO link_key (link, rank, key, end, file) VALUES (?, ?, ?, ?, ?)', id, rank, key, end, file)
}

const TABLES_BY_FILE = ['name', 'link', 'tag', 'property', 'heading', 'block', 'problem', 'task', 'task_tag']

/** @returns whether there was such a file */
export function removeFile(db: Database, path: string): boolean {
  const file = removeContents(db, path)
  if (file === undefined) return false
  noteTouched(db, path)
  db.run('DELETE FROM file WHERE id = ?', file)
  return true
}

/** @returns the file's id, if there was such a file */
function removeContents(db: Database, path: string): number | undefined {
  const [file, doc] = db.first<[number, number | null]>('SELECT id, doc FROM file WHERE path = ?', path) ?? []
  if (file === undefined) return undefined
  db.run('DELETE FROM link_key WHERE link IN (SELECT id FROM link WHERE file = ?)', file)
  for (const table of TABLES_BY_FILE) db.run(`DELETE FROM ${table} WHERE file = ?`, file)
  if (doc !== null && doc !== undefined) db.run('INSERT INTO gone (doc) VALUES (?)', doc)
  return file
}

/** The same text under a new stamp: touched, or looked at again. */
export function restampFile(db: Database, { path, stamp, modified, bytes }: NoteStat): void {
  noteTouched(db, path)
  db.run('UPDATE file SET stamp = ?, modified = ?, bytes = ? WHERE path = ?', stamp, Math.round(modified), bytes, path)
}
