/** What a live query finds, in the shape in which every face passes it on; see `core/answers.ts`. */
import type { NoteSummary } from '../answers.ts'
import type { TaskItem } from '../tasks/answers.ts'

/** A note in a result. */
export interface LiveNote extends NoteSummary {
  /** For each column its values, as written; dates as ISO dates. */
  readonly cells: readonly (readonly string[])[]
}

/** Part of a result; the only one where it is not grouped. */
export interface LiveGroup {
  /** What its notes or tasks have in common, as first written; null for those that have no such thing, and without groups. */
  readonly title: string | null
  readonly notes: readonly LiveNote[]
  readonly tasks: readonly TaskItem[]
}

export interface LiveAnswer {
  readonly as: 'list' | 'table' | 'tasks'
  /** Keys of the columns, and what they were called. */
  readonly columns: readonly { readonly key: string; readonly name: string }[]
  /** The key of what it is grouped by. */
  readonly groupBy: string | null
  /** How many there are; the groups have the first of them. */
  readonly count: number
  readonly shown: number
  readonly groups: readonly LiveGroup[]
}

export interface LiveRequest {
  /** What stands between the fences. */
  readonly source: string
  /** The note that it stands in, which is not part of its own result. */
  readonly path: string
  /** The day where the reader is, as an ISO date. */
  readonly today: string
}
