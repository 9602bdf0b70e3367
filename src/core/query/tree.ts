import type { Range } from '../note.ts'

/**
 * What somebody looks for, on one running example:
 *
 *     pricing OR "small teams" -draft tag:research due:<2026-04-01 churn
 *
 * is `all` of: `any` of the word `pricing` and the phrase `small teams`; `not` the word `draft`; two filters; and the word `churn`, which
 * may go on since nothing stands after it. `OR` binds closer than what stands side by side, so that a filter added at the end holds for
 * all that was typed. Ranges are UTF-16 offsets in what was typed.
 */
export interface Query {
  readonly text: string
  /** Undefined when nothing is asked. */
  readonly root: QueryNode | undefined
}

export type QueryNode =
  | (Range & { readonly kind: 'all' | 'any'; readonly parts: readonly QueryNode[] })
  | (Range & { readonly kind: 'not'; readonly part: QueryNode })
  | Wanted
  | Filter

/** A word, or words that stand side by side. */
export interface Wanted extends Range {
  readonly kind: 'words'
  readonly text: string
  readonly isPhrase: boolean
  /** Still being typed: it may be the beginning of a longer word. */
  readonly isBegun: boolean
}

export type DateField = 'due' | 'created' | 'modified'
export type Compare = '=' | '<' | '<=' | '>' | '>='

/** A condition on a note. Words of values are as typed. */
export type Filter = Range &
  (
    | { readonly kind: 'tag' | 'kind' | 'status' | 'folder' | 'title' | 'relation'; readonly value: string }
    | { readonly kind: 'links' | 'linked-from'; readonly value: string }
    | { readonly kind: 'has'; readonly value: Had }
    | { readonly kind: 'is'; readonly value: Being }
    | { readonly kind: 'date'; readonly field: DateField; readonly compare: Compare; readonly value: string }
    | { readonly kind: 'property'; readonly key: string; readonly value: string }
  )

/** What a note can be asked to have. */
export const HAD = ['task', 'open-task', 'tag', 'link', 'date', 'due'] as const
export type Had = (typeof HAD)[number]

/** What a note can be asked to be. */
export const BEING = ['island'] as const
export type Being = (typeof BEING)[number]

/** Why a search cannot be carried out, and what to type instead. */
export interface QueryProblem extends Range {
  /** One sentence. */
  readonly message: string
  /** The whole search put right; undefined when nobody can know how. */
  readonly proposal: string | undefined
}

export function isFilter(node: QueryNode): node is Filter {
  return !(node.kind === 'all' || node.kind === 'any' || node.kind === 'not' || node.kind === 'words')
}

/** Words that a note is looked for by, in order; those that are not wanted left out. */
export function wantedIn(node: QueryNode | undefined): Wanted[] {
  if (node === undefined || node.kind === 'not') return []
  if (node.kind === 'words') return [node]
  return node.kind === 'all' || node.kind === 'any' ? node.parts.flatMap(wantedIn) : []
}

/** All filters, also those that are negated. */
export function filtersIn(node: QueryNode | undefined): Filter[] {
  if (node === undefined) return []
  if (node.kind === 'not') return filtersIn(node.part)
  if (node.kind === 'words') return []
  return isFilter(node) ? [node] : node.parts.flatMap(filtersIn)
}

/** Filters that a note has to pass, or some of which it has to. */
export function filtersAsked(node: QueryNode | undefined): Filter[] {
  if (node === undefined || node.kind === 'not' || node.kind === 'words') return []
  return isFilter(node) ? [node] : node.parts.flatMap(filtersAsked)
}
