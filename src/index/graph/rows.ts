/** What the graph reads of the index; the only place of the graph that knows its tables. */
import type { LinkForm, NotePath } from '../../core/note.ts'
import type { Candidate, NameGroup } from '../../core/resolve.ts'
import { askersFor } from '../askers.ts'
import type { Database } from '../database.ts'
import type { Asking } from '../link-keys.ts'
import type { KeptFile } from './files.ts'

type FileRow = readonly [
  id: number,
  path: NotePath,
  isNote: number,
  title: string,
  kind: string | null,
  status: string | null,
  at: number,
  open: number,
  done: number,
  revision: string,
  modified: number,
  doc: number | null,
]

const FILE = `id, path, is_note, title, kind, status, coalesce(at, modified), open, done, revision, modified, doc`

export interface ReadFile {
  /** Its row in the index, which is another one after each change. */
  readonly id: number
  readonly file: KeptFile
}

function readFile([id, path, isNote, title, kind, status, at, open, done, revision, modified, doc]: FileRow): ReadFile {
  const mark = markOf(revision, modified, doc)
  return { id, file: { path, isNote: isNote === 1, title, kind, status, at, open, done, mark } }
}

/** The files with row numbers after one, in that order, at most so many. */
export function filesAfter(db: Database, id: number, most: number): ReadFile[] {
  return db.all<FileRow>(`SELECT ${FILE} FROM file WHERE id > ? ORDER BY id LIMIT ?`, id, most).map(readFile)
}

export function fileAt(db: Database, path: NotePath): ReadFile | undefined {
  const row = db.first<FileRow>(`SELECT ${FILE} FROM file WHERE path = ?`, path)
  return row && readFile(row)
}

/** Path and mark of every file. */
export function* marksOf(db: Database): Iterable<readonly [NotePath, number]> {
  for (const [path, revision, modified, doc] of db.each<[NotePath, string, number, number | null]>(
    'SELECT path, revision, modified, doc FROM file',
  ))
    yield [path, markOf(revision, modified, doc)]
}

/**
 * 52 bits of two FNV-1a hashes (http://www.isthe.com/chongo/tech/comp/fnv/), so that texts need not be kept to be compared. A text that is read anew gets
 * another number, whether it differs or not: the rules by which it was read may differ.
 */
function markOf(revision: string, modified: number, doc: number | null): number {
  let a = 0x811c9dc5 ^ (doc ?? 0)
  let b = modified | 0
  for (let at = 0; at < revision.length; at++) {
    const code = revision.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + at), 0x01000193)
  }
  return (a >>> 0) * 2 ** 20 + ((b >>> 12) & 0xfffff)
}

export type NameRow = readonly [key: string, group: NameGroup, id: number]

/** The names after one, in a fixed order, at most so many. */
export function namesAfter(db: Database, last: NameRow | undefined, most: number): NameRow[] {
  if (last === undefined)
    return db.all<NameRow>('SELECT key, grp, file FROM name ORDER BY key, grp, file LIMIT ?', most)
  return db.all<NameRow>(
    'SELECT key, grp, file FROM name WHERE (key, grp, file) > (?, ?, ?) ORDER BY key, grp, file LIMIT ?',
    ...last,
    most,
  )
}

/** Who answers to a key. */
export function answeringTo(db: Database, key: string): Candidate[] {
  return db
    .all<[NotePath, NameGroup]>('SELECT f.path, n.grp FROM name n JOIN file f ON f.id = n.file WHERE n.key = ?', key)
    .map(([path, group]) => ({ path, group }))
}

/** The notes with a link that has the key. */
export function pathsLinking(db: Database, key: string): NotePath[] {
  return [...new Set(askersFor(db, key).map(({ source }) => source))]
}

/** A link with what it takes to know which note it means. */
export interface LinkToRead extends Asking {
  readonly row: number
  readonly fileId: number
  readonly relation: string | null
  readonly hasReason: boolean
  /** What a bare mention says. */
  readonly reason: string | null
}

type LinkRow = readonly [
  row: number,
  fileId: number,
  form: LinkForm,
  relation: string | null,
  hasReason: number,
  target: string,
  targetStart: number,
  fragment: string | null,
  end: number,
  asked: string,
  reason: string | null,
]

const LINK = `l.id, l.file, l.form, l.relation, l.reason IS NOT NULL, l.target, l.target_start, l.fragment, l.end, l.asked,
  CASE WHEN l.form = 'bare' THEN l.reason END`

/** The links with row numbers after one, in that order, at most so many. */
export function linksAfter(db: Database, row: number, most: number): LinkToRead[] {
  return db.all<LinkRow>(`SELECT ${LINK} FROM link l WHERE l.id > ? ORDER BY l.id LIMIT ?`, row, most).map(linkToRead)
}

export function linksOfFile(db: Database, id: number): LinkToRead[] {
  return db.all<LinkRow>(`SELECT ${LINK} FROM link l WHERE l.file = ? ORDER BY l.id`, id).map(linkToRead)
}

function linkToRead(link: LinkRow): LinkToRead {
  const [row, fileId, form, relation, hasReason, target, targetStart, fragment, end, asked, reason] = link
  return {
    row,
    fileId,
    form,
    relation,
    hasReason: hasReason === 1,
    target,
    targetStart,
    fragment,
    end,
    asked,
    reason,
  }
}

export function countLinks(db: Database): number {
  return db.first<[number]>('SELECT count(*) FROM link')?.[0] ?? 0
}
