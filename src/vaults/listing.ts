import type { NotePath } from '../core/note.ts'
import type { Known, Listed, NoteStat } from '../core/vault.ts'
import type { Disk } from './disk.ts'
import { isRevisedByContent, useContent } from './reading.ts'
import { revisionOfBytes, revisionOfState, stampOf, stateOf } from './revision.ts'
import { codeOf } from './sentences.ts'
import type { FilePlace } from './walking.ts'

/**
 * A file as a list has it.
 * @param isReadLater whether its caller reads what it does not know anyway
 * @returns undefined when the file has gone since the walk, or cannot be read and never could
 */
export function statFile(
  disk: Disk,
  { path, absolute }: FilePlace,
  known: Known | undefined,
  isReadLater: boolean,
): Listed | undefined {
  try {
    const stat = disk.stat(absolute)
    if (stat === undefined || !stat.isFile()) return undefined
    const state = stateOf(stat)
    const modified = Number(stat.mtimeMs)
    const bytes = Number(stat.size)
    if (known?.stamp === state) return { path, revision: known.revision, stamp: state, modified, bytes }
    if (!isRevisedByContent(path, stat)) {
      return { path, revision: revisionOfState(stat), stamp: stampOf(stat, Date.now()), modified, bytes }
    }
    if (known === undefined && isReadLater) return { path, revision: undefined, stamp: '', modified, bytes }
    return statByContent(disk, path, absolute)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    // What cannot be read now has not been deleted: it stays as it was last seen.
    return known && { path, revision: known.revision, stamp: '', modified: 0, bytes: 0 }
  }
}

function statByContent(disk: Disk, path: NotePath, absolute: string): NoteStat | undefined {
  return useContent(disk, absolute, ({ stat, bytes, readAt }) => ({
    path,
    revision: bytes ? revisionOfBytes(bytes) : revisionOfState(stat),
    stamp: stampOf(stat, readAt),
    modified: Number(stat.mtimeMs),
    bytes: Number(stat.size),
  }))
}
