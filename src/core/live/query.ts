import type { Query } from '../query/tree.ts'

/**
 * A search whose result stands in a note, on one running example:
 *
 *     kind:decision -in:archive
 *     sort due, title
 *     group by status
 *     as table: due, tags
 *     limit 20
 *
 * Lines that begin with `sort`, `group by`, `as` or `limit` say how the result is shown, each once; all others are the search.
 */
export interface LiveQuery {
  readonly search: Query
  readonly as: LiveForm
  /** Shown of each note besides its title. */
  readonly columns: readonly Field[]
  /** The best hits first, or the latest notes, when empty. */
  readonly sort: readonly Order[]
  readonly groupBy: Field | undefined
  readonly limit: number
  /** Which tasks; of no meaning for notes. */
  readonly tasks: TaskState
}

export const FORMS = ['list', 'table', 'tasks'] as const
export type LiveForm = (typeof FORMS)[number]
export const TASK_STATES = ['open', 'done', 'all'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** What a note says of itself: one of `FIELDS`, or the key of a property, folded and with `-` for spaces. */
export interface Field {
  readonly key: string
  /** As typed. */
  readonly name: string
}

/** Every note has these; any other field is a property. */
export const FIELDS = [
  'title',
  'kind',
  'status',
  'tags',
  'folder',
  'created',
  'modified',
  'due',
  'tasks',
  'links',
] as const
/** Every task has these too; others are those of its note. */
export const TASK_FIELDS = ['due', 'priority', 'completed', 'text', 'note', 'tags'] as const

export interface Order {
  readonly field: Field
  readonly isDown: boolean
}

/** Why there is no result, in one sentence, and a text of the block that would have one. */
export interface LiveProblem {
  readonly message: string
  readonly proposal: string | undefined
}

/** Longer blocks are refused. UTF-16 units. */
export const LONGEST_BLOCK = 2000
/** Rows that are shown when nothing is said, and at most. */
export const ROWS = { usual: 50, most: 200 }
