import type { ProblemAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { count, oneLine } from './text.ts'

export const check: CommandSpec = {
  name: 'check',
  summary: 'links that mean no note or several, missing headings, names used twice, frontmatter that cannot be read',
  run: async (context) => {
    const workspace = await context.openWorkspace()
    const problems = workspace.check()
    if (problems.length === 0) {
      if (!context.out.json) context.out.line('No problems.')
      return 0
    }
    printList(context.out, problems, (rows) => showProblems(context.out, rows), '')
    return 1
  },
}

function* showProblems({ colors }: Output, rows: Iterable<ProblemAnswer>): Iterable<string> {
  const notes = new Set<string>()
  let problems = 0
  for (const { path, position, message } of rows) {
    notes.add(path)
    problems++
    yield `${colors.bold(oneLine(path))}:${colors.green(`${position.line}:${position.column}`)}  ${oneLine(message)}`
  }
  yield ''
  yield colors.dim(`${count(problems, 'problem')} in ${count(notes.size, 'note')}`)
}
