/** Days in words that are not all typed yet: `tom`, `next f`, `in 3 w`. */

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const PERIODS = ['week', 'month', 'year']
const FIXED = [
  'today',
  'tomorrow',
  'day after tomorrow',
  ...WEEKDAYS,
  ...[...PERIODS, ...WEEKDAYS].map((word) => `next ${word}`),
  ...PERIODS.map((word) => `end of ${word}`),
]
const MOST = 4

/** The days that begin with what was typed, the most common first. */
export function begunDays(typed: string): string[] {
  const begun = typed.toLowerCase().replace(/\s+/g, ' ').trimStart()
  if (begun.trim() === '') return []
  return [...FIXED, ...counted(begun), ...ofMonths(begun)].filter((day) => day.startsWith(begun)).slice(0, MOST)
}

/** `in 3 d` */
function counted(begun: string): string[] {
  const count = /^in (\d{1,3}|a)\b/.exec(begun)?.[1]
  const ending = count === '1' || count === 'a' ? '' : 's'
  return count === undefined ? [] : ['day', ...PERIODS].map((word) => `in ${count} ${word}${ending}`)
}

/** `24 de` */
function ofMonths(begun: string): string[] {
  const day = /^(\d{1,2}) [a-z]/.exec(begun)?.[1]
  return day === undefined ? [] : MONTHS.map((month) => `${day} ${month}`)
}
