/** Which days notes are of. */
import type { NoteSummary } from '../core/answers.ts'
import { bestOf } from '../core/best.ts'
import { DAY, dayOfTime } from '../core/days.ts'
import type { NotePath } from '../core/note.ts'
import { addMonths } from '../core/query/dates.ts'
import { compareText } from '../core/resolve.ts'
import type { CalendarAnswer } from '../core/today/answers.ts'
import type { Database } from './database.ts'
import { dayOfNote, eachWritten, numberOf } from './earlier-days.ts'
import { graphOf } from './graph/graph.ts'
import { SUMMARY, summary, summaryOf } from './summaries.ts'

/** @param month `2026-03` */
export function calendarOf(db: Database, month: string): CalendarAnswer {
  const first = numberOf(`${month}-01`)
  const end = numberOf(addMonths(`${month}-01`, 1))
  const counts = new Map<number, number>()
  eachWritten(graphOf(db), (_, day) => {
    if (day >= first && day < end) counts.set(day, (counts.get(day) ?? 0) + 1)
  })
  const days = [...counts].sort(([a], [b]) => a - b)
  return { month, days: days.map(([day, notes]) => ({ day: isoOf(day), notes })) }
}

export interface NotesOfDay {
  readonly count: number
  readonly notes: readonly NoteSummary[]
  readonly before: string | null
  readonly after: string | null
}

/** The notes of a day by path, and the nearest days that have any. @param day ISO date */
export function notesOfDay(db: Database, day: string, limit: number): NotesOfDay {
  const graph = graphOf(db)
  const wanted = numberOf(day)
  const found: number[] = []
  let [before, after] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  eachWritten(graph, (note, at) => {
    if (at === wanted) found.push(note)
    else if (at < wanted) before = Math.max(before, at)
    else if (at > wanted) after = Math.min(after, at)
  })
  const byPath = (a: number, b: number): number => compareText(graph.path(a), graph.path(b))
  const notes = bestOf(found, limit, byPath).flatMap((note) => summaryOf(db, graph.path(note) as NotePath) ?? [])
  return { count: found.length, notes, before: isoOrNull(before), after: isoOrNull(after) }
}

/** Notes of other days that were changed last between two moments. */
export function changedBetween(db: Database, from: number, to: number, limit: number) {
  const graph = graphOf(db)
  const rows = db
    .all<readonly [string, string, string | null, string | null, number]>(
      `SELECT ${SUMMARY} FROM file f WHERE f.is_note = 1 AND f.modified >= ? AND f.modified < ? ORDER BY f.modified DESC, f.path`,
      from,
      to,
    )
    .filter(([path]) => {
      const note = graph.files.number(path as NotePath)
      return note !== undefined && (dayOfNote(graph, note) + 1) * DAY <= from
    })
  return { count: rows.length, notes: rows.slice(0, limit).map(summary) }
}

function isoOf(day: number): string {
  return dayOfTime(day * DAY)
}

function isoOrNull(day: number): string | null {
  return Number.isFinite(day) ? isoOf(day) : null
}
