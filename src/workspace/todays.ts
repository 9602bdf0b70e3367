import { DAY, dayOfTime } from '../core/days.ts'
import { UserError } from '../core/errors.ts'
import { applyToRaw, normalise } from '../core/lineends.ts'
import type { NotePath } from '../core/note.ts'
import type { ForgottenNote, TodayAnswer } from '../core/today/answers.ts'
import { captureAtEnd } from '../core/today/capture.ts'
import type { Edit, Source } from '../core/vault.ts'
import type { Database } from '../index/database.ts'
import { earlierDays } from '../index/earlier-days.ts'
import { isForgotten, isThought, MADE, mostForgotten } from '../index/forgotten.ts'
import { graphOf } from '../index/graph/graph.ts'
import { summaryOf } from '../index/summaries.ts'
import { dailyPath } from './finding.ts'

/** Forgotten notes that take turns, a day each. */
const IN_TURN = 30

/** What a day begins with. @param today ISO date @param wasOpened whether somebody read a note of late, before that day */
export function todayOf(db: Database, today: string, wasOpened: (path: NotePath) => boolean): TodayAnswer {
  return db.read(() => ({
    today,
    note: dailyPath(db, today),
    before: earlierDays(db, today),
    forgotten: forgottenOn(db, today, wasOpened),
  }))
}

/** The edit that puts a thought at the end of a note. @throws {UserError} when the note must not be written */
export function captureEdit(source: Source, thought: string): Edit {
  if (source.readOnly !== undefined) throw new UserError('refused', source.readOnly)
  const text = applyToRaw(source.text, [captureAtEnd(normalise(source.text), thought)])
  return { kind: 'write', path: source.path, text, base: source.revision }
}

/** In words why a note is worth seeing again. @param at its date @param since later notes that link to it */
export function whyForgotten(at: number, since: number): string {
  const later =
    since === 0 ? 'nothing has linked to it since' : `linked to from ${since} later note${since === 1 ? '' : 's'}`
  return `from ${dayOfTime(at)}; ${later}`
}

function forgottenOn(db: Database, today: string, wasOpened: (path: NotePath) => boolean): ForgottenNote | null {
  const graph = graphOf(db)
  const now = Date.parse(`${today}T00:00:00Z`)
  const old: number[] = []
  for (let note = 0; note < graph.size; note++) {
    if (!graph.isNote(note) || MADE.has(graph.kind(note) ?? '') || !isThought(graph, note)) continue
    if (isForgotten(graph.files.at(note), now, wasOpened)) old.push(note)
  }
  const waiting = mostForgotten(graph, old, IN_TURN)
  const chosen = waiting[(now / DAY) % waiting.length]
  const summary = chosen && summaryOf(db, graph.path(chosen.note) as NotePath)
  return summary ? { ...summary, why: whyForgotten(graph.at(chosen.note), chosen.since) } : null
}
