/** Days as people say them. Every function takes an ISO date or date-time as it was written. */
import { DAY } from '../../core/days.ts'

/** A day that is so near is worth a second look; within a week it is said how near. */
const SOON_DAYS = 3
const WEEK = 7
const monthName = new Intl.DateTimeFormat('en-US', { month: 'short' })
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' })

/** The day it is here: `2026-03-29`. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A bare date means that day here, not midnight in Greenwich. @returns undefined for what is no date */
export function dayOf(date: string): Date | undefined {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00` : date)
  return Number.isNaN(day.getTime()) ? undefined : day
}

/** Whole days from that day to today; negative for days to come. */
export function daysAgo(day: Date, now = new Date()): number {
  return Math.round((startOfDay(now) - startOfDay(day)) / DAY)
}

/** `Today`, `Yesterday`, `Tomorrow`, `12 Nov`, `12 Nov 2024`; what is no date stays as it was written. */
export function sayDay(date: string, now = new Date()): string {
  const day = dayOf(date)
  if (day === undefined) return date
  const near = { 0: 'Today', 1: 'Yesterday', [-1]: 'Tomorrow' }[daysAgo(day, now)]
  if (near !== undefined) return near
  const short = `${day.getDate()} ${monthName.format(day)}`
  return day.getFullYear() === now.getFullYear() ? short : `${short} ${day.getFullYear()}`
}

/** The same within a sentence: `today`, `12 Nov`. */
export function sayDayWithin(date: string, now = new Date()): string {
  const said = sayDay(date, now)
  return dayOf(date) !== undefined && /^\p{Lu}/u.test(said) ? said.toLowerCase() : said
}

/** `Monday, 23 November 2026`. */
export function sayWholeDay(date: string): string {
  const day = dayOf(date)
  return day === undefined ? date : whole.format(day)
}

export type Urgency = 'overdue' | 'soon' | 'later'

/** How a day on which something is due stands to today. */
export function urgencyOf(date: string, now = new Date()): Urgency {
  const day = dayOf(date)
  if (day === undefined) return 'later'
  const ago = daysAgo(day, now)
  if (ago > 0) return 'overdue'
  return ago >= -SOON_DAYS ? 'soon' : 'later'
}

/** `Overdue since 20 Nov`, `Due today`, `Due 26 Nov, in 3 days`, `Due 11 Dec`. */
export function sayDue(date: string, now = new Date()): string {
  const day = dayOf(date)
  if (day === undefined) return `Due ${date}`
  const said = sayDayWithin(date, now)
  const within = daysAgo(day, now)
  if (within > 0) return `Overdue since ${said}`
  return within >= -WEEK && within < -1 ? `Due ${said}, in ${-within} days` : `Due ${said}`
}

function startOfDay(day: Date): number {
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())
}
