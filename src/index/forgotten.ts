/** Notes that were thought once and that nobody came back to. */

import { bestOf } from '../core/best.ts'
import { NONE } from '../core/chain/graph.ts'
import { DAY } from '../core/days.ts'
import type { NotePath } from '../core/note.ts'
import { compareText } from '../core/resolve.ts'
import type { LinkGraph } from './graph/link-graph.ts'

/** Nobody came back to a note for so long. */
export const LONG = 60 * DAY
/** Links from notes of its own time do not come back to a note. */
const OWN_TIME = 30 * DAY
/** Notes made of others, or to be made into others, are no thoughts. */
export const MADE: ReadonlySet<string> = new Set(['dossier', 'review', 'template'])
/** Notes of other kinds are not thoughts that wait: they go on, or say who and what there is. */
const NO_THOUGHTS = new Set(['task', 'project', 'decision', 'meeting', 'person', 'people', 'client'])

/**
 * Whether a note is forgotten, wherever that is told: its date, or else its last change, and the last time that somebody opened it lie longer
 * back than `LONG`.
 * @param now milliseconds since 1970
 * @param wasOpened whether somebody opened a note in that time
 */
export function isForgotten(
  { path, at }: { readonly path: NotePath; readonly at: number },
  now: number,
  wasOpened: (path: NotePath) => boolean,
): boolean {
  return at < now - LONG && !wasOpened(path)
}

export interface Forgotten {
  readonly note: number
  /** Notes of a later time that link to it. */
  readonly since: number
}

/** Of some notes, those that fewest later notes link to, the oldest first. */
export function mostForgotten(graph: LinkGraph, notes: readonly number[], limit: number): Forgotten[] {
  return bestOf(
    notes.map((note) => ({ note, since: linkedSince(graph, note) })),
    limit,
    (a, b) =>
      a.since - b.since || graph.at(a.note) - graph.at(b.note) || compareText(graph.path(a.note), graph.path(b.note)),
  )
}

/** Whether a note says something that can wait to be thought on. */
export function isThought(graph: LinkGraph, note: number): boolean {
  const { kind, title } = graph.files.at(note)
  return !NO_THOUGHTS.has(kind ?? '') && !/^\d{4}-\d{2}-\d{2}/.test(title)
}

function linkedSince(graph: LinkGraph, note: number): number {
  const later = new Set<number>()
  for (let link = graph.firstTo(note); link !== NONE; link = graph.nextTo(link))
    if (graph.at(graph.source(link)) > graph.at(note) + OWN_TIME) later.add(graph.source(link))
  return later.size
}
