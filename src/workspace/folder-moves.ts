import { UserError } from '../core/errors.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import { fileNameOf, folderOf, joinPath } from '../core/path.ts'
import type { Database } from '../index/database.ts'
import { cleanTitle, firstFree, safe, trimSlashes } from './places.ts'
import { filesBelow, isFolder } from './world.ts'

/** Files that go to other paths together. */
export interface Moves {
  /** Where what was asked about will be. */
  readonly target: string
  readonly pairs: readonly { readonly from: NotePath; readonly to: NotePath }[]
}

/** A folder moves as `mv` would: into the target where that is a folder, else it becomes the target. @throws {UserError} */
export function folderLikeMv(db: Database, { path, to }: { readonly path: string; readonly to: string }): Moves {
  const folder = trimSlashes(path)
  const into = trimSlashes(to)
  const isThere = into === '' || filesBelow(db, into).length > 0
  const target = isThere && foldName(into) !== foldName(folder) ? joinPath(into, fileNameOf(folder)) : into
  return movesTo(db, folder, target)
}

/**
 * A folder gets another path as a whole, which must be free.
 * @throws {UserError} when it is not there, cannot be there, or another folder is
 */
export function wholeFolder(
  db: Database,
  { path, to }: { readonly path: string; readonly to: string },
): Moves & { readonly folder: string } {
  const folder = trimSlashes(path)
  const target = trimSlashes(to)
  const name = fileNameOf(target)
  const above = folderOf(target)
  if (target !== '') safe(target)
  if (target !== folder) cleanTitle(name, 'folder')
  const isTaken = (asked: string): boolean => foldName(asked) !== foldName(folder) && isFolder(db, asked)
  if (isTaken(target)) {
    const proposal = firstFree(name, (free) => !isTaken(joinPath(above, free)))
    throw new UserError('refused', `There is a folder ${target} already; try “${proposal}”.`, [target], proposal)
  }
  return { folder, ...movesTo(db, folder, target) }
}

function movesTo(db: Database, folder: string, target: string): Moves {
  const files = filesBelow(db, folder)
  if (files.length === 0)
    throw new UserError('not-found', `There is no note or folder ${folder}; it may have been moved or deleted.`)
  if (target.startsWith(`${folder}/`))
    throw new UserError('invalid', `${folder} cannot be moved into itself; choose another folder.`)
  if (target !== folder) for (const segment of target.split('/')) cleanTitle(segment, 'folder')
  return { target, pairs: files.map((from) => ({ from, to: safe(target + from.slice(folder.length)) })) }
}
