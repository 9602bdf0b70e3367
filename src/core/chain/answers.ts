/** What is answered about chains, decisions and the graph, in the shape in which every face passes it on; see `core/answers.ts`. */
import type { TaskAnswer } from '../answers.ts'
import type { Way } from './steps.ts'

/** A note as it stands in a chain. */
export interface ChainNote {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  /** The property `status`, as written. */
  readonly status: string | null
  /** Frontmatter date if there is one, else the time of the last change. */
  readonly date: string
  readonly tasks: { readonly open: number; readonly done: number }
}

/** The link by which two notes of a chain hang together. */
export interface WhyAnswer {
  /** The note that it stands in, and the offset there in UTF-16 units. */
  readonly source: string
  readonly offset: number
  /** As written; null for a plain link. */
  readonly relation: string | null
  readonly reason: string | null
  /** Between the title of the note before and that of this one: `depends on`, `is needed by`, `mentions`. */
  readonly said: string
  /** The sentence around the link, and where the link stands in it. */
  readonly context: string
  readonly contextFrom: number
  readonly contextTo: number
}

export interface ChainBranch {
  readonly note: ChainNote
  readonly why: WhyAnswer
  /** `above` and `below`: the note stands there with what comes after it. `cycle`: it is one of those that led here. */
  readonly met: 'first' | 'above' | 'below' | 'cycle'
  readonly next: readonly ChainBranch[]
  /** How many notes come next and are not in `next`. */
  readonly more: number
}

export interface ChainAnswer {
  readonly note: ChainNote
  readonly way: Way
  readonly next: readonly ChainBranch[]
  readonly more: number
}

/** One step of the best single chain. */
export interface LineStep {
  readonly note: ChainNote
  readonly why: WhyAnswer
}

export interface PathAnswer {
  readonly isShortest: boolean
  readonly isBestReasoned: boolean
  /** Each with the note that it leads to. */
  readonly steps: readonly LineStep[]
}

/** How two notes hang together; no paths when they do not. */
export interface PathsAnswer {
  readonly from: ChainNote
  readonly to: ChainNote
  readonly paths: readonly PathAnswer[]
}

/** A note that follows from another, with the link that leads to it and the number of steps. */
export interface FollowerAnswer {
  readonly note: ChainNote
  readonly why: WhyAnswer
  readonly distance: number
}

/** What came of a note, for a decision above all. */
export interface OutcomeAnswer {
  readonly note: ChainNote
  readonly supersedes: readonly ChainNote[]
  readonly supersededBy: readonly ChainNote[]
  /** What rests on it, by kind: tasks, projects, decisions, ideas, what is known, the rest. */
  readonly groups: readonly { readonly kind: string | null; readonly notes: readonly FollowerAnswer[] }[]
  /** Notes that only mention it. */
  readonly mentions: readonly FollowerAnswer[]
  /** The tasks in the notes of the groups: counted, and the open ones and then the done ones listed, as far as a reader goes. */
  readonly open: number
  readonly done: number
  readonly tasks: readonly TaskAnswer[]
}

/** A decision as it stands in the timeline. */
export interface DecisionAnswer extends ChainNote {
  readonly supersededBy: readonly { readonly path: string; readonly title: string }[]
  /** Notes that rest on it, at most `MOST`, and the tasks in them; notes that only mention it. */
  readonly follow: number
  readonly open: number
  readonly done: number
  readonly mentions: number
}

export interface DecisionsAnswer {
  /** Newest first. */
  readonly decisions: readonly DecisionAnswer[]
  /** How many are as was asked, listed or not. */
  readonly found: number
  /** How many there are of each status, whatever was asked for; null for none. */
  readonly statuses: readonly { readonly status: string | null; readonly decisions: number }[]
}

/** A hub over time. */
export interface HubTrendAnswer {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  readonly backlinks: number
  /** Distinct notes that link here. */
  readonly sources: number
  /** Of them, those dated in each of the last twelve periods, the current one last. */
  readonly trend: readonly number[]
}

/** A note without which others would fall apart. */
export interface CutAnswer {
  readonly path: string
  readonly title: string
  readonly kind: string | null
  /** How many notes each group would have, the largest first. */
  readonly groups: readonly number[]
}

/** A sentence that waits for a note to be written. */
export interface WaitingAnswer {
  readonly source: string
  readonly title: string
  readonly kind: string | null
  readonly offset: number
  readonly context: string
  readonly contextFrom: number
  readonly contextTo: number
}

/** The notes and links of a picture, as columns, because there may be many. */
export interface GraphAnswer {
  readonly notes: {
    readonly path: readonly string[]
    readonly title: readonly string[]
    readonly kind: readonly (string | null)[]
    /** Days, as `2026-03-29`. */
    readonly day: readonly string[]
    /** Distinct notes that link here. */
    readonly sources: readonly number[]
    /** Steps from the note that was asked about; 0 everywhere when none was. */
    readonly distance: readonly number[]
    readonly tags: readonly (readonly string[])[]
  }
  /** Which relation a link may have; null for none. */
  readonly relations: readonly (string | null)[]
  /** From, to and relation of each pair of linked notes, as numbers into the columns. */
  readonly links: readonly number[]
  /** At least so many notes are left out, those that fewest notes link to. */
  readonly more: number
}

/** Where the notes of a picture were left, so that the map stays the one that was learnt, in every browser. */
export interface MapAnswer {
  readonly path: readonly string[]
  /** x and y of each note, in turn: whole numbers, up is more. */
  readonly places: readonly number[]
  /** How many links the picture had then. */
  readonly links: number
}

export interface MapRequest extends MapAnswer {
  /** The note that the picture is around; null for the whole vault. */
  readonly around: string | null
}
