/** What the graph reads of the index; the only place of the graph that knows its tables. */
import type { LinkForm, NotePath } from '../../core/note.ts'
import type { Candidate, NameGroup } from '../../core/resolve.ts'
import type { Database } from '../database.ts'
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

export function namesOfFile(db: Database, id: number): readonly (readonly [key: string, group: NameGroup])[] {
  return db.all<[string, NameGroup]>('SELECT key, grp FROM name WHERE file = ?', id)
}

/** Who answers to a key. */
export function answeringTo(db: Database, key: string): Candidate[] {
  return db
    .all<[NotePath, NameGroup]>('SELECT f.path, n.grp FROM name n JOIN file f ON f.id = n.file WHERE n.key = ?', key)
    .map(([path, group]) => ({ path, group }))
}

/** The notes with a link that has the key. */
export function pathsLinking(db: Database, key: string): NotePath[] {
  return db
    .all<[NotePath]>(
      `SELECT DISTINCT f.path FROM link_key k JOIN link l ON l.id = k.link JOIN file f ON f.id = l.file WHERE k.key = ?`,
      key,
    )
    .map(([path]) => path)
}

/** A link with what it takes to know which note it means. */
export interface LinkToRead {
  readonly row: number
  readonly fileId: number
  readonly form: LinkForm
  readonly relation: string | null
  /** Whether it means its own note, if it has no keys. */
  readonly isOwn: boolean
  readonly hasReason: boolean
  /** Of a bare mention with a reason: what may be its name, and what was said. */
  readonly bare: { readonly target: string; readonly targetStart: number; readonly reason: string } | undefined
  readonly keys: readonly { readonly key: string; readonly to: number }[]
}

type LinkRow = readonly [
  row: number,
  fileId: number,
  form: LinkForm,
  relation: string | null,
  isOwn: number,
  hasReason: number,
  target: string | null,
  targetStart: number,
  reason: string | null,
  start: number,
]
type KeyRow = readonly [link: number, key: string, length: number]

const LINK = `l.id, l.file, l.form, l.relation, l.target = '', l.reason IS NOT NULL,
  CASE WHEN l.form = 'bare' AND l.reason IS NOT NULL THEN l.target END, l.target_start,
  CASE WHEN l.form = 'bare' THEN l.reason END, l.start`

/** The links with row numbers after one, in that order, at most so many. */
export function linksAfter(db: Database, row: number, most: number): LinkToRead[] {
  const links = db.all<LinkRow>(`SELECT ${LINK} FROM link l WHERE l.id > ? ORDER BY l.id LIMIT ?`, row, most)
  const last = links.at(-1)?.[0] ?? row
  const keys = db.all<KeyRow>(
    'SELECT link, key, length FROM link_key WHERE link > ? AND link <= ? ORDER BY link, rank',
    row,
    last,
  )
  return [...withKeys(links, keys)]
}

export function linksOfFile(db: Database, id: number): LinkToRead[] {
  const links = db.all<LinkRow>(`SELECT ${LINK} FROM link l WHERE l.file = ? ORDER BY l.id`, id)
  const keys = db.all<KeyRow>(
    'SELECT k.link, k.key, k.length FROM link l JOIN link_key k ON k.link = l.id WHERE l.file = ? ORDER BY k.link, k.rank',
    id,
  )
  return [...withKeys(links, keys)]
}

/** @param keys in the order of the links */
function* withKeys(links: readonly LinkRow[], keys: readonly KeyRow[]): Iterable<LinkToRead> {
  let at = 0
  for (const [row, fileId, form, relation, isOwn, hasReason, target, targetStart, reason, start] of links) {
    const own: { key: string; to: number }[] = []
    for (; keys[at]?.[0] === row; at++) {
      const [, key, length] = keys[at] as KeyRow
      own.push({ key, to: start + length })
    }
    const bare = target === null || reason === null ? undefined : { target, targetStart, reason }
    yield { row, fileId, form, relation, isOwn: isOwn === 1, hasReason: hasReason === 1, bare, keys: own }
  }
}

export function countLinks(db: Database): number {
  return db.first<[number]>('SELECT count(*) FROM link')?.[0] ?? 0
}
