import { UserError } from '../core/errors.ts'
import { applyToRaw, normalise } from '../core/lineends.ts'
import type { Note, Task } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { Positions } from '../core/positions.ts'
import type { CheckRequest } from '../core/tasks/answers.ts'
import { checkBox, checkNote } from '../core/tasks/check.ts'
import { noteTask } from '../core/tasks/note-task.ts'
import type { Edit, Source } from '../core/vault.ts'

/**
 * The edit that makes a task done, or open again; undefined when it is so already.
 * @throws {UserError} when the note does not have the task any more, or must not be written
 */
export function checkEdit(source: Source, asked: CheckRequest): Edit | undefined {
  if (source.readOnly !== undefined) throw new UserError('refused', source.readOnly)
  const text = normalise(source.text)
  const note = parseNote(source.path, text)
  const own = noteTask(note)
  const task = taskIn(text, note, asked)
  if (task === undefined && (own === undefined || note.title !== asked.text)) throw goneFrom(source.path)
  if ((task ?? own)?.done === asked.done) return undefined
  const changes =
    task === undefined ? checkNote(text, note, asked.done) : checkBox(text, note, task, asked.done, asked.today)
  if (changes.length === 0)
    throw new UserError('refused', `The properties of ${source.path} cannot be read; mend them, then try again.`)
  return { kind: 'write', path: source.path, text: applyToRaw(source.text, changes), base: source.revision }
}

/** The task of that line and text; where lines came or went meanwhile, the only one of that text. */
function taskIn(text: string, note: Note, asked: CheckRequest): Task | undefined {
  const positions = new Positions(text)
  const alike = note.tasks.filter((task) => task.text === asked.text)
  const there = alike.find(({ from }) => positions.at(from).line === asked.line)
  return there ?? (alike.length === 1 ? alike[0] : undefined)
}

function goneFrom(path: string): UserError {
  return new UserError('not-found', `${path} was changed and does not have this task any more; look at the note.`)
}
