import { UserError } from '../core/errors.ts'
import { fileNameFor } from '../core/filename.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import { fileNameOf, folderOf, isNotePath, isSafePath, joinPath, notePath } from '../core/path.ts'
import type { World } from '../core/refactor/world.ts'

/** Where notes may go, and why not. Every refusal is a sentence, with a name that would do. */

/** @throws {UserError} when no file can have the name on every system */
export function cleanTitle(asked: string, of: 'note' | 'folder' = 'note'): string {
  const spaced = asked.normalize('NFC').replace(/\s+/g, ' ').trim()
  const title = of === 'note' ? spaced.replace(/\.md$/i, '') : spaced
  if (title === '')
    throw new UserError('invalid', `A ${of} needs a ${of === 'note' ? 'title' : 'name'}; give it a word or two.`)
  const name = fileNameFor(title)
  if (name === title) return title
  throw new UserError(
    'invalid',
    `“${title}” cannot be the name of a ${of === 'note' ? 'file' : 'folder'} on every system; try “${name}”.`,
    [],
    name,
  )
}

/** @throws {UserError} when another file has the path, or one that differs only in case or Unicode form */
export function refuseTaken(world: World, from: NotePath | undefined, to: NotePath, title: string): void {
  const taken = (path: string): NotePath | undefined => {
    const key = `/${foldName(isNotePath(path) ? path.replace(/\.md$/i, '') : path)}`
    return world.answering(key).find((candidate) => candidate.path !== from)?.path
  }
  const existing = taken(to)
  if (existing === undefined) return
  const extension = to.slice(to.lastIndexOf('.'))
  const proposal = firstFree(title, (name) => taken(joinPath(folderOf(to), `${name}${extension}`)) === undefined)
  throw new UserError('refused', `${existing} is there already; try “${proposal}”.`, [existing], proposal)
}

/** `Acme 2`, or the first such name after it that is free. */
export function firstFree(title: string, isFree: (name: string) => boolean): string {
  for (let count = 2; ; count++) if (isFree(`${title} ${count}`)) return `${title} ${count}`
}

export function trimSlashes(path: string): string {
  return path.normalize('NFC').replace(/^\/+|\/+$/g, '')
}

/** @throws {UserError} for a path that is not in the vault */
export function safe(path: string): NotePath {
  if (!isSafePath(path)) throw new UserError('invalid', `${path} is not a place in this vault; give a folder of it.`)
  return notePath(path)
}

/** `.png`, in small letters; empty for a file without. */
export function extensionOf(path: string): string {
  return /[^/.](\.[^/.]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** A file's name without its extension. */
export function nameOf(path: string): string {
  const name = fileNameOf(path)
  return name.slice(0, name.length - extensionOf(name).length)
}
