import type { NotePath, Revision } from '../core/note.ts'
import type { Ahead } from './ahead.ts'
import { type Database, isCorruption } from './database.ts'
import {
  keepLinks,
  linkChangesBetween,
  linkChangesOf,
  type Move,
  nextUnread,
  type PastMove,
  pastMoves,
  pruneLinks,
  type UnreadOperation,
} from './links.ts'
import { openHistory, startAnew } from './opening.ts'
import { lastUndoable, listOperations, readOperation } from './operations.ts'
import { type Bounds, prune, sizeOf } from './pruning.ts'
import { record } from './recording.ts'
import type {
  Deleted,
  KeptLinkChange,
  Operation,
  OperationId,
  OperationSummary,
  Recording,
  Size,
  Version,
} from './shapes.ts'
import { hasText, keepLoose, textOf } from './texts.ts'
import { isDeleted, knownPaths, lastHeardOf, listDeleted, placeNow, presentOf, versionsOf } from './versions.ts'
import { forgetWaiting, keepWaiting, type Waiting, waitingOnes } from './waiting.ts'

const GIGABYTE = 1024 ** 3
const TWO_YEARS = 2 * 365 * 24 * 3_600_000
const PRUNE_EVERY = 3_600_000
/** So many changes may be more than is kept of the file in memory. */
const MANY = 100

export interface HistoryOptions extends Partial<Bounds> {
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/**
 * Every text that was replaced, and what replaced it: what undo, earlier texts and the trash are made of. In one SQLite file that is
 * not disposable. An operation whose `record` returned survives a crash. Several processes may have the same file open.
 * Whatever meets damage in the file sets it aside, begins a new one and says so in `notice`.
 */
export class History {
  readonly #file: string
  readonly #now: () => number
  #bounds: Bounds
  #db: Database
  #notice: string | undefined
  /** What this session recorded last. */
  #latest: OperationId | undefined
  #prunedAt = 0

  private constructor(file: string, options: HistoryOptions) {
    this.#file = file
    this.#now = options.now ?? Date.now
    this.#bounds = { maxBytes: options.maxBytes ?? GIGABYTE, maxAge: options.maxAge ?? TWO_YEARS }
    const { db, notice } = openHistory(file, this.#now)
    this.#db = db
    this.#notice = notice
  }

  /**
   * @param file its folder is made if need be; `:memory:` for a history that lasts as long as the program
   * @throws {UserError} when the file was written by a newer version; it is left as it is.
   */
  static open(file: string, options: HistoryOptions = {}): History {
    const history = new History(file, options)
    try {
      history.prune()
      return history
    } catch (error) {
      history.close()
      throw error
    }
  }

  close(): void {
    this.#db.close()
  }

  /** A sentence for the user, once a damaged file was set aside. */
  get notice(): string | undefined {
    return this.#notice
  }

  /** Reads the whole file. @returns a sentence when it was damaged, and has been set aside. */
  check(): string | undefined {
    return this.#db.isSound() ? undefined : this.#startAnew()
  }

  /** Keeps a text ahead of the operation that replaces it. Told again, it does nothing. */
  keep(revision: Revision, text: string): void {
    this.#ask((db) => keepLoose(db, revision, text, this.#now()))
  }

  has(revision: Revision): boolean {
    return this.#ask((db) => hasText(db, revision))
  }

  /** @returns undefined when the text is not kept. */
  textOf(revision: Revision): string | undefined {
    return this.#ask((db) => textOf(db, revision))
  }

  /**
   * Remembers an operation and the texts given with it, all or nothing. Edits of one note that follow each other within
   * five minutes are one operation, unless one takes much away.
   * @param ahead texts of it that are compressed already
   */
  record(recording: Recording, ahead?: Ahead): OperationId {
    const at = this.#now()
    this.#latest = this.#ask((db) => {
      const write = (): OperationId => record(db, recording, at, this.#latest, ahead)
      return recording.changes.length < MANY ? write() : db.withRoom(write)
    })
    if (at - this.#prunedAt >= PRUNE_EVERY) this.prune()
    return this.#latest
  }

  /** Newest first. @param range those before `before` only, when given */
  operations(range: { readonly limit: number; readonly before?: OperationId | undefined }): OperationSummary[] {
    return this.#ask((db) => listOperations(db, range.limit, range.before))
  }

  /** The first operation whose links were not looked for; one that is open only if nothing else is left. */
  nextUnread(): UnreadOperation | undefined {
    return this.#ask(nextUnread)
  }

  /** Every move of a note that is known, the first first. */
  pastMoves(): PastMove[] {
    return this.#ask(pastMoves)
  }

  /** Links that an operation made and removed; told again, they are not kept again. What was known of notes follows their moves. */
  keepLinks(operation: number, found: readonly KeptLinkChange[], moves: readonly Move[]): void {
    this.#ask((db) => keepLinks(db, operation, found, moves))
  }

  /** Links that were made and removed in a time, as far as they were looked for. Milliseconds since 1970; the end is not part of it. */
  linkChanges(since: number, until: number): KeptLinkChange[] {
    return this.#ask((db) => linkChangesBetween(db, since, until))
  }

  linkChangesOf(source: NotePath): KeptLinkChange[] {
    return this.#ask((db) => linkChangesOf(db, source))
  }

  /** What another program changed, ahead of its operation; of a note that waits already, what it was at first stays. */
  keepWaiting(notes: readonly Waiting[]): void {
    this.#ask((db) => keepWaiting(db, notes))
  }

  waiting(): Waiting[] {
    return this.#ask(waitingOnes)
  }

  /** Their operation has come, or none will. */
  forgetWaiting(paths: Iterable<NotePath>): void {
    this.#ask((db) => forgetWaiting(db, paths))
  }

  /** With the texts that are kept. */
  operation(id: OperationId): Operation | undefined {
    return this.#ask((db) => readOperation(db, id))
  }

  /** The newest operation in force, apart from edits, undos and what other programs did. */
  lastUndoable(): OperationSummary | undefined {
    return this.#ask(lastUndoable)
  }

  /** Where the note is now that was at a path after an operation; undefined when it is gone. As far as the history knows. */
  placeNow(after: OperationId, path: NotePath): NotePath | undefined {
    return this.#ask((db) => placeNow(db, after, path))
  }

  /** What the history takes for present at a path: no revision when the note went; undefined when it never heard of one. */
  presentOf(path: NotePath): { readonly revision: Revision | undefined } | undefined {
    return this.#ask((db) => presentOf(db, path))
  }

  /** When the history last heard of a note, or of anything. Milliseconds since 1970; 0 for never. */
  lastHeardOf(path?: NotePath): number {
    return this.#ask((db) => lastHeardOf(db, path))
  }

  /** Every path that the history ever heard of, in order. */
  knownPaths(): NotePath[] {
    return this.#ask(knownPaths)
  }

  /** The earlier texts of a note, newest first, also those from before it was renamed, moved, or deleted and brought back. */
  versionsOf(path: NotePath, limit = 1000): Version[] {
    return this.#ask((db) => versionsOf(db, path, limit))
  }

  /** Notes that were deleted and are not there any more, newest first. */
  trash(range: { readonly limit: number }): Deleted[] {
    return this.#ask((db) => listDeleted(db, range.limit))
  }

  isDeleted(path: NotePath): boolean {
    return this.#ask((db) => isDeleted(db, path))
  }

  size(): Size {
    return this.#ask(sizeOf)
  }

  /** Other bounds, which hold from the next look on: at the latest in an hour. */
  bound(bounds: Bounds): void {
    this.#bounds = bounds
  }

  /** Lets go of what is too old or too much, oldest first. @returns how many operations went. */
  prune(): number {
    this.#prunedAt = this.#now()
    return this.#ask((db) => {
      pruneLinks(db, this.#prunedAt - this.#bounds.maxAge, this.#bounds.maxBytes)
      return prune(db, this.#bounds, this.#prunedAt)
    })
  }

  /** Damage must not keep anyone from writing notes: the question is asked again of a new history. */
  #ask<T>(question: (db: Database) => T): T {
    try {
      return question(this.#db)
    } catch (error) {
      if (!isCorruption(error)) throw error
      this.#startAnew()
      return question(this.#db)
    }
  }

  #startAnew(): string {
    this.#db.close()
    const { db, notice } = startAnew(this.#file, this.#now)
    this.#db = db
    this.#notice = notice
    this.#latest = undefined
    return notice
  }
}
