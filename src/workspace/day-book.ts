import { DAY } from '../core/days.ts'
import type { NotePath } from '../core/note.ts'
import type { DayAnswer } from '../core/today/answers.ts'
import { changedBetween, notesOfDay } from '../index/calendar.ts'
import { tasksWhere } from '../index/tasks.ts'
import { dailyPath } from './finding.ts'
import { type LinkSources, linkHistory } from './link-history.ts'

const NOTES = 100
const LINKS = 100

/** What was written and linked on a day. @param day ISO date */
export async function dayOf(day: string, sources: LinkSources): Promise<DayAnswer> {
  const { db } = sources
  const since = Date.parse(`${day}T00:00:00Z`)
  const period = { since, until: since + DAY }
  const { before, after, ...written } = notesOfDay(db, day, NOTES)
  const paths = written.notes.map(({ path }) => path as NotePath)
  const { made, removed } = await linkHistory(sources, period, paths, LINKS)
  const path = dailyPath(db, day)
  return {
    day,
    note: { path, isThere: db.first('SELECT 1 FROM file WHERE path = ?', path) !== undefined },
    written,
    changed: changedBetween(db, period.since, period.until, NOTES),
    made,
    removed,
    due: tasksWhere(db, { done: false, from: day, to: day }, NOTES),
    before,
    after,
  }
}
