import { dirname } from 'node:path'
import type { CreateStep, DeleteStep, Step, WriteStep } from './checking.ts'
import { type Disk, isWithoutLinks, syncPath } from './disk.ts'
import { makeFolder, missingFolders, refuseLink, removeEmptied, removeIfEmpty } from './folders.ts'
import { lookAgain, printOfBase } from './looking.ts'
import { temporaryName } from './names.ts'
import { blame, Refusal } from './refusal.ts'
import type { Kept, Replaced } from './replaced.ts'
import { revisionOfBytes } from './revision.ts'
import { codeOf } from './sentences.ts'
import { writeSynced } from './writing.ts'

export type SingleStep = CreateStep | WriteStep | DeleteStep

/** A move concerns two names, so it needs the journal as many files do. */
export function isSingle(step: Step): step is SingleStep {
  return step.kind !== 'move'
}

/**
 * Changes one file, which takes no journal: the new text lies safe in a temporary beside it before one call shows it.
 * @throws {Refusal} when nothing was changed
 */
export async function commitOne(disk: Disk, root: string, step: SingleStep, replaced: Replaced): Promise<void> {
  const made: string[] = []
  try {
    if (step.kind === 'delete') await remove(disk, step, replaced)
    else await put(disk, step, made, replaced)
  } catch (error) {
    for (const folder of made.reverse()) removeIfEmpty(disk, folder)
    throw blame(step.path, error)
  }
  // The file is gone by now; a folder that stays, empty, is no failure of that.
  if (step.kind === 'delete') await removeEmptied(disk, root, step.target).catch(() => {})
}

async function remove(disk: Disk, step: DeleteStep, replaced: Replaced): Promise<void> {
  const kept = await replaced.keep(step.path, step.target, printOfBase(step), step.stat.size)
  await letGo(disk, step, kept, {
    take(place) {
      if (place === undefined) disk.unlink(step.target)
      else disk.rename(step.target, place)
      return place !== undefined
    },
    giveBack: (place) => moveToFree(disk, place, step.target),
  })
  await syncPath(disk, dirname(step.target))
}

/** How a file goes from its place. */
interface Way {
  /** @returns whether it lies at the place now */
  take(place: string | undefined): boolean
  giveBack(place: string): void
}

/**
 * No other work of this process comes between the last look at a file and the call by which it goes, but another program's may: a file that it
 * has put there in this moment is seen where the old one was taken, and goes back. What else comes back for it then, a third one's text, stays
 * at the place to be taken in like all that came late: so nothing is dropped once something was taken.
 */
async function letGo(disk: Disk, step: WriteStep | DeleteStep, kept: Kept, { take, giveBack }: Way): Promise<void> {
  let isTaken: boolean
  try {
    lookAgain(disk, step)
    isTaken = take(kept.place)
  } catch (error) {
    await kept.drop()
    throw error
  }
  if (!isTaken || kept.place === undefined) return
  try {
    lookAgain(disk, { ...step, target: kept.place })
  } catch (error) {
    giveBack(kept.place)
    throw error
  }
  kept.settle()
}

async function put(disk: Disk, step: CreateStep | WriteStep, made: string[], replaced: Replaced): Promise<void> {
  const folder = dirname(step.target)
  if (step.kind === 'create') {
    for (const missing of missingFolders(step)) if (makeFolder(disk, missing)) made.push(missing)
  }
  refuseLink(disk, step.path, folder)
  const temporary = `${folder}/${temporaryName()}`
  try {
    await writeSynced(disk, temporary, step.text, step.kind === 'write' ? step.stat : undefined)
    if (step.kind === 'write') await replace(disk, temporary, step, replaced)
    else if (!moveToFree(disk, temporary, step.target))
      throw new Refusal({ kind: 'exists', path: step.path, existing: step.path })
  } catch (error) {
    tryUnlink(disk, temporary)
    throw error
  }
  try {
    for (const each of [folder, ...made.map((inner) => dirname(inner))]) await syncPath(disk, each)
  } catch (error) {
    if (step.kind === 'create') tryUnlink(disk, step.target)
    throw error
  }
}

async function replace(disk: Disk, temporary: string, step: WriteStep, replaced: Replaced): Promise<void> {
  const own = revisionOfBytes(step.text)
  const kept = await replaced.keep(step.path, step.target, printOfBase(step), step.stat.size, own)
  await letGo(disk, step, kept, {
    take: (place) => takePlace(disk, temporary, step, place),
    giveBack: (place) => disk.exchange(step.target, place),
  })
}

/** @returns whether the old file lies at the place now */
function takePlace(disk: Disk, temporary: string, step: WriteStep, place: string | undefined): boolean {
  // A temporary is cleared away some day; what lies at the place never is, whosever it is by then.
  if (place !== undefined) disk.rename(temporary, place)
  if (place !== undefined && disk.exchange(step.target, place)) return true
  // To find that there is no such call may have taken its time.
  lookAgain(disk, step)
  disk.rename(place ?? temporary, step.target)
  return false
}

/** Moves without ever replacing a file: a rename would, a link does not. @returns false when something is there */
export function moveToFree(disk: Disk, from: string, to: string): boolean {
  try {
    disk.link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!isWithoutLinks(codeOf(error))) throw error
    if (disk.stat(to) !== undefined) return false
    disk.rename(from, to)
    return true
  }
  tryUnlink(disk, from)
  return true
}

/** For what is hidden, and cleared away later when it stays. */
export function tryUnlink(disk: Disk, path: string): void {
  try {
    disk.unlink(path)
  } catch {
    // Nothing depends on it.
  }
}
