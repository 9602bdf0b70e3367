import type { TaskAnswer } from '../core/answers.ts'
import type { Colors } from './command.ts'
import { align, type Cell, clip, oneLine } from './text.ts'

const WIDEST = 64

type Task = TaskAnswer & { readonly completed?: string | null }

/** A task a line. An open one has the day on which it is due, one that is done the day on which it was. @param today ISO date */
export function taskLines(colors: Colors, tasks: Iterable<Task>, today: string): Iterable<string> {
  return align(
    [...tasks].map(({ path, line, text, done, due, completed }): Cell[] => [
      { text: done ? '[x]' : '[ ]', paint: colors.dim },
      { text: (done ? completed : due) ?? '', paint: !done && due !== null && due < today ? colors.red : colors.green },
      { text: clip(oneLine(text), WIDEST) },
      { text: `${oneLine(path)}:${line}`, paint: colors.dim },
    ]),
  )
}
