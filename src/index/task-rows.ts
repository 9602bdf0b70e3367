import { foldName } from '../core/fold.ts'
import type { Note } from '../core/note.ts'
import type { Positions } from '../core/positions.ts'
import { noteTask } from '../core/tasks/note-task.ts'
import type { Database } from './database.ts'

/** A task as the index keeps it. */
export interface TaskRow {
  readonly line: number
  /** Offset of the character in its box; null for a note that is itself a task. */
  readonly box: number | null
  readonly done: boolean
  readonly text: string
  readonly due: string | null
  readonly completed: string | null
  readonly priority: string | null
  /** Of its line, as written. */
  readonly tags: readonly string[]
  /** Of its line and its note: folded, and as first written. */
  readonly found: readonly (readonly [key: string, written: string])[]
}

/** The tasks of a note in the order of its text; a note that is itself a task comes first. What a template has is still to become one. */
export function taskRows(note: Note, positions: Positions): TaskRow[] {
  if (note.kind === 'template') return []
  const own = noteTask(note)
  if (own === undefined && note.tasks.length === 0) return []
  const head = note.frontmatter?.to ?? 0
  const ofNote = note.tags.filter(({ from }) => from < head).map(({ name }) => name)
  const boxes = note.tasks.map((task): TaskRow => {
    const { from, done, text, due, completed, priority, tags } = task
    const { line } = positions.at(from)
    return { line, box: from + 1, done, text, ...dates({ due, completed, priority }), tags, found: found(tags, ofNote) }
  })
  if (own === undefined) return boxes
  const tags = [...new Set(note.tags.map(({ name }) => name))]
  return [
    { line: 1, box: null, done: own.done, text: note.title, ...dates(own), tags, found: found(tags, []) },
    ...boxes,
  ]
}

function dates({ due, completed, priority }: Record<'due' | 'completed' | 'priority', string | undefined>) {
  return { due: due ?? null, completed: completed ?? null, priority: priority ?? null }
}

function found(own: readonly string[], ofNote: readonly string[]): TaskRow['found'] {
  const tags = new Map<string, string>()
  for (const written of [...own, ...ofNote]) if (!tags.has(foldName(written))) tags.set(foldName(written), written)
  return [...tags]
}

/** @param place the file's row, the task's place among its tasks, and its path */
export function putTask(
  db: Database,
  place: { readonly file: number; readonly ordinal: number; readonly path: string },
  task: TaskRow,
): void {
  const done = task.done ? 1 : 0
  const id = db.run(
    `INSERT INTO task (file, ordinal, path, line, box, done, text, due, completed, priority, tags)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    place.file,
    place.ordinal,
    place.path,
    task.line,
    task.box,
    done,
    task.text,
    task.due,
    task.completed,
    task.priority,
    JSON.stringify(task.tags),
  )
  for (const [key, written] of task.found)
    db.run(
      'INSERT INTO task_tag (key, task, file, done, written) VALUES (?, ?, ?, ?, ?)',
      key,
      id,
      place.file,
      done,
      written,
    )
}
