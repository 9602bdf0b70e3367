import type { BigIntStats } from 'node:fs'
import type { NotePath, Revision } from '../core/note.ts'
import type { Disk } from './disk.ts'
import { isRevisedByContent, readSource, revisionOfContent } from './reading.ts'
import { blame, Refusal } from './refusal.ts'

interface Seen {
  readonly path: NotePath
  readonly target: string
  readonly base: Revision
  readonly stat: BigIntStats
}

/**
 * What tells a file's content from another: the revision of a note, size and time of what is never read.
 * Unlike a revision it outlasts links and renames, which change the state of a file and not what is in it.
 */
export function printOf(disk: Disk, path: NotePath, absolute: string): string | undefined {
  const stat = disk.stat(absolute)
  if (!stat?.isFile()) return undefined
  if (!isRevisedByContent(path, stat)) return printOfState(stat)
  return revisionOfContent(disk, absolute)
}

/** The print that a file had when its base was taken. */
export function printOfBase({ path, base, stat }: Seen): string {
  return isRevisedByContent(path, stat) ? base : printOfState(stat)
}

function printOfState(stat: BigIntStats): string {
  return `${stat.size}-${stat.mtimeNs}`
}

/** @throws {Refusal} when the file is no longer the one that was checked */
export function lookAgain(disk: Disk, seen: Seen): void {
  if (printOf(disk, seen.path, seen.target) !== printOfBase(seen)) throw stale(disk, seen.path, seen.target)
}

/** The refusal to change a file that is no longer what it was, with what it is now. */
export function stale(disk: Disk, path: NotePath, absolute: string): unknown {
  try {
    return new Refusal({ kind: 'stale', path, current: readSource(disk, path, absolute) })
  } catch (error) {
    return blame(path, error)
  }
}

export function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.dev === b.dev
}
