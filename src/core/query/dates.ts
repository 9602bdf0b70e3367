import type { Compare, DateField } from './tree.ts'

/** Days from the first on and before the second, as ISO dates. */
export interface Period {
  readonly from: string
  readonly to: string
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const FAR_PAST = '0000-01-01'
const FAR_FUTURE = '9999-12-31'

/**
 * The days that a date means: `2026`, `2026-04`, `2026-04-01`, `today`, `next-week`, `friday` (the next one, today included), `-7d` (that
 * day), `7d` (the last seven days; for what is due, the next seven), `2026-01-01..2026-03-31`.
 * @param today as an ISO date
 * @returns undefined for what is no date
 */
export function periodOf(written: string, field: DateField, today: string): Period | undefined {
  const said = written.trim().toLowerCase().replace(/\s+/g, '-')
  const range = /^(.*?)\.\.(.*)$/.exec(said)
  if (range === null) return oneOf(said, field, today)
  const [from, to] = [range[1] as string, range[2] as string].map((end) => oneOf(end, field, today))
  if (range[1] === '' && to !== undefined) return { from: FAR_PAST, to: to.to }
  if (range[2] === '' && from !== undefined) return { from: from.from, to: FAR_FUTURE }
  return from && to && { from: from.from, to: to.to }
}

function oneOf(said: string, field: DateField, today: string): Period | undefined {
  return fixed(said) ?? ago(said, field, today) ?? named(said, today)
}

/** The days that a comparison with a period allows: `<2026` is before the year, `<=2026` also in it. */
export function daysOf(compare: Compare, period: Period): Period {
  switch (compare) {
    case '<':
      return { from: FAR_PAST, to: period.from }
    case '<=':
      return { from: FAR_PAST, to: period.to }
    case '>':
      return { from: period.to, to: FAR_FUTURE }
    case '>=':
      return { from: period.from, to: FAR_FUTURE }
    case '=':
      return period
  }
}

function fixed(said: string): Period | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(said) ?? []
  if (year === '') return undefined
  if (month === undefined) return { from: `${year}-01-01`, to: addMonths(`${year}-01-01`, 12) }
  if (day === undefined) {
    const from = `${year}-${month}-01`
    return isDay(from) ? { from, to: addMonths(from, 1) } : undefined
  }
  return isDay(said) ? day1(said) : undefined
}

function ago(said: string, field: DateField, today: string): Period | undefined {
  const [, sign = '', number = '', unit = ''] = /^([+-]?)(\d{1,4})([dwmy])$/.exec(said) ?? []
  if (unit === '') return undefined
  const shift = (by: number): string =>
    unit === 'm' || unit === 'y'
      ? addMonths(today, by * (unit === 'y' ? 12 : 1))
      : addDays(today, by * (unit === 'w' ? 7 : 1))
  const count = Number(number)
  if (sign !== '') return day1(shift(sign === '-' ? -count : count))
  return field === 'due'
    ? { from: today, to: addDays(shift(count), 1) }
    : { from: shift(-count), to: addDays(today, 1) }
}

function named(said: string, today: string): Period | undefined {
  if (said === 'today') return day1(today)
  if (said === 'yesterday') return day1(addDays(today, -1))
  if (said === 'tomorrow') return day1(addDays(today, 1))
  const weekday = WEEKDAYS.indexOf(said)
  if (weekday >= 0) return day1(addDays(today, (weekday - dayOfWeek(today) + 7) % 7))
  const [, which = '', unit = ''] = /^(this|last|next)-(week|month|year)$/.exec(said) ?? []
  const by = which === 'last' ? -1 : which === 'next' ? 1 : 0
  if (unit === 'week') {
    const from = addDays(today, by * 7 - ((dayOfWeek(today) + 6) % 7))
    return { from, to: addDays(from, 7) }
  }
  if (unit === 'month')
    return { from: addMonths(`${today.slice(0, 7)}-01`, by), to: addMonths(`${today.slice(0, 7)}-01`, by + 1) }
  if (unit === 'year')
    return {
      from: addMonths(`${today.slice(0, 4)}-01-01`, by * 12),
      to: addMonths(`${today.slice(0, 4)}-01-01`, by * 12 + 12),
    }
  return undefined
}

function day1(day: string): Period {
  return { from: day, to: addDays(day, 1) }
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && isoDay(at) === text
}

export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)
}

/** The same day of another month, or its last one. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(0)
  first.setUTCFullYear(year, month - 1 + months, 1)
  const last = new Date(first)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  first.setUTCDate(Math.min(date, last.getUTCDate()))
  return isoDay(first.getTime())
}

function dayOfWeek(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** Within the years that have four digits. */
function isoDay(at: number): string {
  const least = -62_167_219_200_000
  const most = 253_402_214_400_000
  return new Date(Math.min(Math.max(at, least), most)).toISOString().slice(0, 10)
}
