import type { BacklinkAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { Colors, CommandSpec, Output } from './command.ts'
import { NOTE } from './note-name.ts'
import { count, highlight, oneLine } from './text.ts'

/** A sentence is what the reader came for, so only what is hardly one is cut. Columns. */
const LONGEST_SENTENCE = 300

export const backlinks: CommandSpec = {
  name: 'backlinks',
  takes: '<note...>',
  takesWhat: NOTE,
  summary: 'who refers to a note, and why',
  examples: ['notly backlinks "Q3 market research"'],
  run: async (context, words) => {
    const workspace = await context.openWorkspace()
    const note = workspace.find(context.nameOf(words))
    const answers = workspace.backlinks(note.path)
    const show = (rows: Iterable<BacklinkAnswer>) => showBacklinks(context.out, note.title, [...rows])
    return printList(context.out, answers, show, `No note links to ${oneLine(note.title)} yet.`)
  },
}

function* showBacklinks(out: Output, title: string, answers: readonly BacklinkAnswer[]): Iterable<string> {
  if (answers.length === 0) return
  const { colors } = out
  const sources = new Set(answers.map(({ source }) => source)).size
  yield `${colors.bold(oneLine(title))}  ${colors.dim(`${count(answers.length, 'backlink')} from ${count(sources, 'note')}`)}`
  for (const [relation, group] of groupBy(answers, ({ inverse }) => inverse ?? '')) {
    yield ''
    yield colors.magenta(relation === '' ? 'linked from' : oneLine(relation))
    for (const links of groupBy(group, ({ source }) => source).values()) yield* showSource(out, links)
  }
}

function* showSource(out: Output, links: readonly BacklinkAnswer[]): Iterable<string> {
  const { colors } = out
  const [first] = links
  if (first === undefined) return
  yield `  ${[
    colors.bold(oneLine(first.title)),
    ...(first.kind === null ? [] : [colors.cyan(oneLine(first.kind))]),
    colors.dim(first.date.slice(0, 10)),
    colors.dim(oneLine(first.source)),
  ].join('  ')}`
  for (const link of links) yield `    ${showPlace(colors, link)}  ${showContext(out, link)}`
}

function showPlace(colors: Colors, { position: { line, column } }: BacklinkAnswer): string {
  return colors.green(`${line}:${column}`)
}

function showContext({ colors }: Output, link: BacklinkAnswer): string {
  const passage = highlight(link.context, link.contextFrom, link.contextTo, LONGEST_SENTENCE, (text) =>
    colors.yellow(text),
  )
  return link.ambiguous ? `${passage}  ${colors.dim('(could also mean another note)')}` : passage
}

/** In the order in which the keys first come. */
function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  return Map.groupBy(rows, keyOf)
}
