import type { Revision } from '../core/note.ts'
import type { Ahead } from './ahead.ts'
import { compress, decompress } from './compression.ts'
import type { Database } from './database.ts'

/**
 * A text that comes after another is kept as what differs from it, as long as no more than so many have to be read before it.
 * More saves little, and makes old texts slow to read and one damaged page costly.
 */
const DEEPEST = 32

interface Row {
  readonly id: number
  readonly base: number | null
  readonly depth: number
  readonly zstd: Uint8Array
}

/** A text that another one may be kept by: as what differs from it. */
export interface Base {
  readonly id: number
  /** That the other one gets. */
  readonly depth: number
  readonly bytes: Buffer
  readonly text: string
}

/**
 * Keeps a text that an operation of the same transaction refers to. Once kept, a revision's text never changes.
 * @param base a text that most of it stands in
 * @returns the text as a base for others; undefined when it was kept before
 */
export function keepText(db: Database, revision: Revision, text: string, base?: Base, ahead?: Ahead): Base | undefined {
  if (hasText(db, revision)) return undefined
  const bytes = Buffer.from(text)
  const depth = base?.depth ?? 0
  const { rowid } = db.run(
    'INSERT INTO text (revision, bytes, base, depth, zstd) VALUES (?, ?, ?, ?, ?)',
    revision,
    bytes.length,
    base?.id ?? null,
    depth,
    ahead?.of(text, base?.text) ?? compress(bytes, base?.bytes),
  )
  return { id: rowid, depth: depth + 1, bytes, text }
}

/** A kept text to keep another one by; undefined where it is not kept, not whole or too deep. */
export function baseOf(db: Database, revision: Revision): Base | undefined {
  const base = baseFor(db, rowOf(db, 'revision', revision))
  return base && { ...base, text: base.bytes.toString() }
}

/** Keeps a text whose operation is still to come. */
export function keepLoose(db: Database, revision: Revision, text: string, at: number): void {
  db.write(() => {
    keepText(db, revision, text)
    db.run('INSERT OR REPLACE INTO loose (revision, at) VALUES (?, ?)', revision, at)
  })
}

/** Their operation has come. */
export function tie(db: Database, revisions: Iterable<Revision>): void {
  if (db.first('SELECT 1 FROM loose LIMIT 1') === undefined) return
  for (const revision of revisions) db.run('DELETE FROM loose WHERE revision = ?', revision)
}

export function hasText(db: Database, revision: Revision): boolean {
  return db.first('SELECT 1 FROM text WHERE revision = ?', revision) !== undefined
}

/** @returns undefined when the text is not kept, or not whole. */
export function textOf(db: Database, revision: Revision): string | undefined {
  return db.read(() => {
    const row = rowOf(db, 'revision', revision)
    return row && read(db, row)?.toString()
  })
}

/** Bytes of UTF-8, or undefined when the text is not kept. */
export function bytesOf(db: Database, revision: Revision): number | undefined {
  return db.first<[number]>('SELECT bytes FROM text WHERE revision = ?', revision)?.[0]
}

/** Lets go of a text if nobody refers to it any more. Call it in a transaction. */
export function dropText(db: Database, revision: string): void {
  const unused = db.first<[number]>(
    `SELECT id FROM text WHERE revision = ?1
       AND NOT EXISTS (SELECT 1 FROM change WHERE revision_before = ?1)
       AND NOT EXISTS (SELECT 1 FROM change WHERE revision_after = ?1)
       AND NOT EXISTS (SELECT 1 FROM loose WHERE revision = ?1)`,
    revision,
  )
  if (unused === undefined) return
  const [id] = unused
  standWithout(db, id)
  db.run('DELETE FROM text WHERE id = ?', id)
}

/** Lets go of texts whose operation never came: the program ended between keeping and recording. */
export function dropForsaken(db: Database, before: number): void {
  const forsaken = db.all<[string]>('SELECT revision FROM loose WHERE at < ?', before)
  db.run('DELETE FROM loose WHERE at < ?', before)
  for (const [revision] of forsaken) dropText(db, revision)
}

/** Those that are kept as what differs from a text are kept from now on as what differs from the one below it, or whole. */
function standWithout(db: Database, id: number): void {
  const leaning = db.all<[number]>('SELECT id FROM text WHERE base = ?', id)
  if (leaning.length === 0) return
  const below = rowOf(db, 'id', rowOf(db, 'id', id)?.base ?? -1)
  const base = baseFor(db, below)
  for (const [other] of leaning) {
    const row = rowOf(db, 'id', other)
    const bytes = row && read(db, row)
    if (bytes === undefined) continue
    // Depths above may stay larger than they are: that only makes a whole text come sooner.
    const depth = base?.depth ?? 0
    db.run(
      'UPDATE text SET base = ?, depth = ?, zstd = ? WHERE id = ?',
      base?.id ?? null,
      depth,
      compress(bytes, base?.bytes),
      other,
    )
  }
}

/** A text to keep another one by, with the depth that the other one gets; undefined where it is not kept, not whole or too deep. */
function baseFor(db: Database, row: Row | undefined) {
  if (row === undefined || row.depth >= DEEPEST) return undefined
  const bytes = read(db, row)
  return bytes && { id: row.id, depth: row.depth + 1, bytes }
}

function rowOf(db: Database, column: 'id' | 'revision', value: number | string): Row | undefined {
  const row = db.first<[number, number | null, number, Uint8Array]>(
    `SELECT id, base, depth, zstd FROM text WHERE ${column} = ?`,
    value,
  )
  return row && { id: row[0], base: row[1], depth: row[2], zstd: row[3] }
}

/** @returns undefined when it, or one below it, is not whole. */
function read(db: Database, row: Row): Buffer | undefined {
  if (row.base === null) return decompress(row.zstd)
  const below = rowOf(db, 'id', row.base)
  const base = below && read(db, below)
  return base && decompress(row.zstd, base)
}
