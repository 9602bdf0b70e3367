import type { TextChange } from '../changes.ts'
import type { Note, Range, Task } from '../note.ts'
import { setProperty } from '../properties.ts'

const DAY = '\\d{4}-\\d{2}-\\d{2}'
/** How a note may say when a task was done; the first group is what stands before the day, the second what stands after it. */
const STAMPS = [
  new RegExp(`(✅\\ufe0f?[ \\t]*)${DAY}()`, 'u'),
  new RegExp(`([[(]complet(?:ion|ed)::[ \\t]*)${DAY}([ \\t]*[\\])])`, 'iu'),
  new RegExp(`(@done\\()${DAY}(\\))`, 'iu'),
]
/** What stays at the line's end: a block id, and white space. */
const TAIL = /(?:[ \t]+\^[\p{L}\p{N}-]+)?[ \t\r]*$/u

/**
 * Ticks a checkbox, or clears it: one character, and the day on which it was done if the note's other tasks say theirs, in the form
 * in which they do. Offsets are those of the text.
 */
export function checkBox(text: string, note: Note, task: Task, done: boolean, today: string): TextChange[] {
  const mark = task.from + 1
  const box = { from: mark, to: mark + task.status.length, insert: done ? 'x' : ' ' }
  const line = firstLine(text, task)
  const stamp = stampIn(text.slice(line.from, line.to))
  if (!done) return stamp === undefined ? [box] : [box, { ...withGap(text, line, stamp), insert: '' }]
  const form = stamp === undefined ? formIn(text, note) : undefined
  if (form === undefined) return [box]
  const at = line.to - (TAIL.exec(text.slice(line.from, line.to))?.[0].length ?? 0)
  return [box, { from: at, to: at, insert: ` ${form[1]}${today}${form[2]}` }]
}

/** The same for a note that is itself a task: its status. */
export function checkNote(text: string, note: Note, done: boolean): TextChange[] {
  return setProperty(text, note.frontmatter, 'status', done ? 'done' : 'open')
}

/** The last task that says when it was done shows how the note does that. */
function formIn(text: string, { tasks }: Note): RegExpExecArray | undefined {
  for (const task of tasks.toReversed()) {
    const found = stampIn(text.slice(task.from, task.to))
    if (found !== undefined) return found
  }
  return undefined
}

function stampIn(said: string): RegExpExecArray | undefined {
  return STAMPS.map((form) => form.exec(said)).find((found) => found !== null)
}

/** The stamp with the white space before it. */
function withGap(text: string, line: Range, stamp: RegExpExecArray): Range {
  const from = line.from + stamp.index
  const gap = /[ \t]*$/.exec(text.slice(line.from, from))?.[0].length ?? 0
  return { from: from - gap, to: from + stamp[0].length }
}

function firstLine(text: string, { from, to }: Range): Range {
  const end = text.indexOf('\n', from)
  return { from, to: end < 0 || end > to ? to : end }
}
