/** When something was thought about, month by month. */
export interface Timeline {
  /** From the first month to the last, `2026-04`, with the number of notes of each. */
  readonly months: readonly { readonly month: string; readonly notes: number }[]
  /** Two months or more without a note, first and last. */
  readonly quiet: readonly { readonly from: string; readonly to: string }[]
}

/** Shorter pauses are none. Months. */
const PAUSE = 2
/** Longer times than this are shown by their end. Months. */
const MOST = 240

/** @param dates milliseconds since 1970 */
export function timelineOf(dates: readonly number[]): Timeline {
  const counts = new Map<number, number>()
  for (const date of dates) counts.set(monthOf(date), (counts.get(monthOf(date)) ?? 0) + 1)
  if (counts.size === 0) return { months: [], quiet: [] }
  const last = Math.max(...counts.keys())
  const first = Math.max(Math.min(...counts.keys()), last - MOST + 1)
  const months = Array.from({ length: last - first + 1 }, (_, at) => ({
    month: sayMonth(first + at),
    notes: counts.get(first + at) ?? 0,
  }))
  return { months, quiet: quietIn(months) }
}

function quietIn(months: Timeline['months']): Timeline['quiet'] {
  const quiet: { from: string; to: string }[] = []
  let since = 0
  for (const [at, { notes }] of months.entries()) {
    if (notes === 0) continue
    const [from, to] = [months[since]?.month, months[at - 1]?.month]
    if (at - since >= PAUSE && from !== undefined && to !== undefined) quiet.push({ from, to })
    since = at + 1
  }
  return quiet
}

/** Months since year 0. */
function monthOf(date: number): number {
  const day = new Date(date)
  return day.getUTCFullYear() * 12 + day.getUTCMonth()
}

function sayMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}
