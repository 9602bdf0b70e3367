import type { Database } from '../database.ts'
import { mergeRuns, type TermBytes } from './merge.ts'
import { packRun, type Run, unpackRun } from './run.ts'

/** Notes in runs from which they become a segment: until then they are held in memory by whoever searches. */
const PER_SEGMENT = 1000

/** @returns the first of as many numbers for texts */
export function reserveDocs(db: Database, count: number): number {
  return db.write(() => {
    const [first = 1] = db.first<[number]>('SELECT next_doc FROM full_text') ?? []
    db.run('UPDATE full_text SET next_doc = ?', first + count)
    return first
  })
}

export function putRun(db: Database, run: Run): void {
  db.run('INSERT INTO run (first, docs, data) VALUES (?, ?, ?)', run.first, run.docs.length, packRun(run))
}

function readRuns(db: Database): Run[] {
  return db.all<[Uint8Array & string]>('SELECT data FROM run ORDER BY first').map(([data]) => unpackRun(data))
}

export function putPosting(db: Database, segment: number, { term, postings, positions }: TermBytes): void {
  db.run(
    'INSERT INTO posting (term, segment, postings, positions) VALUES (?, ?, ?, ?)',
    term,
    segment,
    postings,
    positions,
  )
}

function docsInRuns(db: Database): number {
  return db.first<[number]>('SELECT coalesce(sum(docs), 0) FROM run')?.[0] ?? 0
}

/** No more than these, by the numbers that were given since the oldest run: to add up the runs is to go from one to the next. */
function mostDocsInRuns(db: Database): number {
  const [next = 0] = db.first<[number]>('SELECT next_doc FROM full_text') ?? []
  const [first = next] = db.first<[number]>('SELECT first FROM run ORDER BY id LIMIT 1') ?? []
  return next - first
}

/** Makes a segment of all runs when they have become many. */
export function settleRuns(db: Database, perSegment = PER_SEGMENT): void {
  if (mostDocsInRuns(db) < perSegment || docsInRuns(db) < perSegment) return
  db.write(() => {
    // Another process may have done it since.
    const docs = docsInRuns(db)
    if (docs < perSegment) return
    const runs = readRuns(db)
    // What is freed first is used again for what is written now.
    db.run('DELETE FROM run')
    const segment = runs[0]?.first as number
    for (const merged of mergeRuns(runs)) putPosting(db, segment, merged)
    db.run('INSERT INTO segment (first, docs) VALUES (?, ?)', segment, docs)
    db.run('UPDATE full_text SET epoch = epoch + 1')
  })
}
