/** The dates and the priority of a task as they stand in its line: as emoji, or as fields in brackets. */

import { DATE_KEYS, DATE_SIGNS, PRIORITY_SIGNS, SIGNED_DATE } from './sign-words.ts'

export type SignKind = 'due' | 'scheduled' | 'start' | 'completed' | 'cancelled' | 'created' | 'repeats' | Priority
type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest'

export interface TaskSign {
  readonly kind: SignKind
  readonly from: number
  readonly to: number
  /** ISO date; undefined for a priority. */
  readonly date: string | undefined
}

const EMOJI: Readonly<Record<string, SignKind>> = { ...DATE_SIGNS, ...PRIORITY_SIGNS, '🔁': 'repeats' }
const KEYS: Readonly<Record<string, SignKind>> = { ...DATE_KEYS, done: 'completed' }

const UNDATED = /(🔁|🔺|⏫|🔼|🔽|⏬)\ufe0f?/gu
const DATE_FIELD = /[[(](due|scheduled|start|completion|completed)::\s*(\d{4}-\d{2}-\d{2})\s*[\])]/giu
/** As TaskPaper writes it, and as people do; elsewhere than in a task these are words like any others. */
const PAPER_DATE = /(?<![\p{L}\p{N}_])@(due|done)\((\d{4}-\d{2}-\d{2})\)/giu
const WORDED_DATE = /(?<![\p{L}\p{N}_[(@])(due):[ \t]*(\d{4}-\d{2}-\d{2})(?!\d)/giu
const PRIORITY_FIELD = /[[(]priority::\s*(highest|high|medium|low|lowest)\s*[\])]/giu

/** Every date that is marked as a task's, anywhere in a text, in order. */
export function dateSigns(text: string): TaskSign[] {
  return inOrder([...found(text, SIGNED_DATE, (sign) => EMOJI[sign]), ...found(text, DATE_FIELD, (key) => KEYS[key])])
}

/** The same, and what is a sign only in a task: priority, repetition and dates in words. */
export function taskSigns(text: string): TaskSign[] {
  const undated = found(text, UNDATED, (sign) => EMOJI[sign])
  const worded = [PAPER_DATE, WORDED_DATE].flatMap((pattern) => found(text, pattern, (key) => KEYS[key]))
  return inOrder([
    ...dateSigns(text),
    ...worded,
    ...undated,
    ...found(text, PRIORITY_FIELD, (level) => level as Priority),
  ])
}

function found(text: string, pattern: RegExp, kindOf: (sign: string) => SignKind | undefined): TaskSign[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: sign = '', 2: date, index }) => {
    const kind = kindOf(sign.toLowerCase())
    return kind === undefined ? [] : [{ kind, date, from: index, to: index + whole.length }]
  })
}

function inOrder(signs: TaskSign[]): TaskSign[] {
  return signs.sort((a, b) => a.from - b.from)
}
