import { basename, dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { NotePath } from '../core/note.ts'
import { isNotePath } from '../core/path.ts'
import { VaultError } from '../core/vault.ts'
import { type Destination, type Step, targetOf } from './checking.ts'
import { Desk, prepareJournals } from './desk.ts'
import type { Disk } from './disk.ts'
import { missingFolders, refuseLink } from './folders.ts'
import { HOME, type Journal, type Put, type Take } from './journal.ts'
import { JournalFile } from './journal-file.ts'
import { lock } from './locking.ts'
import { isSameFile, printOf, printOfBase, stale } from './looking.ts'
import { PATIENCE_MILLISECONDS, recoverLocked } from './recovering.ts'
import { blame, Refusal } from './refusal.ts'
import type { Replaced } from './replaced.ts'
import { revisionOfBytes } from './revision.ts'
import { Rolling } from './rolling.ts'
import { codeOf, sentences } from './sentences.ts'
import { writeSynced } from './writing.ts'

/**
 * Makes a change of several files, all or nothing whatever happens:
 * every new text and every old one is laid on the desk and synced; the journal is written and synced, and from here on the change is certain;
 * the files are put in their places and the folders synced; the journal is removed, and from here on the change is done.
 * @throws {Refusal} when nothing was changed
 * @throws {VaultError} when something was and cannot be taken back now; the next opening of the vault tries again
 */
export async function commitMany(
  disk: Disk,
  root: string,
  steps: readonly Step[],
  replaced: Replaced,
  onProgress?: (done: number) => void,
): Promise<void> {
  const [first] = steps
  if (first === undefined) return
  using held = await prepare(disk, root).catch((error: unknown) => {
    throw blameJournal(first.path, error)
  })
  if (held === undefined) throw new Refusal({ kind: 'refused', path: first.path, message: sentences.busy })
  await recoverLocked(disk, root)
  const desk = openDesk(disk, root, first.path)
  let journal: Journal
  try {
    journal = await layOut(disk, root, desk, steps, onProgress)
    const record = new JournalFile(disk, root, desk.id, false)
    await begin(disk, desk, record, journal).catch(async (error: unknown) => {
      await record.remove().catch(() => {})
      throw blameJournal(first.path, error)
    })
    await carryOut(disk, root, steps, journal, record)
  } catch (error) {
    // After a failure that could not be taken back, the desk is all there is to recover from.
    if (!(error instanceof VaultError)) await desk.clear()
    throw error
  }
  // The change is done; what lies on the desk of a large one may go when there is time.
  await keepReplaced(desk, steps, journal, replaced)
  await Promise.race([desk.clear(journal), setTimeout(CLEARING_MILLISECONDS, undefined, { ref: false })])
}

const CLEARING_MILLISECONDS = 300

/** What another program may still write into is kept for a while, where a rename leads there. */
async function keepReplaced(desk: Desk, steps: readonly Step[], { takes }: Journal, replaced: Replaced): Promise<void> {
  // A file that moves as it is goes nowhere: who writes into it writes into the note.
  const going = new Map(
    steps.flatMap((step) => (step.kind === 'create' || isMovedAsIs(step) ? [] : [[step.path, step]])),
  )
  const files = takes.filter(({ path, old }) => going.has(path) && isNotePath(path) && dirname(old) === desk.relative)
  const bytes = files.reduce((sum, { path }) => sum + Number(going.get(path)?.stat.size), 0)
  const named = files.map(({ path, print, old }) => ({ path, print, name: basename(old) }))
  // That they cannot be kept makes nothing undone.
  await replaced.adopt(desk.folder, desk.id, named, bytes).catch(() => {})
}

function isMovedAsIs(step: Step): boolean {
  return step.kind === 'move' && step.text === undefined
}

async function prepare(disk: Disk, root: string): Promise<Disposable | undefined> {
  await prepareJournals(disk, root)
  return lock(`${root}/${HOME}/lock`, PATIENCE_MILLISECONDS)
}

function openDesk(disk: Disk, root: string, path: NotePath): Desk {
  try {
    return Desk.open(disk, root)
  } catch (error) {
    throw blameJournal(path, error)
  }
}

function blameJournal(path: NotePath, error: unknown): unknown {
  if (['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')) return blame(path, error)
  return new Refusal({ kind: 'refused', path, message: sentences.noJournal }, error)
}

/** Enough for a file system to write several syncs together, few enough for any limit of open files. */
const AT_ONCE = 16

async function layOut(
  disk: Disk,
  root: string,
  desk: Desk,
  steps: readonly Step[],
  onProgress?: (done: number) => void,
): Promise<Journal> {
  const takes: Take[] = []
  const puts: Put[] = []
  for (let at = 0; at < steps.length; at += AT_ONCE) {
    const batch = steps.slice(at, at + AT_ONCE)
    const results = await Promise.allSettled(batch.map((step, offset) => layStep(disk, root, desk, step, at + offset)))
    for (const result of results) {
      if (result.status === 'rejected') throw result.reason
      if (result.value.take !== undefined) takes.push(result.value.take)
      if (result.value.put !== undefined) puts.push(result.value.put)
    }
    onProgress?.(at + batch.length)
  }
  const folders = new Set(steps.flatMap((step) => destinationsOf(step).flatMap(missingFolders)))
  return { format: 1, takes, puts, folders: [...folders].map((folder) => folder.slice(root.length + 1)) }
}

function destinationsOf(step: Step): readonly Destination[] {
  return step.kind === 'create' ? [step] : step.kind === 'move' ? [step.destination] : []
}

interface Laid {
  readonly take?: Take
  readonly put?: Put
}

async function layStep(disk: Disk, root: string, desk: Desk, step: Step, number: number): Promise<Laid> {
  const relative = (absolute: string) => absolute.slice(root.length + 1)
  try {
    const laid: { take?: Take; put?: Put } = {}
    if (step.kind !== 'create') {
      const old = desk.place(`${number}.old`, dirname(step.target))
      await desk.keep(step.target, old)
      laid.take = { path: step.path, at: relative(step.target), old: relative(old), print: printOfBase(step) }
    }
    if (step.kind !== 'delete') {
      const target = targetOf(step)
      const folder = destinationsOf(step)[0]?.folder ?? dirname(target)
      refuseLink(disk, step.path, folder)
      const place = desk.place(`${number}.new`, folder)
      const path = step.kind === 'move' ? step.to : step.path
      const print = await layNew(disk, desk, step, path, place)
      laid.put = { path, at: relative(target), new: relative(place), print }
    }
    return laid
  } catch (error) {
    throw blame(step.path, error)
  }
}

/** @returns the print that the new file has */
async function layNew(
  disk: Disk,
  desk: Desk,
  step: Exclude<Step, { kind: 'delete' }>,
  path: NotePath,
  place: string,
): Promise<string> {
  if (step.text === undefined) await desk.keep(step.target, place)
  else await writeSynced(disk, place, step.text, step.kind === 'create' ? undefined : step.stat)
  if (step.text !== undefined && isNotePath(path)) return revisionOfBytes(step.text)
  const print = printOf(disk, path, place)
  if (print === undefined) throw stale(disk, step.path, step.target)
  return print
}

async function begin(disk: Disk, desk: Desk, record: JournalFile, journal: Journal): Promise<void> {
  await writeSynced(disk, desk.draft, JSON.stringify(journal), undefined)
  await desk.sync()
  await record.begin(desk.draft)
}

async function carryOut(
  disk: Disk,
  root: string,
  steps: readonly Step[],
  journal: Journal,
  record: JournalFile,
): Promise<void> {
  const rolling = new Rolling(disk, root, journal)
  try {
    await rolling.forward('fresh')
    refuseLateWrites(disk, root, steps, journal)
    await record.remove()
  } catch (error) {
    await takeBack(rolling, record)
    throw renew(disk, steps, error)
  }
}

/** A program that had a file open may have written into it after the last look; what it wrote is in the old file then. */
function refuseLateWrites(disk: Disk, root: string, steps: readonly Step[], { takes }: Journal): void {
  const old = new Map(takes.map((take) => [take.path, `${root}/${take.old}`]))
  for (const step of steps) {
    if (step.kind === 'create') continue
    const now = disk.stat(old.get(step.path) ?? step.target)
    if (now === undefined || !isSameFile(now, step.stat)) continue
    const isWritten = now.size !== step.stat.size || now.mtimeNs !== step.stat.mtimeNs
    if (isWritten) throw stale(disk, step.path, step.target)
  }
}

async function takeBack(rolling: Rolling, record: JournalFile): Promise<void> {
  try {
    // Where even this fails, going back is still tried; after a crash in the midst of it the next opening finds its own way.
    await record.turnBack().catch(() => {})
    await rolling.back('fresh')
    await record.remove()
  } catch (error) {
    const reason = error instanceof Refusal && error.conflict.kind === 'refused' ? error.conflict.message : ''
    throw new VaultError(sentences.unfinished(reason), { cause: error })
  }
}

/** The conflict with what stands there now that everything is back. */
function renew(disk: Disk, steps: readonly Step[], error: unknown): unknown {
  const [first] = steps
  if (!(error instanceof Refusal)) return first === undefined ? error : blame(first.path, error)
  const { conflict } = error
  const step = steps.find(({ path }) => path === conflict.path)
  return conflict.kind === 'stale' && step !== undefined ? stale(disk, step.path, step.target) : error
}
