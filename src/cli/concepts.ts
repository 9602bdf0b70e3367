import type { ConceptAnswer, SampleAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { limitFlag } from './flags.ts'
import { NOTE } from './note-name.ts'
import { askedAbout, textFlag } from './stdin.ts'
import { count, highlight, oneLine } from './text.ts'

const LIMIT = 5
const LONGEST_SENTENCE = 300

export const concepts: CommandSpec = {
  name: 'concepts',
  takes: '[note...]',
  takesWhat: `${NOTE}; - for a text from standard input`,
  summary: 'what you wrote before about what a note or a text says',
  flags: [textFlag, limitFlag(LIMIT)],
  examples: ['notly concepts "Pricing gap"', 'notly concepts --text "the pricing tiers again"'],
  run: async (context, words, flags) => {
    const workspace = await context.openWorkspace()
    const asked = await askedAbout(context, workspace, words, flags)
    const found = await workspace.concepts(asked, flags.limit ?? LIMIT)
    return printList(
      context.out,
      found,
      (rows) => show(context.out, rows),
      'Nothing that it says stands in another note.',
    )
  },
}

function* show(out: Output, rows: Iterable<ConceptAnswer>): Iterable<string> {
  const { colors } = out
  for (const { phrase, notes, oldest, newest, samples } of rows) {
    const [first, last] = [oldest.slice(0, 10), newest.slice(0, 10)]
    yield `${colors.bold(oneLine(phrase))}  ${colors.dim(`${count(notes, 'note')}, ${first === last ? first : `${first} to ${last}`}`)}`
    for (const sample of samples) yield* showSample(out, sample)
  }
}

function* showSample({ colors }: Output, sample: SampleAnswer): Iterable<string> {
  const { title, kind, date, path, sentence, sentenceFrom, sentenceTo, forgotten } = sample
  const more = [
    ...(kind === null ? [] : [colors.cyan(oneLine(kind))]),
    ...(forgotten ? [colors.magenta('not opened for long')] : []),
  ]
  yield `    ${[colors.dim(date.slice(0, 10)), oneLine(title), ...more, colors.dim(oneLine(path))].join('  ')}`
  yield `        ${highlight(sentence, sentenceFrom, sentenceTo, LONGEST_SENTENCE, (text) => colors.yellow(text))}`
}
