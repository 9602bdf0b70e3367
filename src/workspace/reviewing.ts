import type { MentionAnswer, UnresolvedAnswer } from '../core/answers.ts'
import { DAY, dayOfTime } from '../core/days.ts'
import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import type { ReviewAnswer } from '../core/review/answers.ts'
import { unresolved } from '../index/overview.ts'
import { changedIn, hubsOf, type Period, unfinishedNotes, waitingDecisions, writtenIn } from '../index/review.ts'
import { type LinkSources, linkHistory } from './link-history.ts'

const LINKS = 50
const CONNECT = 10
/** Notes whose words are looked through for names. */
const READ = 12
const NAMES = 10
const UNITS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 }

export interface ReviewSources extends LinkSources {
  /** Names of other notes in a note's plain words. */
  mentionsOut(path: NotePath): Promise<readonly MentionAnswer[]>
}

/**
 * @param since `7d`, `2w`, `1m`, `1y`, or an ISO day
 * @param until the last day of it, ISO
 * @throws {UserError} when that is no period
 */
export function periodOf(since: string, until: string): Period {
  const end = Date.parse(`${until}T00:00:00Z`) + DAY
  const [, count, unit = ''] = /^(\d{1,4})([dwmy])$/.exec(since) ?? []
  const start =
    count === undefined ? Date.parse(`${since}T00:00:00Z`) : end - Number(count) * (UNITS[unit] as number) * DAY
  if (Number.isNaN(end)) throw new UserError('invalid', `${until} is no day; write one as 2026-03-29.`)
  if (Number.isNaN(start))
    throw new UserError('invalid', `${since} is no period; say 7d, 2w, 1m, or a day such as 2026-03-29.`)
  if (start >= end) throw new UserError('invalid', `From ${since} to ${until} is no period; say an earlier first day.`)
  return { since: start, until: end }
}

/** What happened in a period, and what waits at its end. */
export async function reviewOf(period: Period, sources: ReviewSources): Promise<ReviewAnswer> {
  const { db } = sources
  const { paths, ...written } = writtenIn(db, period)
  const { made, removed } = await linkHistory(sources, period, paths, LINKS)
  const connect: MentionAnswer[] = []
  for (const { path } of written.notes.slice(0, READ))
    connect.push(...(await sources.mentionsOut(path as NotePath).catch(() => [])))
  return {
    since: dayOfTime(period.since),
    until: dayOfTime(period.until - DAY),
    written,
    changed: changedIn(db, period),
    made,
    removed,
    ...hubsOf(db, period),
    connect: connect.filter(({ strong }) => strong).slice(0, CONNECT),
    waiting: severalWaitFor(unresolved(db)),
    decisions: waitingDecisions(db, period),
    unfinished: unfinishedNotes(db, period),
  }
}

function severalWaitFor(names: readonly UnresolvedAnswer[]): UnresolvedAnswer[] {
  return names.filter(({ sources }) => sources.length > 1).slice(0, NAMES)
}
