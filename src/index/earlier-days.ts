/** What was written on the days that today brings to mind. */

import { bestOf } from '../core/best.ts'
import { DAY } from '../core/days.ts'
import type { NotePath } from '../core/note.ts'
import { stemOf } from '../core/path.ts'
import { addDays, addMonths } from '../core/query/dates.ts'
import { compareText } from '../core/resolve.ts'
import type { EarlierDay } from '../core/today/answers.ts'
import type { Database } from './database.ts'
import { MADE } from './forgotten.ts'
import { graphOf } from './graph/graph.ts'
import type { LinkGraph } from './graph/link-graph.ts'
import { summaryOf } from './summaries.ts'

const YEARS = 100
const NOTES = 5

/** @param today ISO date */
export function earlierDays(db: Database, today: string): EarlierDay[] {
  const graph = graphOf(db)
  const days = wanted(today)
  const found = new Map<number, number[]>()
  eachWritten(graph, (note, day) => {
    if (days.has(day)) found.set(day, [...(found.get(day) ?? []), note])
  })
  const byName = (a: number, b: number): number => compareText(graph.path(a), graph.path(b))
  return [...days].flatMap(([day, { iso, said }]) => {
    const notes = found.get(day)
    if (notes === undefined) return []
    const first = bestOf(notes, NOTES, byName).flatMap((note) => summaryOf(db, graph.path(note) as NotePath) ?? [])
    return [{ day: iso, said, count: notes.length, notes: first }]
  })
}

/** By whole days since 1970. The same day of an earlier year is none where that year does not have it. */
function wanted(today: string): Map<number, { readonly iso: string; readonly said: string }> {
  const years = Array.from(
    { length: YEARS },
    (_, before) => [addMonths(today, -12 * (before + 1)), before + 1] as const,
  )
  const days: (readonly [string, string])[] = [
    [addDays(today, -7), 'One week ago'],
    [addMonths(today, -1), 'One month ago'],
    ...years
      .filter(([day]) => day.slice(4) === today.slice(4))
      .map(([day, ago]) => [day, ago === 1 ? 'One year ago' : `${ago} years ago`] as const),
  ]
  return new Map(days.map(([iso, said]) => [numberOf(iso), { iso, said }]))
}

/** Tells every note that somebody wrote, with its day. */
export function eachWritten(graph: LinkGraph, visit: (note: number, day: number) => void): void {
  graph.files.eachNote(({ kind }, note) => {
    if (!MADE.has(kind ?? '')) visit(note, dayOfNote(graph, note))
  })
}

/** By whole days since 1970. A daily note is of the day that it is called by, however late it was written. */
export function dayOfNote(graph: LinkGraph, note: number): number {
  const path = graph.path(note)
  const called = /(?:^|\/)\d{4}-\d{2}-\d{2}\.md$/i.test(path) ? numberOf(stemOf(path)) : Number.NaN
  return Number.isNaN(called) ? Math.floor(graph.at(note) / DAY) : called
}

export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY
}
