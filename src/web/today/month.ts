/** Days of a month in weeks, as a calendar shows them. Every day is an ISO date. */
import { addDays } from '../../core/query/dates.ts'

/** `2026-03`. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** Weeks from Monday to Sunday, with the days of the months around that fill the first and the last. @param month `2026-03` */
export function weeksOf(month: string): string[][] {
  const weeks: string[][] = []
  for (let day = mondayOf(`${month}-01`); monthOf(day) <= month; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)))
  return weeks
}

export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}
