import type { OperationAnswer, TrashAnswer, UndoAnswer, VersionAnswer } from '../core/answers.ts'
import { printList } from './answer.ts'
import type { CommandSpec, Context, ExitCode, Output } from './command.ts'
import { limitFlag, wholeNumber } from './flags.ts'
import { localTime } from './lists.ts'
import { placeOf, shortOf } from './revisions.ts'
import { align, count, countCell, oneLine } from './text.ts'

const LIMIT = 50
const TRASH_LIMIT = 200

export const undo: CommandSpec = {
  name: 'undo',
  takes: '[id]',
  takesWhat: 'The number of an operation, from notly history; the last one unless given',
  summary: 'take a rename, move, merge, deletion or the like back, as a whole',
  examples: ['notly undo', 'notly undo 12'],
  run: async (context, [id]) => {
    const asked = id === undefined ? undefined : wholeNumber(id)
    const workspace = await context.openWorkspace()
    const answer = await workspace.undo(asked)
    if (context.out.json) context.out.value(answer)
    else showUndo(context.out, answer)
    return answer.notes === 0 ? 1 : 0
  },
}

function showUndo({ line }: Output, { label, notes, leftAlone }: UndoAnswer): void {
  const name = oneLine(label)
  line(notes > 0 ? `Undid “${name}”: ${count(notes, 'note')} went back.` : `Nothing of “${name}” went back.`)
  for (const { path, why } of leftAlone) line(`  ${oneLine(path)}  ${oneLine(why)}`)
}

export const history: CommandSpec = {
  name: 'history',
  takes: '[note...]',
  takesWhat: 'Any name of the note, or the path of one that was deleted; every operation unless given',
  summary: 'the earlier texts of a note, or what was done to the vault, newest first',
  flags: [limitFlag(LIMIT)],
  examples: ['notly history', 'notly history "Q3 market research"'],
  run: async (context, words, { limit = LIMIT }) => {
    const workspace = await context.openWorkspace()
    if (words.length === 0) return printOperations(context, workspace.operations(limit))
    const path = placeOf(workspace, context.nameOf(words))
    const versions = workspace.versions(path)
    const show = (rows: Iterable<VersionAnswer>) => showVersions(context.out, [...rows])
    return printList(context.out, versions.slice(0, limit), show, `No earlier text of ${oneLine(path)} is kept.`)
  },
}

function printOperations({ out }: Context, operations: readonly OperationAnswer[]): ExitCode {
  const show = (rows: Iterable<OperationAnswer>) => showOperations(out, [...rows])
  return printList(out, operations, show, 'Nothing was done yet.')
}

function showOperations({ colors }: Output, rows: readonly OperationAnswer[]): Iterable<string> {
  return align(
    rows.map(({ id, at, label, notes, undone }) => [
      { text: String(id), paint: colors.yellow, right: true },
      { text: localTime(at), paint: colors.green },
      countCell(notes, 'note', colors.dim),
      { text: undone ? `${oneLine(label)} (undone)` : oneLine(label), paint: undone ? colors.dim : undefined },
    ]),
  )
}

function showVersions({ colors }: Output, rows: readonly VersionAnswer[]): Iterable<string> {
  return align(
    rows.map(({ revision, at, label, bytes }) => [
      { text: shortOf(revision, rows), paint: colors.yellow },
      { text: localTime(at), paint: colors.green },
      { text: count(bytes, 'byte'), paint: colors.dim, right: true },
      { text: `before: ${oneLine(label)}` },
    ]),
  )
}

export const trash: CommandSpec = {
  name: 'trash',
  summary: 'notes that were deleted, newest first, and how to have them back',
  flags: [limitFlag(TRASH_LIMIT)],
  run: async (context, _words, { limit = TRASH_LIMIT }) => {
    const workspace = await context.openWorkspace()
    const show = (rows: Iterable<TrashAnswer>) => showTrash(context.out, [...rows])
    return printList(context.out, workspace.trash(limit), show, 'No note was deleted.')
  },
}

function showTrash({ colors }: Output, rows: readonly TrashAnswer[]): Iterable<string> {
  return align(
    rows.map(({ path, title, deleted, bytes, revision }) => [
      { text: localTime(deleted), paint: colors.green },
      { text: oneLine(title), paint: colors.bold },
      { text: count(bytes, 'byte'), paint: colors.dim, right: true },
      { text: `${oneLine(path)}@${shortOf(revision, [])}`, paint: colors.yellow },
    ]),
  )
}
