/** What is typed after `@due`, read as a day. */
import type { ParsedResult } from 'chrono-node/en'
import { today } from '../../ui/days.ts'

/** A day in words or figures, and what else was typed. */
export interface DueDay {
  /** ISO date. */
  readonly date: string
  /** A time, and words that say something else: tasks have days only, so they go on behind it as text. */
  readonly rest: string
}

/** Reads days in words, as of now. */
export type ReadDays = (said: string) => readonly ParsedResult[]

/** The day that words begin with; undefined where they begin with none. */
export function dueDay(words: string, now: Date, read: ReadDays): DueDay | undefined {
  const said = words.trim().replace(/^(?:the )?day after tomorrow\b/i, 'in 2 days')
  return dayAndMonth(said, now) ?? dayInWords(said, read)
}

/** `24.12.`, `24.12.2026`, as much of Europe writes it; a year that is being typed is one of those to come. */
function dayAndMonth(said: string, now: Date): DueDay | undefined {
  const [, day, month, year = '', rest = ''] =
    /^(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{1,4})?)?(?=\s|$)(.*)$/.exec(said) ?? []
  if (day === undefined || month === undefined) return undefined
  const full = year.length === 4 ? [Number(year)] : comingYears(now).filter((each) => isBegun(each, year))
  for (const each of full) {
    const at = new Date(each, Number(month) - 1, Number(day))
    const isDay = at.getDate() === Number(day) && at.getMonth() === Number(month) - 1
    if (isDay && (year !== '' || today(at) >= today(now))) return { date: today(at), rest: rest.trim() }
  }
  return undefined
}

/** Enough for the next 29th of February. */
const comingYears = (now: Date): number[] => Array.from({ length: 10 }, (_, more) => now.getFullYear() + more)
const isBegun = (year: number, typed: string): boolean =>
  String(year).startsWith(typed) || String(year).slice(2) === typed

/** These go on with the day itself: of `last friday of next month` only the beginning would be understood. */
const GOES_ON = /^(?:of|in|after|before|from|or|to)\b/i

function dayInWords(said: string, read: ReadDays): DueDay | undefined {
  const [first] = read(said)
  const lead = said.slice(0, first?.index)
  if (first === undefined || !/^(?:by |until |before |the )?$/i.test(lead)) return undefined
  const after = said.slice(first.index + first.text.length).trim()
  if (GOES_ON.test(after)) return undefined
  const date = today(first.date())
  return { date, rest: [timeIn(first, date, read), after].filter((part) => part !== '').join(' ') }
}

const TIME = /\d|noon|midnight|morning|afternoon|evening|night/i

/** The words that say when on that day: those without which the rest means the same day. */
function timeIn({ text, start }: ParsedResult, date: string, read: ReadDays): string {
  const isDay = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month')
  if (!isDay) return text
  const words = text.split(/\s+/)
  for (let at = 1; at < words.length; at++) {
    for (const [day, time] of [
      [words.slice(0, at), words.slice(at)],
      [words.slice(at), words.slice(0, at)],
    ] as const) {
      const said = day.join(' ')
      const [found] = read(said)
      if (found?.text === said && today(found.date()) === date && TIME.test(time.join(' ')) && !isTime(found))
        return time.join(' ')
    }
  }
  return ''
}

function isTime({ start }: ParsedResult): boolean {
  return start.isCertain('hour')
}
