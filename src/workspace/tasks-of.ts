import type { TaskAnswer } from '../core/answers.ts'
import type { OutcomeAnswer } from '../core/chain/answers.ts'
import type { NotePath } from '../core/note.ts'
import { parseNote } from '../core/parse.ts'
import { Positions } from '../core/positions.ts'
import type { Vault } from '../core/vault.ts'

/** Notes whose tasks are read, and tasks that are listed: as far as a reader goes. */
const NOTES = 40
const TASKS = 200

/** The tasks of what came of a note: those that are open first, each note's in the order of its text. */
export async function tasksOf(vault: Vault, { groups }: Pick<OutcomeAnswer, 'groups'>): Promise<TaskAnswer[]> {
  const notes = groups
    .flatMap((group) => group.notes)
    .filter(({ note }) => note.tasks.open + note.tasks.done > 0)
    .slice(0, NOTES)
  const read = await Promise.all(notes.map(({ note }) => tasksIn(vault, note.path as NotePath)))
  const tasks = read.flat()
  return [...tasks.filter(({ done }) => !done), ...tasks.filter(({ done }) => done)].slice(0, TASKS)
}

async function tasksIn(vault: Vault, path: NotePath): Promise<TaskAnswer[]> {
  const source = await vault.read(path).catch(() => undefined)
  if (source === undefined) return []
  const positions = new Positions(source.text)
  return parseNote(path, source.text).tasks.map(({ from, text, done, due, tags }) => ({
    path,
    line: positions.at(from).line,
    text,
    done,
    due: due ?? null,
    tags,
  }))
}
