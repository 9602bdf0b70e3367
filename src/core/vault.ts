import type { NotePath, Revision } from './note.ts'

/**
 * Where the text lives: the one seam between Notly and a store (a folder of files, memory, PostgreSQL).
 * Every file of the vault is listed; those whose path ends in `.md` are notes, the rest attachments.
 */
export interface Vault {
  /**
   * Every file, once, sorted by path in the order of code units, in pieces between which others get their turn. `known`, asked in that order, lets a vault answer without reading: where the stamp that it would give now equals
   * the known one, the known revision still holds; and a file that it does not know may come without a revision, since it will be read anyway.
   * @throws {VaultError} when the vault cannot be listed whole; a partial list is never an answer.
   */
  list(known?: (path: NotePath) => Known | undefined): AsyncIterable<readonly Listed[]>
  /** @returns undefined when there is no such file. @throws {UnreadableFile} when there is and it cannot be read */
  read(path: NotePath): Promise<Source | undefined>
  /**
   * Many files as `read` gives them, in the order asked for, for much less than reading one after the other.
   * @throws {UnreadableFile} when one of them cannot be read
   */
  readMany(paths: readonly NotePath[]): Promise<readonly (Source | undefined)[]>
  /**
   * The texts of many files, to be shown: without what it takes to write one back, for half of what reading takes. What cannot be read is undefined too.
   */
  readTexts(paths: readonly NotePath[]): Promise<readonly (string | undefined)[]>
  /** The bytes of an attachment, or undefined. */
  readBytes(path: NotePath): Promise<Uint8Array | undefined>
  /**
   * All or nothing; a stale base is a conflict, never an overwrite. Acknowledged means that it survives a crash.
   * @param onProgress hears of how many edits the new texts lie ready; until all do, nothing has changed
   */
  apply(edits: readonly Edit[], onProgress?: (done: number) => void): Promise<ApplyResult>
  /**
   * What other programs wrote into a file that they had opened before another took its place, or before it was deleted: nobody would find it.
   * What is taken is not told of again, unless `use` fails. Not all kinds of vault know such a thing.
   * @param now milliseconds since 1970: what went in the half minute before is left for another time
   * @returns whether anything is left for another time
   */
  takeLate?(now: number, use: (late: Late) => Promise<void>): Promise<boolean>
  /** A hint, never relied on: the paths that may have changed, or `undefined` for "anything may have". */
  watch(onChange: (paths: readonly NotePath[] | undefined) => void): Promise<AsyncDisposable>
}

export interface Known {
  readonly revision: Revision
  readonly stamp: string
}

export interface NoteStat {
  readonly path: NotePath
  readonly revision: Revision
  /** What the vault compares to know, without reading, that a text has not changed; empty when it cannot know. */
  readonly stamp: string
  /** Milliseconds since 1970. */
  readonly modified: number
  readonly bytes: number
}

/** A file as a list has it. */
export type Listed = Omit<NoteStat, 'revision'> & { readonly revision: Revision | undefined }

export interface Source extends NoteStat {
  /** The whole text, BOM and line ends as they are. */
  readonly text: string
  /** Why this text must not be written back, as a sentence; undefined when it may be. */
  readonly readOnly: string | undefined
}

/** A text that was written too late to be seen. */
export interface Late {
  readonly path: NotePath
  /** What was in the file when it went. */
  readonly base: Revision
  readonly text: string
}

/** A change described as a value, not yet made. */
export type Edit =
  | { readonly kind: 'create'; readonly path: NotePath; readonly text: string }
  | { readonly kind: 'write'; readonly path: NotePath; readonly text: string; readonly base: Revision }
  | { readonly kind: 'delete'; readonly path: NotePath; readonly base: Revision }
  /**
   * The file of `path` becomes that of `to`, with its bytes as they are, or with a new text. All files that go (by a move or a delete) go before
   * any comes, so chains, exchanges and changes of a name's spelling are moves like others.
   */
  | {
      readonly kind: 'move'
      readonly path: NotePath
      readonly to: NotePath
      readonly text: string | undefined
      readonly base: Revision
    }

export type ApplyResult =
  | { readonly ok: true; readonly revisions: ReadonlyMap<NotePath, Revision> }
  | { readonly ok: false; readonly conflicts: readonly Conflict[] }

export type Conflict =
  /** The text is no longer the one that the edit was made from; `current` is undefined when it is gone. */
  | { readonly kind: 'stale'; readonly path: NotePath; readonly current: Source | undefined }
  /** `existing` has that path, or one that differs only in case or Unicode form. */
  | { readonly kind: 'exists'; readonly path: NotePath; readonly existing: NotePath }
  /** The store will not take it: a sentence says why and what to do. */
  | { readonly kind: 'refused'; readonly path: NotePath; readonly message: string }

/** The vault as a whole cannot be used; the message is a sentence for the user that says what to do. */
export class VaultError extends Error {
  override name = 'VaultError'
}

/** One file is there and cannot be read, such as for lack of permission. All others can. */
export class UnreadableFile extends VaultError {
  override name = 'UnreadableFile'
}
