import type { NotePath, Revision } from '../core/note.ts'

/**
 * The history on one running example: at 10:00 `Acme.md` was renamed to `Acme Ltd.md`, and `Fees.md`, which links to it, was rewritten.
 *
 *     operation 7   at 10:00   rename   "Rename Acme to Acme Ltd"
 *       change      Acme.md (r1) → Acme Ltd.md (r2)
 *       change      Fees.md (r3) → Fees.md (r4)
 *     texts         r1, r2, r3, r4: each kept once, whoever refers to it
 *
 * Times are milliseconds since 1970. Sizes are bytes of UTF-8, not compressed.
 */
export interface Operation extends OperationSummary {
  readonly changes: readonly Change[]
}

/** Grows with each operation and is never given twice. */
export type OperationId = number & { readonly [operationId]: true }
declare const operationId: unique symbol

export type OperationKind =
  | 'edit'
  | 'create'
  | 'delete'
  | 'rename'
  | 'move'
  | 'merge'
  | 'rename-heading'
  | 'rename-tag'
  | 'rename-block'
  | 'rename-label'
  | 'extract'
  | 'replace'
  | 'change'
  | 'link'
  | 'name'
  /** What another program did, seen afterwards. */
  | 'outside'
  | 'undo'
  | 'restore'

export interface OperationSummary {
  readonly id: OperationId
  /** When it began: later edits may have been folded into it. */
  readonly at: number
  readonly kind: OperationKind
  readonly label: string
  /** How many notes it changed. */
  readonly notes: number
  /** Some of them, by their paths after it, or before it where it took them away. */
  readonly paths: readonly NotePath[]
  /** The operation that took this one back, if one did and was not itself taken back. */
  readonly undoneBy: OperationId | undefined
}

/** One note before and after; a side is undefined where there was no note. At least one side is there. */
export interface Change {
  readonly before: Kept | undefined
  readonly after: Kept | undefined
}

export interface Side {
  readonly path: NotePath
  readonly revision: Revision
}

export interface Kept extends Side {
  /** Undefined when the text was never given, or has been dropped. */
  readonly text: string | undefined
}

/** An operation that was done, to be remembered. */
export interface Recording {
  readonly kind: OperationKind
  /** What it did, in the words of the list: `Rename Acme to Acme Ltd`. */
  readonly label: string
  readonly changes: readonly GivenChange[]
  /** The operation that this one takes back. */
  readonly undoes?: OperationId | undefined
}

export interface GivenChange {
  readonly before?: GivenSide | undefined
  readonly after?: GivenSide | undefined
  /** When another program made it, if that is known and not when it was seen. Milliseconds since 1970. */
  readonly at?: number | undefined
  /** Those of the text before, where that is not kept. */
  readonly links?: readonly KeptLink[] | undefined
}

/** What a link of a note means: a note, or a name that none has. */
export interface KeptLink {
  readonly target: NotePath | undefined
  /** The note's title when the link was seen, else as written. */
  readonly name: string
}

/** A link that was made or removed, and when. Paths are those of now. */
export interface KeptLinkChange extends KeptLink {
  readonly source: NotePath
  /** Milliseconds since 1970. */
  readonly at: number
  readonly isMade: boolean
}

export interface GivenSide extends Side {
  /** To be kept; leave it out where it is kept already or not known. */
  readonly text?: string | undefined
}

/** An earlier text of a note. `at`, `kind` and `label` are of the operation that replaced it. */
export interface Version extends Side {
  readonly at: number
  readonly kind: OperationKind
  readonly label: string
  readonly bytes: number
  /** When the text came to be; undefined when that was before the history began. */
  readonly since: number | undefined
}

/** A note that was deleted and is not there any more. */
export interface Deleted extends Side {
  /** `clients/Acme.md` → `Acme`. */
  readonly stem: string
  readonly at: number
  readonly bytes: number
}

export interface Size {
  /** What the file holds, without pages that are free. */
  readonly bytes: number
  readonly operations: number
  readonly texts: number
  /** When the oldest operation was; undefined when there is none. */
  readonly oldest: number | undefined
}
