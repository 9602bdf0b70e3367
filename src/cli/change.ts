import type { NotesChange } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import type { CommandSpec, Flags } from './command.ts'
import { carryOut, dryRun } from './refactor.ts'
import { oneLine } from './text.ts'

/** Flags that say what shall happen: one of them at a time, so that one undo takes back what one command did. */
const CHANGES: Readonly<Record<string, (said: string) => NotesChange>> = {
  addTag: (tag) => ({ kind: 'add-tag', tag }),
  removeTag: (tag) => ({ kind: 'remove-tag', tag }),
  set: (said) => {
    const [, key = '', value = ''] = /^([^=]*)=([\s\S]*)$/.exec(said) ?? []
    if (key.trim() === '')
      throw new UserError(
        'invalid',
        `Write a property and its value with a = between them, such as status=done, not ${said}.`,
      )
    return { kind: 'set', key, value }
  },
  unset: (key) => ({ kind: 'remove', key }),
  moveTo: (to) => ({ kind: 'move', to }),
  delete: () => ({ kind: 'delete' }),
}

export const change: CommandSpec = {
  name: 'change',
  takes: '<query...>',
  takesWhat: 'A search; every note that it finds is changed',
  summary: 'tag, file, move or delete all notes that a search finds, as one operation',
  flags: [
    { flags: '--add-tag <tag>', summary: 'give them a tag' },
    { flags: '--remove-tag <tag>', summary: 'take a tag away, and those below it' },
    { flags: '--set <key=value>', summary: 'set a property, such as status=done' },
    { flags: '--unset <key>', summary: 'take a property away' },
    { flags: '--move-to <folder>', summary: 'move them into a folder; links follow' },
    { flags: '--delete', summary: 'put them into the trash' },
    dryRun,
  ],
  examples: [
    'notly change kind:idea in:archive --set status=dropped --dry-run',
    'notly change tag:pricing --add-tag prices',
  ],
  takesDashes: true,
  run: async (context, words, flags) => {
    const wanted = changeIn(flags)
    const workspace = await context.openWorkspace()
    const query = words.join(' ').trim()
    if (query === '') throw new UserError('invalid', 'Say which notes: give a search, such as kind:idea in:archive.')
    const paths = workspace.notesFound(query)
    if (paths.length === 0) {
      context.out.aside(`No note is found by ${oneLine(query)}; nothing was changed.`)
      return 1
    }
    return carryOut(context, workspace, { kind: 'change', paths, change: wanted }, flags)
  },
}

/** @throws {UserError} when none is asked for, or several are */
function changeIn(flags: Flags): NotesChange {
  const said = Object.entries(CHANGES).flatMap(([flag, make]) => {
    const value = flags[flag as keyof Flags]
    return value === undefined ? [] : [make(String(value))]
  })
  const [only] = said
  if (only === undefined || said.length > 1)
    throw new UserError(
      'invalid',
      `Say ${only === undefined ? 'what shall be changed' : 'one change at a time'}: --add-tag, --remove-tag, --set, --unset, --move-to or --delete.`,
    )
  return only
}
