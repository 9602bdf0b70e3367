/**
 * What the workspace answers, in the shape in which every face passes it on. Field names are the contract of `--json` and of HTTP:
 * stable, camelCase. Dates are ISO 8601. Paths are vault-relative.
 */
import type { LinkForm } from './note.ts'
import type { PropertyType } from './properties/types.ts'
import type { PlaceToLink } from './suggest/answers.ts'

export type * from './suggest/answers.ts'

/** Line and column from 1, offset from 0, all in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

export interface IndexSummary {
  readonly notes: number
  readonly links: number
  readonly resolved: number
  readonly unresolved: number
  readonly ambiguous: number
  readonly tags: number
  readonly bytes: number
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly milliseconds: number
}

/** A note as it stands in a list. */
export interface NoteSummary {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  /** Frontmatter date if there is one, else the time of the last change. */
  readonly date: string
  readonly modified: string
}

/** A note without a link either way. */
export interface IslandSummary extends NoteSummary {
  /** Somebody said that it is fine as it is. */
  readonly fine: boolean
}

export interface LinkAnswer {
  readonly source: string
  readonly position: Position
  /** End of the link, offset in UTF-16 units. */
  readonly end: number
  readonly form: LinkForm
  readonly target: string
  readonly fragment: string | null
  readonly text: string | null
  readonly relation: string | null
  readonly reason: string | null
  readonly context: string
  /** Path of the note that the link means; the source itself for `[[#Heading]]`; null when unresolved. */
  readonly resolved: string | null
  /** Title and kind of the note that the link means. */
  readonly title: string | null
  readonly kind: string | null
  readonly ambiguous: boolean
}

export interface BacklinkAnswer {
  readonly source: string
  readonly title: string
  readonly kind: string | null
  readonly date: string
  readonly position: Position
  readonly form: LinkForm
  readonly relation: string | null
  /** How the relation reads from the target: `built on by`. */
  readonly inverse: string | null
  readonly reason: string | null
  /** The sentence around the link, as written. */
  readonly context: string
  /** Where the link stands in `context`. */
  readonly contextFrom: number
  readonly contextTo: number
  readonly modified: string
  readonly ambiguous: boolean
}

export interface SearchAnswer {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  readonly score: number
  /** Plain text; `marks` are the ranges of the words that were found. */
  readonly snippet: string
  readonly marks: readonly (readonly [number, number])[]
  readonly via: 'text' | 'title' | 'tag' | 'link'
  /** The hit that it is linked with when `via` is `link`; else the note that the snippet is from, where that is another one. */
  readonly from: string | null
  /** When `via` is `link`: whether it links to `from` or is linked from it. */
  readonly leads: 'to' | 'from' | null
  /** Words that were asked for and that it has not. */
  readonly missing: readonly string[]
  /** Offset of what was found, to open the note at; null where that is nowhere in its text. */
  readonly at: number | null
}

/** A search that somebody keeps at hand. */
export interface SavedSearchAnswer {
  readonly q: string
  /** What it is called; its own words where it has no name. */
  readonly name?: string | undefined
}

/** A row of the picker and of the quick switcher. */
export interface NameAnswer {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  /** The name that was matched: title, alias or stem. */
  readonly name: string
  /** What to write between the brackets so that the link means this note from the asking note. */
  readonly target: string
  /** Indexes in `name` of the characters that matched. */
  readonly matched: readonly number[]
  /** Whether it is plainly what was typed: it has those words, or the typed letters begin its words in order. */
  readonly plain: boolean
  /** Whether it is nearly what was typed, though not all of it: `Pricing tiers` for `pricing teirs`. */
  readonly alike: boolean
}

/** What a link in an unsaved text means now. */
export interface ResolveAnswer {
  readonly path: string | null
  readonly title: string | null
  readonly kind: string | null
  readonly ambiguous: boolean
  /** For a bare mention, where it ends; else the end that was asked. */
  readonly to: number
}

export interface HubAnswer {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  readonly backlinks: number
  /** Distinct notes that link here. */
  readonly sources: number
}

export interface UnresolvedAnswer {
  readonly target: string
  readonly links: number
  readonly sources: readonly string[]
}

export interface TagAnswer {
  readonly tag: string
  readonly notes: number
}

/** A folder in the tree of folders. */
export interface FolderNode {
  readonly path: string
  /** Notes in the folder itself. */
  readonly notes: number
  /** Notes in it or below it. */
  readonly all: number
}

/** A tag in the tree of tags; also one that only those below it make, such as `client` of `client/acme`. */
export interface TagNode {
  readonly tag: string
  /** Notes that have it itself. */
  readonly notes: number
  /** Notes that have it or one below it. */
  readonly all: number
}

/** A property that notes have. */
export interface PropertyAnswer {
  /** As most of them spell it. */
  readonly key: string
  readonly type: PropertyType
  readonly notes: number
}

/** A value of a property. */
export interface ValueAnswer {
  readonly value: string
  readonly notes: number
}

/** A kind that notes have; the empty string for those without one. */
export interface KindAnswer {
  readonly kind: string
  readonly notes: number
}

/** Which notes of a kind are asked for, and in which order. */
export interface KindQuery {
  /** The empty string for notes without one. */
  readonly kind: string
  /** `title`, `date`, `status`, `backlinks`, or the key of a property; with `-` before it the other way round. */
  readonly sort?: string | undefined
  /** Words of titles. */
  readonly find?: string | undefined
  /** The empty string for notes without one. */
  readonly status?: string | undefined
  readonly limit: number
}

/** The notes of a kind, as a table. */
export interface KindNotesAnswer {
  /** How many notes it would have without an end. */
  readonly notes: number
  readonly statuses: readonly { readonly status: string | null; readonly notes: number }[]
  /** What notes of the kind say of themselves besides their date and status, the most used first. */
  readonly columns: readonly Omit<PropertyAnswer, 'notes'>[]
  readonly rows: readonly KindRow[]
}

export interface KindRow extends NoteSummary {
  /** In lower case. */
  readonly status: string | null
  readonly backlinks: number
  /** For each column the values that the note has. */
  readonly values: readonly (readonly string[])[]
}

export interface TaskAnswer {
  readonly path: string
  readonly line: number
  readonly text: string
  readonly done: boolean
  readonly due: string | null
  readonly tags: readonly string[]
}

export type ProblemKind = 'unresolved' | 'ambiguous' | 'fragment' | 'duplicate' | 'frontmatter' | 'unread'

export interface ProblemAnswer {
  readonly path: string
  readonly position: Position
  readonly problem: ProblemKind
  /** One sentence. */
  readonly message: string
  /** The other notes concerned: candidates, or those of the same name. */
  readonly related: readonly string[]
}

export interface FolderAnswer {
  readonly folder: string
  /** Direct subfolders, with the number of notes at or below each. */
  readonly folders: readonly { readonly path: string; readonly name: string; readonly notes: number }[]
  readonly notes: readonly NoteSummary[]
}

export interface HeadingAnswer {
  readonly level: number
  readonly text: string
  readonly offset: number
}

/** A passage of a note for a preview: the whole note, or the section or block that a fragment names. */
export interface PassageAnswer extends NoteSummary {
  readonly text: string
  /** Offset of `text` in the note. */
  readonly offset: number
  /** False when a fragment was asked for that the note does not have. */
  readonly found: boolean
}

export interface VaultAnswer {
  readonly name: string
  readonly folder: string
  readonly notes: number
  readonly version: number
}

/** A note opened for reading and editing. */
export interface NoteAnswer extends NoteSummary {
  readonly text: string
  readonly revision: string
  readonly readOnly: string | null
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
}

export type SaveAnswer =
  | {
      readonly saved: true
      readonly path: string
      readonly revision: string
      /** Offset in a new note's text at which its template wants the writer to go on. */
      readonly cursor?: number | undefined
    }
  | {
      readonly saved: false
      readonly reason: 'conflict'
      readonly text: string | null
      readonly revision: string | null
    }
  | { readonly saved: false; readonly reason: 'exists'; readonly existing: string }
  | { readonly saved: false; readonly reason: 'refused'; readonly message: string }

/** Paths whose index rows changed by one sync. */
export interface ChangeEvent {
  /** Grows by one with each change, from 1 in each run of the server. */
  readonly version: number
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** Another program renamed a note or a folder, and links still say the old name: an offer, nothing was done. */
export interface RenamedEvent {
  readonly from: string
  readonly to: string
  /** How many links would follow. */
  readonly links: number
}

/** The vault cannot be followed just now, such as when its disk is pulled out: a sentence for the user; null when it can again. */
export interface TroubleEvent {
  readonly sentence: string | null
}

export interface ProgressEvent {
  readonly done: number
  readonly total: number
  /** Notes are being read into the index, which can be stopped; the rate is notes a second. */
  readonly reading?: { readonly rate: number; readonly stopped: boolean }
}

/** What an operation on many notes would do, before it does it. */
export interface PlanAnswer {
  /** What it does: `Rename Acme to Acme Ltd`. */
  readonly label: string
  /** Links (or tags) that change, and the notes that hold them. */
  readonly links: number
  readonly notes: number
  readonly changes: readonly PlannedChange[]
  /** Of a tag that gets another's name, how many notes have that already: the two become one. */
  readonly merged?: number
  /** Notes that stay as they are, and a sentence why. */
  readonly leftAlone?: readonly { readonly path: string; readonly why: string }[]
}

export interface PlannedChange {
  readonly path: string
  /** Where the note will be; null when it goes. */
  readonly to: string | null
  /** The change of its text as a unified diff that `git apply` accepts. */
  readonly patch: string
}

export type RefactorAnswer =
  | {
      readonly done: true
      readonly path: string
      readonly links: number
      readonly notes: number
      readonly operation: number
    }
  | { readonly done: false; readonly message: string; readonly paths: readonly string[] }

/** What is to become of each of some notes. Tags are without `#`. */
export type NotesChange =
  | { readonly kind: 'add-tag'; readonly tag: string }
  | { readonly kind: 'remove-tag'; readonly tag: string }
  /** An item of a list is set as the list's only one; several are separated by commas. */
  | { readonly kind: 'set'; readonly key: string; readonly value: string }
  | { readonly kind: 'remove'; readonly key: string }
  /** The empty string is the top folder. */
  | { readonly kind: 'move'; readonly to: string }
  | { readonly kind: 'delete' }

/** An operation on many notes, as a face asks for it. */
export type RefactorRequest =
  | {
      readonly kind: 'rename'
      readonly path: string
      readonly title: string
      /** The old title becomes an alias. */
      readonly keepAlias?: boolean
      /** A first heading that is the title follows even where it is not the file's name. */
      readonly retitle?: boolean
    }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  /** The folder's whole new path, which must be free. */
  | { readonly kind: 'move-folder'; readonly path: string; readonly to: string }
  | { readonly kind: 'merge'; readonly path: string; readonly into: string }
  | { readonly kind: 'rename-heading'; readonly path: string; readonly heading: string; readonly words: string }
  | { readonly kind: 'rename-tag'; readonly from: string; readonly to: string }
  /** Words take the place of others in texts; of the notes that the search `within` finds, or of all. */
  | {
      readonly kind: 'replace'
      readonly from: string
      readonly to: string
      readonly within?: string
      /** Whether only words in the same case are meant. */
      readonly matchCase?: boolean
    }
  /** Both ids with or without `^`. */
  | { readonly kind: 'rename-block'; readonly path: string; readonly block: string; readonly name: string }
  /** A reference's or a footnote's label, with or without its brackets. */
  | { readonly kind: 'rename-label'; readonly path: string; readonly label: string; readonly name: string }
  | {
      readonly kind: 'extract'
      readonly path: string
      readonly from: number
      readonly to: number
      readonly title: string
    }
  /** Plain words become links to notes. */
  | { readonly kind: 'link'; readonly places: readonly PlaceToLink[] }
  /** The same for each of some notes; what cannot be changed stays, and the plan says why. */
  | { readonly kind: 'change'; readonly paths: readonly string[]; readonly change: NotesChange }
  /** A new note of a phrase, and every place that says it becomes a link to it. */
  | { readonly kind: 'name'; readonly phrase: string; readonly title?: string; readonly folder?: string }

/** An operation in the history. */
export interface OperationAnswer {
  readonly id: number
  readonly at: string
  readonly kind: string
  readonly label: string
  readonly notes: number
  readonly undone: boolean
  /** The notes that it changed, by their paths after it (or before it, where it took them away); the first few. */
  readonly paths: readonly string[]
}

/** An earlier text of a note; `at`, `kind` and `label` are of what replaced it. */
export interface VersionAnswer {
  readonly revision: string
  readonly at: string
  readonly kind: string
  readonly label: string
  readonly bytes: number
  /** Where the note was then. */
  readonly path: string
}

export interface HistoryAnswer {
  readonly path: string
  readonly revision: string
  readonly text: string
}

/** A note that was deleted and is not there any more. */
export interface TrashAnswer {
  readonly path: string
  readonly title: string
  readonly deleted: string
  readonly bytes: number
  readonly revision: string
}

/** What the user chose for a vault. */
export interface Settings {
  /** How much of what was replaced is kept. */
  readonly history: {
    readonly maxBytes: number
    readonly maxDays: number
  }
}

export interface SettingsAnswer extends Settings {
  /** What is kept now. */
  readonly kept: {
    readonly bytes: number
    readonly operations: number
    readonly texts: number
    /** When the oldest operation was; null when there is none. */
    readonly oldest: string | null
  }
}

export interface UndoAnswer {
  readonly label: string
  readonly kind: string
  /** How many notes went back. */
  readonly notes: number
  /** Notes that stay as they are, wholly or in part, and a sentence why. */
  readonly leftAlone: readonly { readonly path: string; readonly why: string }[]
  /** A note that is back where it was. */
  readonly path: string | null
  /** Where notes went by it. */
  readonly moves: readonly MoveAnswer[]
}

/** A note that is at another path now. */
export interface MoveAnswer {
  readonly from: string
  readonly to: string
}
