/** What a day begins with, in the shape in which every face passes it on; see `core/answers.ts`. */
import type { NoteSummary } from '../answers.ts'

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
