import type { Database } from '../database.ts'
import { ByteWriter } from './bytes.ts'
import { FullText } from './full-text.ts'
import { eachPlaces, readPostings, type Stored } from './postings.ts'
import { writePart } from './run.ts'
import { putPosting } from './store.ts'

/** Each question reads a term from every segment. */
const MOST_SEGMENTS = 8
/** Texts that are gone, as a share of those that are there, before they are cleared away. */
const MOST_GONE = 0.5
const FEW = 1000
const TERMS = 64

/**
 * Makes one segment of many and clears away what is gone, a little at a time: each term by itself, so that whoever asks meanwhile, or
 * whoever goes on after a crash, finds every term whole.
 * @param patience milliseconds after which it stops, to go on at the next call
 * @param most segments that need no tidying
 */
export function tidy(db: Database, patience: number, most = MOST_SEGMENTS): void {
  const end = performance.now() + patience
  while (isUntidy(db, most) && performance.now() < end) db.write(() => tidySome(db, end))
}

interface Pass {
  /** The last term that is done. */
  readonly after: string
  /** The newest segment that takes part. */
  readonly upTo: number
}

function isUntidy(db: Database, most: number): boolean {
  if (readPass(db) !== undefined) return true
  const [segments = 0, docs = 0] =
    db.first<[number, number]>('SELECT count(*), coalesce(sum(docs), 0) FROM segment') ?? []
  if (segments > most) return true
  return docs > FEW && mayBeHalfGone(db, docs) && docs > (1 + MOST_GONE) * FullText.of(db).count + FEW
}

/** To know how many texts there are takes reading what was written last, which is longer than a changed note takes by itself; how many went is one look. */
function mayBeHalfGone(db: Database, docs: number): boolean {
  const [gone = 0] = db.first<[number]>('SELECT coalesce(max(id) - min(id) + 1, 0) FROM gone') ?? []
  return docs > (1 + MOST_GONE) * (docs - gone) + FEW
}

function readPass(db: Database): Pass | undefined {
  const row = db.first<[string, number]>('SELECT term, up_to FROM tidying')
  return row && { after: row[0], upTo: row[1] }
}

function begin(db: Database): Pass {
  const [upTo = 0] = db.first<[number]>('SELECT coalesce(max(first), 0) FROM segment') ?? []
  db.run("INSERT INTO tidying (term, up_to) VALUES ('', ?)", upTo)
  return { after: '', upTo }
}

/** At least one term, and no more than there is time for: a common word's takes as long as hundreds of others. */
function tidySome(db: Database, end: number): void {
  const pass = readPass(db) ?? begin(db)
  const terms = db.all<[string]>(
    'SELECT DISTINCT term FROM posting WHERE term > ? AND segment <= ? ORDER BY term LIMIT ?',
    pass.after,
    pass.upTo,
    TERMS,
  )
  const text = FullText.of(db)
  let last: string | undefined
  for (const [term] of terms) {
    tidyTerm(db, term, pass, text)
    last = term
    if (performance.now() >= end) break
  }
  if (last === undefined) finish(db, pass, text)
  else db.run('UPDATE tidying SET term = ?', last)
}

function tidyTerm(db: Database, term: string, { upTo }: Pass, text: FullText): void {
  const rows = db.all<[number, Uint8Array & string, Uint8Array & string]>(
    'SELECT segment, postings, positions FROM posting WHERE term = ? AND segment <= ? ORDER BY segment',
    term,
    upTo,
  )
  const kept = rewrite(
    rows.map(([, postings, positions]) => ({ postings, positions })),
    text.lengths,
  )
  db.run('DELETE FROM posting WHERE term = ? AND segment <= ?', term, upTo)
  if (kept === undefined) return
  putPosting(db, rows[0]?.[0] as number, { term, ...kept })
}

/** @returns one part of what is there still; undefined when nothing is */
function rewrite(stored: readonly Stored[], lengths: Uint32Array): Stored | undefined {
  const { docs, weights } = readPostings(stored, lengths)
  if (docs.length === 0) return undefined
  const places = new Map<number, Uint32Array>()
  eachPlaces(stored, lengths, (doc, found, count) => places.set(doc, found.slice(0, count)))
  const postings = new ByteWriter()
  const positions = new ByteWriter()
  for (const doc of docs) {
    let before = 0
    for (const place of places.get(doc) ?? []) {
      positions.number(place - before)
      before = place
    }
  }
  const notes = [...docs].flatMap((doc, at) => [doc, weights[at] as number])
  writePart(postings, notes, notes.length, positions.length)
  return { postings: postings.written(), positions: positions.written() }
}

function finish(db: Database, { upTo }: Pass, text: FullText): void {
  const [first] = db.first<[number | null]>('SELECT min(first) FROM segment WHERE first <= ?', upTo) ?? []
  db.run('DELETE FROM segment WHERE first <= ?', upTo)
  // Texts in later segments and runs are counted there; one too many here only brings the next pass a little earlier.
  if (first !== null && first !== undefined)
    db.run('INSERT INTO segment (first, docs) VALUES (?, ?)', first, text.count)
  // Whoever follows what goes begins anew with the new epoch.
  db.run('DELETE FROM gone')
  db.run('DELETE FROM tidying')
  db.run('UPDATE full_text SET epoch = epoch + 1')
}
