import type { TaskAnswer } from '../answers.ts'

/** A task as it stands in a list of tasks from many notes. */
export interface TaskItem extends TaskAnswer {
  /** Title and kind of its note. */
  readonly title: string
  readonly kind: string | null
  /** Offset of the character in its box; null for a note that is itself a task. */
  readonly box: number | null
  /** ISO date on which it was done, where that is written. */
  readonly completed: string | null
  /** highest, high, medium, low, lowest. */
  readonly priority: string | null
}

export type TaskGrouping = 'due' | 'project' | 'tag' | 'note'

/** `overdue`, `today`, `upcoming`, `none` or `done`; the path of a project or a note; a tag. */
export interface TaskGroup {
  readonly key: string
  /** Title of the project or note, the tag as first written, the key of a group by due date. */
  readonly title: string
  /** Path of the project or note. */
  readonly path: string | null
  readonly kind: string | null
  /** How many tasks there are in it; `tasks` are the first of them. */
  readonly count: number
  readonly tasks: readonly TaskItem[]
}

export interface TasksAnswer {
  readonly open: number
  readonly done: number
  readonly groups: readonly TaskGroup[]
  /** How many more groups there are. */
  readonly more: number
}

/** Which tasks: all that are given must hold. */
export interface TaskFilter {
  readonly done?: boolean
  /** Due on this ISO date or later, or on or before one. */
  readonly from?: string
  readonly to?: string
  /** With or without a due date. */
  readonly isDue?: boolean
  /** This tag, or one below it, without `#`. */
  readonly tag?: string
  /** In these notes. */
  readonly paths?: readonly string[]
}

/** A task as it was seen, to be found again in a text that may have changed since. */
export interface CheckRequest {
  readonly path: string
  readonly line: number
  readonly text: string
  /** What it shall be. */
  readonly done: boolean
  /** The day where the reader is, as an ISO date. */
  readonly today: string
}
