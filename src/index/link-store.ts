import type { Database } from './database.ts'
import type { LinkRow } from './rows.ts'

/** The links of a new file in the order of its text, their row numbers in that order too. */
export function insertLinks(db: Database, file: number, links: readonly LinkRow[]): void {
  for (const [ordinal, link] of links.entries()) insert(db, file, ordinal, link)
}

/**
 * As many as before keep their rows, and each that asks for the same names keeps its keys: those lie scattered over the whole
 * index, each where its like are.
 */
export function updateLinks(db: Database, file: number, links: readonly LinkRow[]): void {
  const had = db.all<[number]>('SELECT id FROM link WHERE file = ? ORDER BY ordinal', file)
  if (had.length === links.length) {
    for (const [ordinal, link] of links.entries()) replace(db, file, (had[ordinal] as readonly [number])[0], link)
  } else {
    if (had.length > 0) removeLinks(db, file)
    insertLinks(db, file, links)
  }
}

export function removeLinks(db: Database, file: number): void {
  db.run('DELETE FROM link_key WHERE link IN (SELECT id FROM link WHERE file = ?)', file)
  db.run('DELETE FROM link WHERE file = ?', file)
}

const COLUMNS = [
  'form',
  'start',
  'end',
  'target_start',
  'target',
  'fragment',
  'text',
  'relation',
  'reason',
  'line',
  'col',
  'sentence',
  'sentence_start',
]

const INSERT = `INSERT INTO link (file, ordinal, ${COLUMNS.join(', ')}) VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')})`
const UPDATE = `UPDATE link SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`

function valuesOf(link: LinkRow) {
  return [
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
  ]
}

function insert(db: Database, file: number, ordinal: number, link: LinkRow): void {
  putKeys(db, file, db.run(INSERT, file, ordinal, ...valuesOf(link)), link)
}

function replace(db: Database, file: number, id: number, link: LinkRow): void {
  db.run(UPDATE, ...valuesOf(link), id)
  const had = db.all<[string, number]>('SELECT key, length FROM link_key WHERE link = ? ORDER BY rank', id)
  const isSame = ([key, length]: LinkRow['keys'][number], at: number) => had[at]?.[0] === key && had[at]?.[1] === length
  if (had.length === link.keys.length && link.keys.every(isSame)) return
  db.run('DELETE FROM link_key WHERE link = ?', id)
  putKeys(db, file, id, link)
}

function putKeys(db: Database, file: number, id: number, link: LinkRow): void {
  for (const [rank, [key, length]] of link.keys.entries())
    db.run('INSERT INTO link_key (link, rank, key, length, file) VALUES (?, ?, ?, ?, ?)', id, rank, key, length, file)
}
