import type { MentionAnswer } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { placeToLink } from '../core/suggest/place-to-link.ts'
import type { Workspace } from '../workspace.ts'
import { printList } from './answer.ts'
import type { CommandSpec, ExitCode, Output } from './command.ts'
import { limitFlag } from './flags.ts'
import { NOTE } from './note-name.ts'
import { askedAbout } from './stdin.ts'
import { count, highlight, oneLine } from './text.ts'

const LONGEST_SENTENCE = 300

export const mentions: CommandSpec = {
  name: 'mentions',
  takes: '[note...]',
  takesWhat: `${NOTE}; - for a text from standard input`,
  summary: 'who names a note without linking it, or whom it names',
  flags: [
    { flags: '--outgoing', summary: 'the notes that this one names' },
    { flags: '--incoming', summary: 'the notes that name this one (the usual answer)' },
    { flags: '--link', summary: 'make links of them; one undo takes all of it back' },
    limitFlag(1000),
  ],
  examples: ['notly mentions "Q3 market research"', 'notly mentions --outgoing Welcome', 'pbpaste | notly mentions -'],
  run: async (context, words, flags) => {
    if (flags.outgoing === true && flags.incoming === true)
      throw new UserError('invalid', 'Give --outgoing or --incoming, not both.')
    const workspace = await context.openWorkspace()
    const asked = await askedAbout(context, workspace, words, flags)
    if ('text' in asked)
      return list(context.out, workspace.mentionsIn(asked.text), flags.limit, 'The text names no note.')
    const title = oneLine(asked.title)
    const isOutgoing = flags.outgoing === true
    const found = isOutgoing ? await workspace.mentionsOut(asked.path) : await workspace.mentionsOf(asked.path)
    if (flags.link === true) return linkAll(context.out, workspace, found)
    const nothing = isOutgoing
      ? `${title} names no note that it does not link.`
      : `No note names ${title} without linking it.`
    return list(context.out, found, flags.limit, nothing)
  },
}

function list(out: Output, found: readonly MentionAnswer[], limit: number | undefined, nothing: string): ExitCode {
  return printList(out, found.slice(0, limit), (rows) => show(out, [...rows]), nothing)
}

function* show({ colors }: Output, rows: readonly MentionAnswer[]): Iterable<string> {
  for (const group of Map.groupBy(rows, ({ source, target }) => `${source}\n${target}`).values()) {
    const [first] = group
    if (first === undefined) continue
    const source = first.source === '' ? [] : [colors.bold(oneLine(first.title)), colors.dim(oneLine(first.source))]
    yield [
      ...source,
      colors.magenta('names'),
      colors.bold(oneLine(first.targetTitle)),
      colors.dim(oneLine(first.target)),
    ].join('  ')
    for (const { position, context, contextFrom, contextTo, match } of group) {
      const passage = highlight(context, contextFrom, contextTo, LONGEST_SENTENCE, (text) => colors.yellow(text))
      const how = match === 'exact' ? '' : `  ${colors.dim(`(${match})`)}`
      yield `    ${colors.green(`${position.line}:${position.column}`)}  ${passage}${how}`
    }
  }
}

/** A place that could mean several notes is linked to the likeliest. */
async function linkAll(out: Output, workspace: Workspace, found: readonly MentionAnswer[]): Promise<ExitCode> {
  const best = new Map<string, MentionAnswer>()
  for (const mention of found) {
    const place = `${mention.source}\n${mention.position.offset}`
    if (mention.score > (best.get(place)?.score ?? 0)) best.set(place, mention)
  }
  if (best.size === 0) {
    out.aside('There is nothing to link.')
    return 1
  }
  const answer = await workspace.refactor({ kind: 'link', places: [...best.values()].map(placeToLink) })
  if (!answer.done) throw new UserError('refused', answer.message)
  if (out.json) out.value(answer)
  else out.line(`Made ${count(answer.links, 'link')} in ${count(answer.notes, 'note')}.`)
  return 0
}
