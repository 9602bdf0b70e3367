import type { FolderAnswer, HeadingAnswer, NoteSummary } from '../core/answers.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import { folderOf, joinPath } from '../core/path.ts'
import { compareText } from '../core/resolve.ts'
import type { Database } from './database.ts'
import { dateOf, isoTime } from './dates.ts'

type SummaryRow = readonly [path: string, title: string, kind: string | null, date: string | null, modified: number]

export const SUMMARY = 'f.path, f.title, f.kind, f.date, f.modified'

export function summary([path, title, kind, date, modified]: SummaryRow): NoteSummary {
  return { path, title, kind, date: dateOf(date, modified), modified: isoTime(modified) }
}

export function summaryOf(db: Database, path: NotePath): NoteSummary | undefined {
  const row = db.first<SummaryRow>(`SELECT ${SUMMARY} FROM file f WHERE f.path = ? AND f.is_note`, path)
  return row && summary(row)
}

/** Notes by the time of their last change, newest first. */
export function recentNotes(db: Database, limit: number): NoteSummary[] {
  return db
    .all<SummaryRow>(
      `SELECT ${SUMMARY} FROM file f WHERE f.is_note = 1 ORDER BY f.modified DESC, f.path LIMIT ?`,
      limit,
    )
    .map(summary)
}

/** The notes in a folder, and its folders with the number of notes at or below each; both in alphabetical order. */
export function folderAt(db: Database, folder: string): FolderAnswer {
  const prefix = folder === '' ? '' : `${folder}/`
  const notes: NoteSummary[] = []
  const counts = new Map<string, number>()
  for (const row of db.all<SummaryRow>(
    // The plus keeps SQLite from looking through all notes by another index.
    `SELECT ${SUMMARY} FROM file f WHERE +f.is_note = 1 AND f.path >= ? AND f.path < ? ORDER BY f.path`,
    prefix,
    folder === '' ? '\u{10ffff}' : `${folder}0`,
  )) {
    const inside = folderOf(row[0].slice(prefix.length))
    const [name = ''] = inside.split('/')
    if (inside === '') notes.push(summary(row))
    else counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const folders = [...counts].map(([name, count]) => ({ path: joinPath(folder, name), name, notes: count }))
  return {
    folder,
    folders: folders.sort((a, b) => alphabetical(a.name, b.name)),
    notes: sortedByTitle(notes),
  }
}

/** A collator compares far slower than it says what comes first: it is asked for those only whose keys are the same. */
function sortedByTitle(notes: readonly NoteSummary[]): NoteSummary[] {
  return notes
    .map((note) => ({ note, key: sortKey(note.title) }))
    .sort(
      (a, b) =>
        compareText(a.key, b.key) || alphabetical(a.note.title, b.note.title) || alphabetical(a.note.path, b.note.path),
    )
    .map(({ note }) => note)
}

/** Letters without case and accents, numbers by their size: what differs in it, differs for a reader too. */
function sortKey(title: string): string {
  const plain = foldName(title).replace(/\d+/g, (digits) => digits.padStart(12, '0'))
  return /^[ -~]*$/.test(plain) ? plain : plain.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Made when it is first needed: that takes longer than many a command. */
let collator: Intl.Collator | undefined

export function alphabetical(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true })
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** The notes with a tag or one below it (`a/b` is found under `a`), by path. */
export function notesTagged(db: Database, tag: string): NoteSummary[] {
  const key = foldName(tag.replace(/^#/, ''))
  return db
    .all<SummaryRow>(
      `SELECT ${SUMMARY} FROM file f WHERE f.id IN (SELECT file FROM tag WHERE key = ? OR (key >= ? AND key < ?)) ORDER BY f.path`,
      key,
      `${key}/`,
      `${key}0`,
    )
    .map(summary)
}

export function headingsOf(db: Database, path: NotePath): HeadingAnswer[] {
  return db
    .all<[number, string, number]>(
      'SELECT h.level, h.text, h.start FROM heading h JOIN file f ON f.id = h.file WHERE f.path = ? ORDER BY h.ordinal',
      path,
    )
    .map(([level, text, offset]) => ({ level, text, offset }))
}

/** The later of a note's own date and its file's time, in milliseconds since 1970; 0 where there is none. */
export function modifiedOf(db: Database, path: NotePath): number {
  return db.first<[number]>('SELECT max(modified, coalesce(at, 0)) FROM file WHERE path = ?', path)?.[0] ?? 0
}
