import { setImmediate } from 'node:timers/promises'
import type { ProgressEvent } from '../core/answers.ts'
import type { NotePath, Revision } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import { type Listed, type NoteStat, type Source, UnreadableFile, type Vault } from '../core/vault.ts'
import type { Foreseen } from './foreseen.ts'
import type { Index } from './index.ts'
import { type KnownFile, KnownInOrder, readKnown } from './known-files.ts'
import { type Parser, parserFor } from './parser.ts'
import type { Parsed, ParsedNote, ParseTask } from './reading.ts'
import { rowsOfAttachment } from './rows.ts'
import { dropIndexes, restoreIndexes } from './schema.ts'
import { putFile, type ReadFile, removeFile, restampFile } from './store.ts'
import type { Run } from './words/run.ts'
import { putRun, reserveDocs, settleRuns } from './words/store.ts'
import { tidy } from './words/tidy.ts'
import { keepYoungSmall } from './young.ts'

export type OnProgress = (progress: ProgressEvent) => void

/** What one sync took in. */
export interface SyncReport {
  readonly added: readonly NotePath[]
  readonly changed: readonly NotePath[]
  readonly removed: readonly NotePath[]
  /** What the index had of the changed and the removed. */
  readonly before: ReadonlyMap<NotePath, Revision>
  /** The index was empty, so nothing is news. */
  readonly fresh: boolean
}

/** So many new files are worth taking down the secondary indexes first. */
const BULK = 50
/** Files that are written at once: few enough that whoever asks meanwhile waits for a tenth of a second at most. */
const PER_WRITE = 500
/**
 * Milliseconds after which what was written is committed, if more is to come: names and properties lie scattered over the index, so that each
 * time nearly all of it is written anew. So much work is done again after a kill, and other processes wait for as long.
 */
const PER_COMMIT = 2000
/** Notes whose words are held in memory at most while many are taken in. */
const PER_BULK_SEGMENT = 20_000
/** More at once than this is another copy of the vault, not somebody's work. */
export const MANY_FILES = 1000
/** Milliseconds of each sync for making full text tidy. */
const TIDYING = 10

/** A file that is about to be written in the index, or to go from it. */
export interface Replaced {
  readonly path: NotePath
  /** What the index has of it still; undefined of a new one. */
  readonly before: { readonly revision: Revision; readonly modified: number } | undefined
  /** What it will have; undefined when it goes. */
  readonly after: Revision | undefined
}

export interface SyncOptions {
  /** Hears of files before the index forgets what was in them; not of a vault that is read for the first time, nor of more than `MANY_FILES` at once. */
  readonly onReplacing?: ((files: readonly Replaced[]) => void) | undefined
  readonly onProgress?: OnProgress
  /** Stops the reading; what was read by then stays, and the next sync goes on from there. */
  readonly signal?: AbortSignal | undefined
  /** Notes that were read before they were written. */
  readonly foreseen?: Foreseen | undefined
  /** Where so many notes are parsed, when not where it is quickest. */
  readonly parserOf?: (notes: number) => Parser
}

/**
 * Makes the index say what the vault says; the only writer of the index.
 * @param paths a hint: only these are looked at
 * @throws {VaultError} when the vault cannot be listed or read, and the signal's reason when it was stopped; what had been taken in by then stays, and is true
 */
export async function sync(
  vault: Vault,
  index: Index,
  paths?: readonly NotePath[],
  options: SyncOptions = {},
): Promise<SyncReport> {
  const fresh = isEmpty(index)
  const { difference, known } = paths ? await compareSome(vault, index, paths) : await compareAll(vault, index)
  if (difference.toRead.length > BULK) keepYoungSmall()
  const isBulk = fresh && !index.isAsked && difference.toRead.length > BULK
  const isTold = !fresh && difference.toRead.length + difference.gone.length <= MANY_FILES
  const tell = (files: readonly Replaced[]): void => {
    if (isTold) options.onReplacing?.(files)
  }
  const told = (path: NotePath, after: Revision | undefined): Replaced => ({ path, before: known.get(path), after })
  if (isBulk) index.db.write(() => dropIndexes(index.db))
  try {
    const onWriting = (files: readonly ReadFile[]): void =>
      tell(files.map(({ stat }) => told(stat.path, stat.revision)))
    const vanished = await takeIn(vault, index, difference.toRead, paths !== undefined, { ...options, onWriting })
    const left = vanished.filter((path) => known.has(path))
    tell([...difference.gone, ...left].map((path) => told(path, undefined)))
    const removed = settle(index, difference, left)
    // Who finds nothing new has nothing to do there, and answers sooner.
    if (!isNothing(difference)) {
      settleRuns(index.db)
      tidy(index.db, TIDYING)
    }
    const gone = new Set(vanished)
    const taken = difference.toRead.map(({ path }) => path).filter((path) => !gone.has(path))
    const changed = taken.filter((path) => known.has(path))
    return {
      added: taken.filter((path) => !known.has(path)),
      changed,
      removed,
      before: new Map([...changed, ...removed].map((path) => [path, (known.get(path) as KnownFile).revision])),
      fresh,
    }
  } finally {
    if (isBulk) index.db.write(() => restoreIndexes(index.db))
  }
}

interface Compared {
  readonly difference: Difference
  /** What the index has of the files that differ, and perhaps of others. */
  readonly known: ReadonlyMap<NotePath, KnownFile>
}

function isNews(before: KnownFile | undefined, revision: Revision | undefined): boolean {
  return before === undefined || before.revision !== revision || before.isOutdated
}

function isEmpty({ db }: Index): boolean {
  return db.first('SELECT 1 FROM file LIMIT 1') === undefined
}

interface Difference {
  /** With the text when it has been read already. */
  readonly toRead: readonly { readonly path: NotePath; readonly stat: Listed; readonly source?: Source }[]
  readonly toRestamp: readonly NoteStat[]
  readonly gone: readonly NotePath[]
}

function isNothing({ toRead, toRestamp, gone }: Difference): boolean {
  return toRead.length + toRestamp.length + gone.length === 0
}

async function compareAll(vault: Vault, { db }: Index): Promise<Compared> {
  const toRead: Difference['toRead'][number][] = []
  const toRestamp: NoteStat[] = []
  const known = new Map<NotePath, KnownFile>()
  const all = new KnownInOrder(db)
  try {
    for await (const files of vault.list((path) => all.of(path))) {
      for (const stat of files) {
        const before = all.of(stat.path)
        if (isNews(before, stat.revision)) {
          toRead.push({ path: stat.path, stat })
          if (before !== undefined) known.set(stat.path, before)
        } else if (before && isNewStamp(before, stat)) toRestamp.push({ ...stat, revision: before.revision })
      }
      all.forgetAsked()
    }
    const gone = all.unasked()
    for (const [path, before] of gone) known.set(path, before)
    return { difference: { toRead, toRestamp, gone: [...gone.keys()] }, known }
  } finally {
    all.close()
  }
}

async function compareSome(vault: Vault, { db }: Index, paths: readonly NotePath[]): Promise<Compared> {
  const known = readKnown(db, paths)
  const toRead: Difference['toRead'][number][] = []
  const toRestamp: NoteStat[] = []
  const gone: NotePath[] = []
  for (const [path, source] of await readReadable(vault, [...new Set(paths)])) {
    const before = known.get(path)
    if (source === undefined) {
      if (before !== undefined) gone.push(path)
    } else if (isNews(before, source.revision)) toRead.push({ path, stat: source, source })
    else if (before && isNewStamp(before, source)) toRestamp.push(source)
  }
  return { difference: { toRead, toRestamp, gone }, known }
}

/** By path, undefined for what is gone. A file that cannot be read has not been deleted: it is not among them, and stays as it was last seen. */
async function readReadable(vault: Vault, paths: readonly NotePath[]): Promise<[NotePath, Source | undefined][]> {
  try {
    const sources = await vault.readMany(paths)
    return paths.map((path, at) => [path, sources[at]])
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const [first, second] = [paths.slice(0, paths.length >> 1), paths.slice(paths.length >> 1)]
    return first.length === 0 ? [] : [...(await readReadable(vault, first)), ...(await readReadable(vault, second))]
  }
}

/** A file that cannot be looked at just now comes without a time; what was known of it stays. */
function isNewStamp(before: KnownFile, stat: Listed): boolean {
  return (before.stamp !== stat.stamp || before.modified !== Math.round(stat.modified)) && stat.modified > 0
}

/** @returns what was gone again when it was to be read */
async function takeIn(
  vault: Vault,
  index: Index,
  toRead: Difference['toRead'],
  isHinted: boolean,
  {
    onProgress = () => {},
    onWriting,
    signal,
    foreseen,
    parserOf = (notes) => parserFor(notes, isHinted),
  }: SyncOptions & { readonly onWriting: (files: readonly ReadFile[]) => void },
): Promise<NotePath[]> {
  const vanished: NotePath[] = []
  if (toRead.length === 0) return vanished
  const total = toRead.length
  // Hints come of what was just planned or written, and so parsed.
  const parser = parserOf(toRead.filter(({ path }) => isNotePath(path)).length)
  const writer = new Writer(index, onWriting, (done) => onProgress({ done, total }))
  let doc = reserveDocs(index.db, total)
  // Words of what turns out otherwise belong to no file; those of what does must be there no later than its file.
  if (foreseen !== undefined) writer.add({ files: [], runs: foreseen.runs })
  try {
    onProgress({ done: 0, total })
    const running = new Set<Promise<void>>()
    let failure: { readonly error: unknown } | undefined
    let at = 0
    for (let begun = 0; at < total && failure === undefined && !signal?.aborted; begun++) {
      const size = Math.min(parser.batch, begun < parser.width ? (parser.firstBatch ?? parser.batch) : parser.batch)
      // What was foreseen is waited for nowhere, and others want to be served.
      if (foreseen !== undefined) await setImmediate()
      const sources = await readBatch(vault, toRead.slice(at, at + size), vanished)
      at += size
      const work: Promise<void> = parseBatch(parser, sources, doc, foreseen)
        .then((parsed) => writer.add(parsed))
        .catch((error: unknown) => {
          failure = { error }
        })
        .finally(() => running.delete(work))
      doc += sources.length
      running.add(work)
      if (running.size >= parser.width) await Promise.race(running)
    }
    await Promise.all(running)
    if (failure !== undefined) throw failure.error
    writer.flush()
    if (at < total) signal?.throwIfAborted()
  } finally {
    writer.commit()
    await parser.close()
  }
  return vanished
}

async function readBatch(vault: Vault, batch: Difference['toRead'], vanished: NotePath[]): Promise<Taken[]> {
  const taken: Taken[] = []
  const read = await readSources(vault, batch)
  for (const { path, stat, source = read.get(path) } of batch) {
    if (source !== undefined) taken.push({ path, stat: source, text: source.text })
    else if (stat.revision !== undefined && !isNotePath(path))
      taken.push({ path, stat: { ...stat, revision: stat.revision }, text: '' })
    else vanished.push(path)
  }
  return taken
}

/** What has not been read yet. Attachments that are listed with a revision never are. */
async function readSources(vault: Vault, batch: Difference['toRead']): Promise<Map<NotePath, Source | undefined>> {
  const unread = batch.filter(
    ({ path, stat, source }) => source === undefined && (stat.revision === undefined || isNotePath(path)),
  )
  const sources = await vault.readMany(unread.map(({ path }) => path)).catch((error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error
    return Promise.all(unread.map(({ path, stat }) => readIfReadable(vault, path, stat)))
  })
  return new Map(unread.map(({ path }, at) => [path, sources[at]]))
}

/** A file that was never seen and cannot be read is left out until it can be. */
async function readIfReadable(vault: Vault, path: NotePath, stat: Listed): Promise<Source | undefined> {
  try {
    return await vault.read(path)
  } catch (error) {
    if (stat.revision === undefined && error instanceof UnreadableFile) return undefined
    throw error
  }
}

interface Taken {
  readonly path: NotePath
  readonly stat: NoteStat
  readonly text: string
}

/** Files as they are written, with their words. */
interface Batch {
  readonly files: readonly ReadFile[]
  readonly runs: readonly Run[]
}

/** @param first number of the first note's text */
async function parseBatch(
  parser: Parser,
  taken: readonly Taken[],
  first: number,
  foreseen: Foreseen | undefined,
): Promise<Batch> {
  const known = new Map<NotePath, ParsedNote>()
  const tasks: ParseTask[] = []
  for (const { path, text } of taken.filter(({ path }) => isNotePath(path))) {
    const note = foreseen?.noteOf(path, text)
    if (note === undefined) tasks.push({ path, text, doc: first + tasks.length })
    else known.set(path, note)
  }
  const { notes, runs } = tasks.length === 0 ? NOTHING : await parser.parse(tasks)
  for (const note of notes) known.set(note.path, note)
  const files = taken.map(({ path, stat }): ReadFile => {
    const note = known.get(path)
    return { stat, said: note ?? { rows: rowsOfAttachment(path), doc: null, words: null } }
  })
  return { files, runs }
}

const NOTHING: Parsed = { notes: [], runs: [] }

/** Gathers parsed files and writes many in one transaction. */
class Writer {
  readonly #index: Index
  readonly #onWriting: (files: readonly ReadFile[]) => void
  readonly #onWritten: (done: number) => void
  #waiting: ReadFile[] = []
  #runs: Run[] = []
  #done = 0
  #commit: (() => void) | undefined
  #committed = Number.NEGATIVE_INFINITY

  constructor(index: Index, onWriting: (files: readonly ReadFile[]) => void, onWritten: (done: number) => void) {
    this.#index = index
    this.#onWriting = onWriting
    this.#onWritten = onWritten
  }

  add({ files, runs }: Batch): void {
    this.#waiting.push(...files)
    this.#runs.push(...runs)
    this.#onWritten(this.#done + this.#waiting.length)
    if (this.#waiting.length >= PER_WRITE || this.#done === 0) this.flush()
  }

  flush(): void {
    const { db } = this.#index
    if (this.#waiting.length > 0) this.#onWriting(this.#waiting)
    this.#commit ??= db.begin()
    db.write(() => {
      for (const file of this.#waiting) putFile(db, file)
      for (const run of this.#runs) putRun(db, run)
    })
    this.#runs = []
    settleRuns(db, PER_BULK_SEGMENT)
    this.#done += this.#waiting.length
    this.#waiting = []
    if (performance.now() >= this.#committed + PER_COMMIT) this.commit()
  }

  /** What was flushed stays from now on. */
  commit(): void {
    const commit = this.#commit
    this.#commit = undefined
    commit?.()
    this.#committed = performance.now()
  }
}

/** @returns what was removed */
function settle({ db }: Index, { toRestamp, gone }: Difference, vanished: readonly NotePath[]): NotePath[] {
  if (toRestamp.length + gone.length + vanished.length === 0) return []
  return db.write(() => {
    for (const stat of toRestamp) restampFile(db, stat)
    return [...gone, ...vanished].filter((path) => removeFile(db, path))
  })
}
