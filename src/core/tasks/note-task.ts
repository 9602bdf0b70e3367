import type { Note } from '../note.ts'

/** What people write as the status of a task that is not to be done any more. */
const DONE = /^(done|complete|completed|finished|closed|resolved|cancelled|canceled|dropped|x)$/i

export interface NoteTask {
  readonly done: boolean
  /** ISO dates. */
  readonly due: string | undefined
  readonly completed: string | undefined
  readonly priority: string | undefined
}

/** What a note of the kind task says of itself in its properties; undefined for other notes. */
export function noteTask({ kind, properties }: Pick<Note, 'kind' | 'properties'>): NoteTask | undefined {
  if (kind !== 'task') return undefined
  const value = (...keys: readonly string[]): string | undefined =>
    properties.find(({ key }) => keys.includes(key.toLowerCase()))?.value.trim() || undefined
  return {
    done: isEnded(value('status')),
    due: dayIn(value('due', 'deadline')),
    completed: dayIn(value('completed', 'completion')),
    priority: value('priority')?.toLowerCase(),
  }
}

/** @param status of a note of the kind task, as written */
export function isEnded(status: string | null | undefined): boolean {
  return DONE.test(status?.trim() ?? '')
}

function dayIn(value: string | undefined): string | undefined {
  return value === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
}
