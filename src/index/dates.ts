/** @param milliseconds since 1970 */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** A note's date: its own if it says one, else the time of its last change. */
export function dateOf(own: string | null, modified: number): string {
  return own ?? isoTime(modified)
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/

/** An ISO date as written, and its moment; one without a zone is taken as UTC, so that every machine sorts alike. */
export function readDate(written: string): { readonly written: string; readonly at: number } | undefined {
  const [, day = '', time, zone = ''] = DATE.exec(written) ?? []
  const dayAt = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(dayAt)) return undefined
  const at = time === undefined ? Number.NaN : Date.parse(`${day}T${time}${zone || 'Z'}`)
  return Number.isNaN(at) ? { written: day, at: dayAt } : { written: `${day}T${time}${zone}`, at }
}
