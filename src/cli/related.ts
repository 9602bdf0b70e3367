import type { RelatedAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { limitFlag } from './flags.ts'
import { NOTE } from './note-name.ts'
import { askedAbout, textFlag } from './stdin.ts'
import { oneLine } from './text.ts'

const LIMIT = 20

export const related: CommandSpec = {
  name: 'related',
  takes: '[note...]',
  takesWhat: `${NOTE}; - for a text from standard input`,
  summary: 'notes that hang together with a note and are not linked in it, and why',
  flags: [textFlag, limitFlag(LIMIT)],
  examples: ['notly related "Pricing gap"', 'notly related --text "what churn costs us"'],
  run: async (context, words, flags) => {
    const workspace = await context.openWorkspace()
    const asked = await askedAbout(context, workspace, words, flags)
    const found = await workspace.related(asked, flags.limit ?? LIMIT)
    return printList(context.out, found, (rows) => show(context.out, rows), 'No note hangs together with it.')
  },
}

function* show({ colors }: Output, rows: Iterable<RelatedAnswer>): Iterable<string> {
  for (const { title, kind, date, path, why } of rows) {
    const shownKind = kind === null ? [] : [colors.cyan(oneLine(kind))]
    yield [colors.bold(oneLine(title)), ...shownKind, colors.dim(date.slice(0, 10)), colors.dim(oneLine(path))].join(
      '  ',
    )
    yield `    ${oneLine(why.join('; ')).replace(/\*/g, '')}`
  }
}
