import type { Range, Task } from '../note.ts'
import { DATE_KEYS, DATE_SIGNS, PRIORITY_SIGNS, SIGNED_DATE } from '../tasks/sign-words.ts'
import type { Field } from './fields.ts'

const NAMES = new Map<string, string>(Object.entries(DATE_KEYS))

/** As TaskPaper writes it, and as people do: `@due(2026-03-29)`, `due: 2026-03-29`. */
const WORDED_DATE =
  /(?<![\p{L}\p{N}_[(])(?:@(due|done)\((\d{4}-\d{2}-\d{2})\)|(due):[ \t]*(\d{4}-\d{2}-\d{2})(?!\d))/giu
const BLOCK_ID = /\s\^[\p{L}\p{N}-]+\s*$/u
const PRIORITY = /(🔺|⏫|🔼|🔽|⏬)\ufe0f?/u
/** Also over the end of a line: a task may be written in several. */
const RECURRENCE = /🔁\ufe0f?[^📅📆🗓⏳⌛🛫✅❌➕🔺⏫🔼🔽⏬#]*/gu

/**
 * @param text the note's text
 * @param range the task's line from its checkbox on
 * @param fields the Dataview fields in it
 */
export function readTask(
  text: string,
  range: Range,
  status: string,
  fields: readonly Field[],
  tags: readonly string[],
): Task {
  const boxEnd = text.indexOf(']', range.from) + 1
  let words = text.slice(boxEnd, range.to)
  const dates: Record<string, string> = {}
  for (const field of fields) {
    const name = NAMES.get(field.key.toLowerCase())
    const value = text.slice(field.value.from, field.value.to).trim()
    if (name !== undefined && /^\d{4}-\d{2}-\d{2}/.test(value)) dates[name] = value.slice(0, 10)
    if (name !== undefined || field.key.toLowerCase() === 'priority')
      words = words.replace(text.slice(field.from, field.to), '')
  }
  for (const [, key, value, word, day] of words.matchAll(WORDED_DATE))
    dates[(key ?? word)?.toLowerCase() === 'done' ? 'completed' : 'due'] = (value ?? day) as string
  for (const [, sign, date] of words.matchAll(SIGNED_DATE))
    dates[DATE_SIGNS[sign as keyof typeof DATE_SIGNS]] = date as string
  const sign = PRIORITY.exec(words)?.[1] as keyof typeof PRIORITY_SIGNS | undefined
  const field = fields.find((candidate) => candidate.key.toLowerCase() === 'priority')
  const shown = words
    .replace(SIGNED_DATE, '')
    .replace(WORDED_DATE, '')
    .replace(RECURRENCE, '')
    .replace(PRIORITY, '')
    .replace(BLOCK_ID, '')
    .replace(/\s+/g, ' ')
    .trim()
  return {
    from: range.from,
    to: range.to,
    status,
    done: /[xX-]/.test(status),
    text: shown,
    due: dates.due,
    scheduled: dates.scheduled,
    start: dates.start,
    completed: dates.completed,
    priority: sign !== undefined ? PRIORITY_SIGNS[sign] : field && text.slice(field.value.from, field.value.to).trim(),
    tags,
  }
}
