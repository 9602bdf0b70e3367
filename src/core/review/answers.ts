/** What a look back answers, in the shape in which every face passes it on; see `core/answers.ts`. */
import type { MentionAnswer, NoteSummary, UnresolvedAnswer } from '../answers.ts'

/** A link that was made or taken away. */
export interface LinkChange {
  readonly source: string
  readonly title: string
  readonly target: string
  /** Path of the note that it means now; null when none does. */
  readonly resolved: string | null
  /** ISO day: of the last change of the note that holds it, or the note's own. */
  readonly day: string
}

/** A note that others link to, with how many distinct notes of the period do, of the one before, and ever. */
export interface ReviewHub {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  readonly now: number
  readonly before: number
  readonly ever: number
}

export interface WaitingDecision extends NoteSummary {
  readonly status: string | null
}

/** A note that was begun and that nobody came back to. */
export interface UnfinishedNote extends NoteSummary {
  /** In words: `2 open tasks`, `nothing has linked to it since`. */
  readonly why: string
}

/** What happened in a period, and what waits at its end. Lists end where nobody reads on; counts are whole. */
export interface ReviewAnswer {
  /** First and last day, ISO. */
  readonly since: string
  readonly until: string
  readonly written: { readonly count: number; readonly notes: readonly NoteSummary[] }
  /** Older notes that were changed. */
  readonly changed: { readonly count: number; readonly notes: readonly NoteSummary[] }
  readonly made: { readonly count: number; readonly links: readonly LinkChange[] }
  readonly removed: { readonly count: number; readonly links: readonly LinkChange[] }
  /** The most linked in the period, the most linked ever, and those that gained and lost most against the period before. */
  readonly hubs: readonly ReviewHub[]
  readonly ever: readonly ReviewHub[]
  readonly rose: readonly ReviewHub[]
  readonly fell: readonly ReviewHub[]
  /** Names of other notes in plain words of what was written. */
  readonly connect: readonly MentionAnswer[]
  /** Names that several notes wait for. */
  readonly waiting: readonly UnresolvedAnswer[]
  readonly decisions: readonly WaitingDecision[]
  readonly unfinished: readonly UnfinishedNote[]
}
