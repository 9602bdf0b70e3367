/** What the lists offer; what is chosen already is among it, whatever it is. */
export interface NumberChoice {
  readonly value: number
  readonly words: string
}

const MEGABYTE = 1024 ** 2
const SIZES = [100, 500, 1024, 5 * 1024, 20 * 1024, 100 * 1024].map((megabytes) => megabytes * MEGABYTE)
const YEAR = 365
const AGES = [90, YEAR, 2 * YEAR, 5 * YEAR, 10 * YEAR, 100 * YEAR]

/** @param now bytes */
export function sizeChoices(now: number): NumberChoice[] {
  return withNow(SIZES, now).map((value) => ({ value, words: saySize(value) }))
}

/** @param now days */
export function ageChoices(now: number): NumberChoice[] {
  return withNow(AGES, now).map((value) => ({ value, words: sayAge(value) }))
}

function withNow(offered: readonly number[], now: number): number[] {
  return [...new Set([...offered, now])].sort((a, b) => a - b)
}

function saySize(bytes: number): string {
  const megabytes = bytes / MEGABYTE
  return megabytes < 1024 ? `${round(megabytes)} MB` : `${round(megabytes / 1024)} GB`
}

function sayAge(days: number): string {
  if (days === 90) return '3 months'
  if (days % YEAR !== 0) return `${days} days`
  return days === YEAR ? '1 year' : `${days / YEAR} years`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
