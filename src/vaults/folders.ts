import { dirname } from 'node:path'
import type { NotePath } from '../core/note.ts'
import type { Destination } from './checking.ts'
import { type Disk, syncPath } from './disk.ts'
import { foldPath } from './names.ts'
import { Refusal } from './refusal.ts'
import { codeOf, sentences } from './sentences.ts'

/** `missing` as absolute paths, outer first. */
export function missingFolders({ folder, missing }: Destination): string[] {
  return missing.map((_, at) => [folder, ...missing.slice(0, at + 1)].join('/'))
}

/** @returns whether it was made; false when it is there. */
export function makeFolder(disk: Disk, folder: string): boolean {
  try {
    disk.makeFolder(folder)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && disk.stat(folder)?.isDirectory()) return false
    throw error
  }
}

/** As `makeFolder`, where the user may have put a link to a folder elsewhere. */
export function makeOwnFolder(disk: Disk, folder: string): boolean {
  const isThere = disk.stat(folder) !== undefined && disk.stat(disk.realPath(folder))?.isDirectory() === true
  return !isThere && makeFolder(disk, folder)
}

/** Removes a folder that holds nothing. @returns whether it was removed */
export function removeIfEmpty(disk: Disk, folder: string): boolean {
  try {
    disk.removeFolder(folder)
    return true
  } catch {
    return false
  }
}

/** Removes the folders that a file has left empty, from its own upwards, never the root. */
export async function removeEmptied(disk: Disk, root: string, target: string): Promise<void> {
  let folder = dirname(target)
  while (folder.length > root.length && removeIfEmpty(disk, folder)) folder = dirname(folder)
  if (folder !== dirname(target)) await syncPath(disk, folder)
}

/**
 * A folder could have been exchanged for a link since it was checked.
 * @throws {Refusal} when it was
 */
export function refuseLink(disk: Disk, path: NotePath, folder: string): void {
  const real = disk.realPath(folder)
  if (disk.tellsCaseApart ? real === folder : foldPath(real) === foldPath(folder)) return
  throw new Refusal({ kind: 'refused', path, message: sentences.linkedFolder(path, folder) })
}
