import type { TaskAnswer } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import type { TaskFilter, TaskItem } from '../core/tasks/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Context, Flags } from './command.ts'
import { collect, limitFlag } from './flags.ts'
import { taskLines } from './task-lines.ts'
import { oneLine } from './text.ts'

const LIMIT = 100

export const tasks: CommandSpec = {
  name: 'tasks',
  summary: 'what is to be done, by due date: checkboxes, and notes of the kind task',
  flags: [
    { flags: '--done', summary: 'those that are done' },
    { flags: '--all', summary: 'open and done' },
    { flags: '--due <when>', summary: 'overdue, today, week, none, or up to a day such as 2026-03-29' },
    { flags: '--tag <tag>', summary: 'with a tag, of the line or its note', parse: collect },
    { flags: '--note <note>', summary: 'of one note' },
    limitFlag(LIMIT),
  ],
  examples: ['notly tasks --due week', 'notly tasks --tag pricing --json'],
  run: async (context, _words, flags) => {
    const workspace = await context.openWorkspace()
    const path = flags.note === undefined ? undefined : workspace.find(context.nameOf([flags.note])).path
    const today = workspace.today()
    const filter = filterOf(flags, path, today)
    const found = workspace.tasks(filter, flags.limit ?? LIMIT)
    return printTasks(context, found, today)
  },
}

function printTasks({ out }: Context, found: readonly TaskItem[], today: string) {
  const nothing = 'There are no such tasks. Write - [ ] before a line to make it one.'
  if (out.json) return printList(out, found.map(answerOf), () => [], nothing)
  return printList(out, found, (rows) => taskLines(out.colors, rows, today), nothing)
}

function answerOf({ path, line, text, done, due, tags }: TaskItem): TaskAnswer {
  return { path, line, text, done, due, tags }
}

/** @throws {UserError} when a flag asks for what is not said */
function filterOf({ done, all, due, tag }: Flags, path: string | undefined, today: string): TaskFilter {
  if ((tag?.length ?? 0) > 1) throw new UserError('invalid', 'Give one tag at a time.')
  return {
    ...(all === true ? {} : { done: done === true }),
    ...(due === undefined ? {} : whenDue(due, today)),
    ...(tag?.[0] === undefined ? {} : { tag: tag[0] }),
    ...(path === undefined ? {} : { paths: [path] }),
  }
}

function whenDue(due: string, today: string): TaskFilter {
  const after = (days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
  if (due === 'overdue') return { to: after(-1) }
  if (due === 'today') return { from: today, to: today }
  if (due === 'week') return { to: after(7) }
  if (due === 'none') return { isDue: false }
  if (/^\d{4}-\d{2}-\d{2}$/.test(due) && !Number.isNaN(Date.parse(due))) return { to: due }
  throw new UserError(
    'invalid',
    `--due does not know ${oneLine(due)}; use overdue, today, week, none, or a day such as 2026-03-29.`,
  )
}
