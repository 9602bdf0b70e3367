import { dirname } from 'node:path'
import type { CreateStep, DeleteStep, Step, WriteStep } from './checking.ts'
import { type Disk, isWithoutLinks, syncPath } from './disk.ts'
import { makeFolder, missingFolders, refuseLink, removeEmptied, removeIfEmpty } from './folders.ts'
import { lookAgain, printOfBase } from './looking.ts'
import { temporaryName } from './names.ts'
import { blame, Refusal } from './refusal.ts'
import type { Replaced } from './replaced.ts'
import { codeOf } from './sentences.ts'
import { writeSynced } from './writing.ts'

export type SingleStep = CreateStep | WriteStep | DeleteStep

/** A move concerns two names, so it needs the journal as many files do. */
export function isSingle(step: Step): step is SingleStep {
  return step.kind !== 'move'
}

/**
 * Changes one file, which takes no journal: the new text lies safe in a temporary beside it before one rename shows it.
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
  await keeping(replaced, step, () => {
    lookAgain(disk, step)
    disk.unlink(step.target)
  })
  await syncPath(disk, dirname(step.target))
}

/** What another program may still write into is kept for a while. */
async function keeping(replaced: Replaced, step: WriteStep | DeleteStep, work: () => void): Promise<void> {
  const kept = await replaced.keep(step.path, step.target, printOfBase(step), step.stat.size)
  try {
    work()
  } catch (error) {
    await kept.drop()
    throw error
  }
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
    // No other work of this process comes between the last look at the file and the rename.
    if (step.kind === 'write') await keeping(replaced, step, () => show(disk, temporary, step))
    else show(disk, temporary, step)
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

function show(disk: Disk, temporary: string, step: CreateStep | WriteStep): void {
  if (step.kind === 'write') {
    lookAgain(disk, step)
    disk.rename(temporary, step.target)
  } else if (!moveToFree(disk, temporary, step.target)) {
    throw new Refusal({ kind: 'exists', path: step.path, existing: step.path })
  }
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
