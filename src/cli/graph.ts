import type { HubAnswer, NoteSummary, UnresolvedAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { limitFlag } from './flags.ts'
import { align, count, countCell, noteCells, oneLine } from './text.ts'

const LIMIT = 20
const SOURCES_SHOWN = 3

export const hubs: CommandSpec = {
  name: 'hubs',
  summary: 'the notes that many notes link to',
  flags: [limitFlag(LIMIT)],
  run: async (context, _words, { limit = LIMIT }) => {
    const workspace = await context.openWorkspace()
    return printList(
      context.out,
      workspace.hubs(limit),
      (rows) => showHubs(context.out, rows),
      'No note links to another yet.',
    )
  },
}

export const islands: CommandSpec = {
  name: 'islands',
  summary: 'notes without links either way',
  flags: [{ flags: '--all', summary: 'also those that were called fine as they are' }],
  run: async (context, _words, { all }) => {
    const workspace = await context.openWorkspace()
    const islands = workspace.islands()
    const asked = islands.filter(({ fine }) => all || !fine)
    const none =
      islands.length === 0 ? 'Every note has a link.' : 'Every other note has a link; --all lists those that are fine.'
    return printList(context.out, asked, (rows) => showNotes(context.out, rows), none)
  },
}

export const unresolved: CommandSpec = {
  name: 'unresolved',
  summary: 'names that are linked to and that no note has yet',
  run: async (context) => {
    const workspace = await context.openWorkspace()
    const show = (rows: Iterable<UnresolvedAnswer>) => showUnresolved(context.out, rows)
    return printList(context.out, workspace.unresolved(), show, 'Every link means a note.')
  },
}

function showHubs({ colors }: Output, rows: Iterable<HubAnswer>): Iterable<string> {
  return align(
    [...rows].map((hub) => [
      countCell(hub.backlinks, 'backlink', colors.yellow),
      { text: `from ${count(hub.sources, 'note')}`, paint: colors.dim },
      ...noteCells(colors, hub),
    ]),
  )
}

function showNotes({ colors }: Output, rows: Iterable<NoteSummary>): Iterable<string> {
  return align([...rows].map((note) => noteCells(colors, note)))
}

function showUnresolved({ colors }: Output, rows: Iterable<UnresolvedAnswer>): Iterable<string> {
  return align(
    [...rows].map(({ target, links, sources }) => [
      countCell(links, 'link', colors.yellow),
      { text: oneLine(target), paint: colors.bold },
      { text: `in ${nameSome(sources)}`, paint: colors.dim },
    ]),
  )
}

function nameSome(paths: readonly string[]): string {
  const named = paths.slice(0, SOURCES_SHOWN).map(oneLine).join(', ')
  return paths.length > SOURCES_SHOWN ? `${named} and ${paths.length - SOURCES_SHOWN} more` : named
}
