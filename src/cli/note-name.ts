import { relative, resolve, sep } from 'node:path'

/** For the help of every command that takes one. */
export const NOTE = 'Any name of the note: its title, an alias, its file or path'

/**
 * What was typed for a note, as a name that the workspace knows. Words need no quotes. What a shell completes as a path
 * (`./tasks/Client presentation.md`) is meant from where the user stands, not from the vault's root.
 */
export function noteName(words: readonly string[], vault: string, cwd: string): string {
  const typed = words.join(' ').trim()
  if (!/^(\.{1,2}\/|\/)/.test(typed)) return typed
  const path = relative(vault, resolve(cwd, typed))
  return path.startsWith('..') ? typed : path.split(sep).join('/')
}
