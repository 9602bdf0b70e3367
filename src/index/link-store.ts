import type { NotePath } from '../core/note.ts'
import { EACH_ONE_UNIT } from './cutting.ts'
import type { Database } from './database.ts'
import { FORMS, keyApart, keysApart, keysOfLink } from './link-keys.ts'
import { linksIn, type StoredLink } from './link-rows.ts'
import type { LinkRow } from './rows.ts'

/** A file that the index has. */
export interface KeptFile {
  readonly id: number
  readonly path: NotePath
  /** Whether it was read by other rules: then what those of now would say of it is not what it has. */
  readonly isOutdated: boolean
}

/** The links of a new file in the order of its text, their row numbers in that order too. */
export function insertLinks(db: Database, file: number, links: readonly LinkRow[]): void {
  for (const [ordinal, link] of links.entries()) insert(db, file, ordinal, link)
}

/**
 * As many as before keep their rows, and each that asks for the same names stays where those are kept: that is scattered over the whole
 * index, each beside its like.
 */
export function updateLinks(db: Database, { id, path, isOutdated }: KeptFile, links: readonly LinkRow[]): void {
  const had = linksIn(db, path)
  if (had.length === links.length && !isOutdated) {
    for (const [ordinal, link] of links.entries()) replace(db, had[ordinal] as StoredLink, link)
  } else {
    removeAll(db, id, isOutdated ? undefined : had)
    insertLinks(db, id, links)
  }
}

export function removeLinks(db: Database, { id, path, isOutdated }: KeptFile): void {
  removeAll(db, id, isOutdated ? undefined : linksIn(db, path))
}

/** @param links those of the file, where the rules of now tell by which keys they are found */
function removeAll(db: Database, file: number, links: readonly StoredLink[] | undefined): void {
  if (links === undefined) db.run('DELETE FROM other_key WHERE file = ?', file)
  else for (const link of links) removeOthers(db, link.row, othersOf(link))
  db.run('DELETE FROM link WHERE file = ?', file)
}

const COLUMNS = [
  'form_number',
  'start',
  'size',
  'sentence_before',
  'sentence',
  'target_behind',
  'target_size',
  'target_apart',
  'reason_behind',
  'reason_size',
  'reason_apart',
  'fragment',
  'text',
  'relation',
  'line',
  'col',
  'key',
]

const INSERT = `INSERT INTO link (file, ordinal, ${COLUMNS.join(', ')}) VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')})`
const UPDATE = `UPDATE link SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`

function valuesOf(link: LinkRow) {
  return [
    FORMS.indexOf(link.form),
    link.start,
    link.end - link.start,
    link.start - link.sentenceStart,
    link.sentence,
    ...targetValues(link),
    ...reasonValues(link),
    link.fragment,
    link.text,
    link.relation,
    link.line,
    link.column,
    keyApart(link.target, link.keys[0]),
  ]
}

/** Where it stands behind the beginning of the link, how long it is, and what it is where the sentence does not say it. */
function targetValues({ start, target, targetStart, sentence, sentenceStart }: LinkRow) {
  const from = targetStart - sentenceStart
  const isInside = from >= 0 && sentence.startsWith(target, from) && EACH_ONE_UNIT.test(sentence)
  return [targetStart - start, target.length, isInside ? null : target]
}

/** The same for a reason, behind the beginning of the sentence. */
function reasonValues({ reason, sentence }: LinkRow) {
  if (reason === null) return [null, null, null]
  const from = EACH_ONE_UNIT.test(sentence) ? sentence.indexOf(reason) : -1
  return from < 0 ? [null, null, reason] : [from, reason.length, null]
}

function insert(db: Database, file: number, ordinal: number, link: LinkRow): void {
  insertOthers(db, file, db.run(INSERT, file, ordinal, ...valuesOf(link)), keysApart(link.form, link.keys))
}

function replace(db: Database, had: StoredLink, link: LinkRow): void {
  db.run(UPDATE, ...valuesOf(link), had.row)
  const before = othersOf(had)
  const after = keysApart(link.form, link.keys)
  if (before.length === after.length && after.every((key, at) => before[at] === key)) return
  removeOthers(db, had.row, before)
  insertOthers(db, had.file, had.row, after)
}

function othersOf(link: StoredLink): readonly string[] {
  const keys = [...keysOfLink(link, link.source)].map(({ key }) => key)
  return keysApart(link.form, keys)
}

function insertOthers(db: Database, file: number, link: number, keys: readonly string[]): void {
  for (const key of keys) db.run('INSERT OR IGNORE INTO other_key (key, link, file) VALUES (?, ?, ?)', key, link, file)
}

function removeOthers(db: Database, link: number, keys: readonly string[]): void {
  for (const key of keys) db.run('DELETE FROM other_key WHERE key = ? AND link = ?', key, link)
}
