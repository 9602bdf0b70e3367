/** A day and a time as properties have it: the day, what stands before the time, the time to the minute, and all behind it. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})([T ])(\d{2}:\d{2})(.*)$/

/** As a field for a day and a time takes it; empty when it is none. */
export function fieldValue(written: string): string {
  const [, day, , time] = MOMENT.exec(written) ?? []
  return day === undefined ? '' : `${day}T${time}`
}

/** Another moment in the form in which the old one was written; seconds start anew. */
export function writtenAs(old: string, chosen: string): string {
  const [, , gap = 'T', , rest = ''] = MOMENT.exec(old) ?? []
  const seconds = rest.replace(/^:\d{2}(?:\.\d+)?/, ':00')
  return chosen.replace('T', gap) + seconds
}
