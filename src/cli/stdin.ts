import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import type { Workspace } from '../workspace.ts'
import type { Context, FlagSpec, Flags } from './command.ts'

export const textFlag: FlagSpec = {
  flags: '--text <words>',
  summary: 'these words instead of a note; - reads standard input',
}

/**
 * What a command is asked about: a note by any of its names, or a text. A note called `-` is standard input.
 * @throws {UserError} when neither or both are given, or no note has the name
 */
export async function askedAbout(
  context: Context,
  workspace: Workspace,
  words: readonly string[],
  { text }: Flags,
): Promise<{ readonly path: NotePath; readonly title: string } | { readonly text: string }> {
  const isInput = words.length === 1 && words[0] === '-'
  if (text !== undefined && words.length > 0) throw new UserError('invalid', 'Give a note or a text, not both.')
  if (isInput || text === '-') return { text: await (await import('node:stream/consumers')).text(process.stdin) }
  if (text !== undefined) return { text }
  if (words.length === 0)
    throw new UserError('invalid', 'The note is missing; give its name, or - to read standard input.')
  return workspace.find(context.nameOf(words))
}
