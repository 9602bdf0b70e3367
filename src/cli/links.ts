import type { LinkAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { NOTE } from './note-name.ts'
import { align, type Cell, oneLine } from './text.ts'

export const links: CommandSpec = {
  name: 'links',
  takes: '[note...]',
  takesWhat: NOTE,
  summary: 'every link, or those of one note, and the notes they mean',
  examples: ['notly links "Client presentation"', 'notly links --json'],
  run: async (context, words) => {
    const workspace = await context.openWorkspace()
    const note = words.length === 0 ? undefined : workspace.find(context.nameOf(words))
    const answers = workspace.links(note?.path)
    const nothing = note ? `${oneLine(note.title)} links to no note yet.` : 'No note links to another yet.'
    return printList(context.out, answers, (rows) => showLinks(context.out, rows), nothing)
  },
}

function* showLinks(out: Output, rows: Iterable<LinkAnswer>): Iterable<string> {
  let first = true
  for (const group of bySource(rows)) {
    if (!first) yield ''
    first = false
    yield out.colors.bold(oneLine(group[0]?.source ?? ''))
    for (const line of align(group.map((link) => cellsOf(out, link)))) yield `  ${line}`
  }
}

/** Links come in the order of their sources. */
function* bySource(rows: Iterable<LinkAnswer>): Iterable<readonly LinkAnswer[]> {
  let group: LinkAnswer[] = []
  for (const row of rows) {
    if (group[0] && group[0].source !== row.source) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield group
}

function cellsOf({ colors }: Output, link: LinkAnswer): readonly Cell[] {
  return [
    { text: `${link.position.line}:${link.position.column}`, paint: colors.green, right: true },
    { text: oneLine(link.relation ?? ''), paint: colors.magenta },
    { text: targetOf(link) },
    meaningOf(link, colors),
  ]
}

function targetOf({ target, fragment }: LinkAnswer): string {
  return oneLine(fragment === null ? target : `${target}#${fragment}`)
}

function meaningOf(link: LinkAnswer, colors: Output['colors']): Cell {
  if (link.resolved === null) return { text: 'no such note yet', paint: colors.yellow }
  const path = oneLine(link.resolved)
  return link.ambiguous ? { text: `${path} (ambiguous)`, paint: colors.yellow } : { text: path, paint: colors.dim }
}
