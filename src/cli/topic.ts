import type { SaveAnswer } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { readableBody } from '../core/plain.ts'
import type { TopicAnswer, TopicNote } from '../core/topic/answers.ts'
import { sayTimeline } from '../core/topic/keep.ts'
import type { CommandSpec, Context, ExitCode, Output } from './command.ts'
import { clip, oneLine } from './text.ts'

const WIDEST = 96

export const topic: CommandSpec = {
  name: 'topic',
  takes: '<words...>',
  takesWhat: 'What it is about',
  summary: 'everything already thought about a topic, and why it stands there',
  flags: [{ flags: '--keep', summary: 'keep it as a note, or add what is new to the one that was kept' }],
  examples: ['notly topic pricing', 'notly topic "small teams" --keep'],
  run: async (context, words, { keep }) => {
    const workspace = await context.openWorkspace()
    if (keep === true) return answerKept(context, await workspace.keepTopic(words.join(' ')))
    const answer = await workspace.topic(words.join(' '))
    const isEmpty = answer.notes.length + answer.decisions.length === 0
    if (context.out.json) context.out.value(answer)
    else if (isEmpty) context.out.aside(`No note says anything about ${oneLine(answer.topic)} yet.`)
    else for (const line of show(context.out, answer)) context.out.line(line)
    return isEmpty ? 1 : 0
  },
}

function answerKept({ out }: Context, answer: SaveAnswer): ExitCode {
  if (!answer.saved) throw new UserError('refused', 'The note was being changed; try again.')
  if (out.json) out.value({ path: answer.path })
  else out.line(answer.path)
  return 0
}

function* show(out: Output, answer: TopicAnswer): Iterable<string> {
  const { bold, dim } = out.colors
  const { hub, kept, tasks } = answer
  if (hub !== null) yield `Start with ${bold(oneLine(hub.title))}  ${dim(oneLine(hub.path))}`
  if (kept !== null) yield `Kept in ${oneLine(kept.path)} on ${kept.date.slice(0, 10)}; ${kept.fresh.length} new since`
  yield* section(
    out,
    'Decisions',
    answer.decisions,
    (note) => `${note.date.slice(0, 10)}  ${note.status ?? 'no status'}`,
  )
  yield* section(out, 'About it', answer.notes)
  yield* section(out, 'Linked with these', answer.linked)
  if (answer.moreLinked > 0) yield dim(`  … and ${answer.moreLinked} more`)
  yield* section(out, 'Said elsewhere, without a link', answer.mentions)
  yield* taskLines(out, 'To do', tasks.open)
  yield* taskLines(out, 'Done', tasks.done)
  yield* section(out, 'People', answer.people)
  if (answer.tags.length > 0)
    yield* ['', bold('Tags'), `  ${answer.tags.map(({ tag }) => `#${oneLine(tag)}`).join('  ')}`]
  if (answer.timeline.months.length > 0)
    yield* ['', bold('When'), ...sayTimeline(answer.timeline).map((line) => `  ${line}`)]
  if (answer.forgotten !== null) yield* section(out, 'Worth seeing again', [answer.forgotten], ({ why }) => why)
}

function* section(
  { colors }: Output,
  title: string,
  notes: readonly TopicNote[],
  facts: (note: TopicNote) => string = ({ why }) => why,
): Iterable<string> {
  if (notes.length > 0) yield* ['', colors.bold(title)]
  for (const note of notes) {
    yield `  ${oneLine(note.title)}  ${colors.dim(clip(oneLine(facts(note)), WIDEST))}`
    if (note.sentence !== null) yield `      ${clip(readableBody(note.sentence), WIDEST)}`
  }
}

function* taskLines({ colors }: Output, title: string, tasks: TopicAnswer['tasks']['open']): Iterable<string> {
  if (tasks.length > 0) yield* ['', colors.bold(title)]
  for (const { text, due, completed, done, path, line } of tasks)
    yield `  ${clip(oneLine(readableBody(text)), WIDEST)}  ${colors.green((done ? completed : due) ?? '')}  ${colors.dim(`${oneLine(path)}:${line}`)}`
}
