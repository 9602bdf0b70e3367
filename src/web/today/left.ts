import type { NoteSummary } from '../../http/types.ts'
import type { Left } from '../left-off.ts'

export const SHOWN = 6

/** A note that was changed or open, the place where it was left, and when. */
export interface NoteLeft {
  readonly note: NoteSummary
  /** Offset in the note's text; undefined for one that was not open here. */
  readonly at: number | undefined
  /** ISO date-time. */
  readonly when: string
}

/** Notes by the time at which they were last changed or left, the latest first. */
export function mergeLeft(notes: readonly NoteSummary[], left: readonly Left[]): NoteLeft[] {
  const places = new Map(left.map((each) => [each.path, each]))
  const merged = notes.map((note) => {
    const place = places.get(note.path)
    const time = Math.max(Date.parse(note.modified), place?.time ?? 0)
    return { note, at: place?.at, time }
  })
  merged.sort((a, b) => b.time - a.time)
  return merged.slice(0, SHOWN).map(({ note, at, time }) => ({ note, at, when: new Date(time).toISOString() }))
}
