import type { NoteSummary, TagAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Output } from './command.ts'
import { limitFlag } from './flags.ts'
import { align, countCell, noteCells, oneLine } from './text.ts'

const LIMIT = 20

export const tags: CommandSpec = {
  name: 'tags',
  summary: 'every tag, with the number of notes that have it',
  run: async (context) => {
    const workspace = await context.openWorkspace()
    return printList(context.out, workspace.tags(), (rows) => showTags(context.out, rows), 'No note has a tag yet.')
  },
}

export const recent: CommandSpec = {
  name: 'recent',
  summary: 'the notes changed last',
  flags: [limitFlag(LIMIT)],
  run: async (context, _words, { limit = LIMIT }) => {
    const workspace = await context.openWorkspace()
    return printList(
      context.out,
      workspace.recent(limit),
      (rows) => showRecent(context.out, rows),
      'There are no notes yet.',
    )
  },
}

function showTags({ colors }: Output, rows: Iterable<TagAnswer>): Iterable<string> {
  return align(
    [...rows].map(({ tag, notes }) => [
      countCell(notes, 'note', colors.dim),
      { text: `#${oneLine(tag)}`, paint: colors.cyan },
    ]),
  )
}

function showRecent({ colors }: Output, rows: Iterable<NoteSummary>): Iterable<string> {
  return align(
    [...rows].map((note) => [{ text: localTime(note.modified), paint: colors.green }, ...noteCells(colors, note)]),
  )
}

/** `2026-03-29 14:05`, where the reader is. */
export function localTime(iso: string): string {
  const date = new Date(iso)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
