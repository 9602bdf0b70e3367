import { dayOf, sayDayWithin } from '../ui/days.ts'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long' })

/** `, the oldest from March`; of one day nothing but that day. */
export function sayOldest(oldest: string, newest: string, now = new Date()): string {
  const day = dayOf(oldest)
  if (day === undefined) return ''
  if (oldest.slice(0, 10) === newest.slice(0, 10)) return `, ${sayDayWithin(oldest, now)}`
  const sameMonth = day.getFullYear() === now.getFullYear() && day.getMonth() === now.getMonth()
  if (sameMonth) return `, the oldest from ${sayDayWithin(oldest, now)}`
  const year = day.getFullYear() === now.getFullYear() ? '' : ` ${day.getFullYear()}`
  return `, the oldest from ${month.format(day)}${year}`
}
