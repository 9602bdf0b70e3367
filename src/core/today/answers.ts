/** What a day begins with, in the shape in which every face passes it on; see `core/answers.ts`. */
import type { NoteSummary } from '../answers.ts'
import type { LinkChange } from '../review/answers.ts'
import type { TaskItem } from '../tasks/answers.ts'

/** What was written on a day that today brings to mind. */
export interface EarlierDay {
  /** ISO date. */
  readonly day: string
  /** In words: `One week ago`, `3 years ago`. */
  readonly said: string
  /** How many notes there are of that day; `notes` are the first of them. */
  readonly count: number
  readonly notes: readonly NoteSummary[]
}

/** A note that nobody came back to, and why it is worth seeing again. */
export interface ForgottenNote extends NoteSummary {
  readonly why: string
}

export interface TodayAnswer {
  /** ISO date. */
  readonly today: string
  /** Path of that day's note, whether it is there yet or not. */
  readonly note: string
  /** The latest first; days on which nothing was written are left out. */
  readonly before: readonly EarlierDay[]
  /** The same note for the whole day, as long as the notes stay as they are. */
  readonly forgotten: ForgottenNote | null
}

/** A thought for the end of today's note. */
export interface CaptureRequest {
  readonly text: string
}

/** A note that somebody looks at. */
export interface OpenedRequest {
  readonly path: string
}

/** A day on which notes were written. */
export interface DayCount {
  /** ISO date. */
  readonly day: string
  readonly notes: number
}

export interface CalendarAnswer {
  /** `2026-03`. */
  readonly month: string
  /** In order; days without notes are left out. */
  readonly days: readonly DayCount[]
}

/** What was written and linked on a day. Lists have the first of what `count` counts. */
export interface DayAnswer {
  /** ISO date. */
  readonly day: string
  /** The day's own note, and whether it is there yet. */
  readonly note: { readonly path: string; readonly isThere: boolean }
  /** Notes that are of the day. */
  readonly written: { readonly count: number; readonly notes: readonly NoteSummary[] }
  /** Notes of other days whose last change was on it. */
  readonly changed: { readonly count: number; readonly notes: readonly NoteSummary[] }
  readonly made: { readonly count: number; readonly links: readonly LinkChange[] }
  readonly removed: { readonly count: number; readonly links: readonly LinkChange[] }
  /** Open tasks that are due on it. */
  readonly due: readonly TaskItem[]
  /** The nearest days before and after on which anything was written; null when there is none. */
  readonly before: string | null
  readonly after: string | null
}
