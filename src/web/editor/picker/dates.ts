/** `@due next friday` as a day: the words are read by a library that comes with the first of them. */
import { sayWholeDay } from '../../ui/days.ts'
import { begunDays } from './begun-days.ts'
import { type DueDay, dueDay } from './due-days.ts'
import type { Row } from './rows.ts'

export type DateRow = Extract<Row, { kind: 'date' }>

const ASKED = /^due(?:\s+(.*))?$/i
const FIRST = ['today', 'tomorrow', 'next monday']

/** What was typed after `@due`; undefined where something else was typed. */
export function dueWords(name: string): string | undefined {
  const asked = ASKED.exec(name.trim())
  return asked === null ? undefined : (asked[1] ?? '')
}

/** The days that the words begin, else the one that they mean, as of now; a few to choose from where there are no words yet. */
export async function dateRows(words: string, now = new Date()): Promise<DateRow[]> {
  const { parse } = await import('chrono-node/en')
  const dayOf = (said: string): DueDay | [] =>
    dueDay(said, now, (each) => parse(each, now, { forwardDate: true })) ?? []
  const begun = words === '' ? FIRST : begunDays(words)
  const days = (begun.length > 0 ? begun : [words]).flatMap(dayOf)
  return [...new Map(days.map((each) => [each.date, each])).values()].map(({ date, rest }) => ({
    kind: 'date',
    date,
    said: sayWholeDay(date),
    rest,
  }))
}

/** In the form in which the note has its due dates; in that of the Tasks plugin when it has none. */
export function dueText(date: string, text: string): string {
  if (/📅|📆|🗓/u.test(text)) return `📅 ${date}`
  if (/\(due::/i.test(text)) return `(due:: ${date})`
  if (/\[due::/i.test(text)) return `[due:: ${date}]`
  return /@due\(\d/i.test(text) ? `@due(${date})` : `📅 ${date}`
}
