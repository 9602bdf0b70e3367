/**
 * `node bench/floor.ts FOLDER`: the least that an index of a folder of notes can be, and what it takes on this machine. One worker reads each
 * file and looks through its lines for `[[…]]`; one thread writes files, links and contentless full text into SQLite, as fast as that goes. No
 * grammar, no resolution, no tasks, no history, nothing that is synced. Prints the seconds from the start of the process, as JSON: until all links
 * are there, and until full text is too.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

const BATCH = 500

/** Seconds since the process began. */
export interface Least {
  readonly links: number
  readonly all: number
  /** Most memory. */
  readonly megabytes: number
}

interface Scanned {
  readonly path: string
  readonly text: string
  readonly links: readonly (readonly [target: string, line: number])[]
}

if (isMainThread) await writeAll(process.argv[2] ?? '')
else readAll(workerData as string)

function readAll(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
  for (let at = 0; at < files.length; at += BATCH)
    parentPort?.postMessage(files.slice(at, at + BATCH).map((path) => scan(path, readFileSync(path, 'utf8'))))
  parentPort?.postMessage(undefined)
}

function scan(path: string, text: string): Scanned {
  const links: [string, number][] = []
  for (const [line, written] of text.split('\n').entries())
    for (let from = written.indexOf('[['); from >= 0; from = written.indexOf('[[', from + 2)) {
      const to = written.indexOf(']]', from)
      if (to > 0) links.push([written.slice(from + 2, to), line])
    }
  return { path, text, links }
}

async function writeAll(folder: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'notly-floor-'))
  const db = new DatabaseSync(join(home, 'floor.db'))
  db.exec(`PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT NOT NULL);
    CREATE TABLE link (source INTEGER NOT NULL, target TEXT NOT NULL, line INTEGER NOT NULL);
    CREATE VIRTUAL TABLE words USING fts5(text, content = '');
    INSERT INTO words (words, rank) VALUES ('hashsize', 8388608), ('automerge', 0);
    BEGIN`)
  const file = db.prepare('INSERT INTO file (id, path) VALUES (?, ?)')
  const link = db.prepare('INSERT INTO link (source, target, line) VALUES (?, ?, ?)')
  const words = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
  const texts: string[] = []
  for await (const batch of batchesOf(folder))
    for (const { path, text, links } of batch) {
      const id = texts.push(text)
      file.run(id, path)
      for (const [target, line] of links) link.run(id, target, line)
    }
  db.exec('CREATE INDEX link_by_target ON link (target)')
  const linked = performance.now()
  for (const [at, text] of texts.entries()) words.run(at + 1, text)
  db.exec('COMMIT')
  const done = performance.now()
  db.close()
  rmSync(home, { recursive: true })
  const least: Least = {
    links: linked / 1000,
    all: done / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }
  console.log(JSON.stringify(least))
}

async function* batchesOf(folder: string): AsyncIterable<readonly Scanned[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: folder })
  const come: (readonly Scanned[] | undefined)[] = []
  let wake = (): void => {}
  worker.on('message', (batch: readonly Scanned[] | undefined) => {
    come.push(batch)
    wake()
  })
  for (;;) {
    while (come.length > 0) {
      const batch = come.shift()
      if (batch === undefined) return void (await worker.terminate())
      yield batch
    }
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}
