import { VaultError } from '../core/vault.ts'
import { clearDesk } from './desk.ts'
import type { Disk } from './disk.ts'
import { HOME, JOURNALS, parseJournal } from './journal.ts'
import { JournalFile } from './journal-file.ts'
import { lock } from './locking.ts'
import { useContent } from './reading.ts'
import { Refusal } from './refusal.ts'
import { Rolling } from './rolling.ts'
import { isAbsence, sentences } from './sentences.ts'

export const PATIENCE_MILLISECONDS = 15_000

/**
 * Finishes what a crash has interrupted, or takes it back.
 * @throws {VaultError} when neither can be done, or another process is at it for too long
 */
export async function recover(disk: Disk, root: string): Promise<void> {
  const names = journalEntries(disk, root)
  if (names.length === 0) return
  // A desk alone has changed nothing: it is litter, or another process is about to begin.
  const hasBegun = names.some(isJournal)
  using held = await lock(`${root}/${HOME}/lock`, hasBegun ? PATIENCE_MILLISECONDS : 0).catch((error: unknown) => {
    if (hasBegun) throw new VaultError(sentences.unfinished(sentences.noJournal), { cause: error })
    return undefined
  })
  if (held === undefined && hasBegun) throw new VaultError(sentences.busy)
  if (held === undefined) return
  await recoverLocked(disk, root)
  await clearLitter(disk, root)
}

/** Only with the lock held: a journal that is there then was left by a process that is no more. */
export async function recoverLocked(disk: Disk, root: string): Promise<void> {
  for (const name of journalEntries(disk, root).filter(isJournal)) await resume(disk, root, name)
}

/** Only with the lock held: a desk without a journal is from a change that had not begun, or was done. */
async function clearLitter(disk: Disk, root: string): Promise<void> {
  for (const name of journalEntries(disk, root)) if (!name.includes('.')) await clearDesk(disk, root, name)
}

async function resume(disk: Disk, root: string, name: string): Promise<void> {
  const id = name.slice(0, name.indexOf('.'))
  const text = useContent(disk, `${root}/${JOURNALS}/${name}`, ({ bytes }) => bytes?.toString('utf8'))
  if (text === undefined) return
  const journal = parseJournal(id, text)
  if (journal === undefined) throw new VaultError(sentences.badJournal(`${JOURNALS}/${name}`))
  const record = new JournalFile(disk, root, id, name.endsWith('.back'))
  await finish(new Rolling(disk, root, journal), record).catch((error: unknown) => {
    const reason = error instanceof Refusal && error.conflict.kind === 'refused' ? error.conflict.message : ''
    throw new VaultError(sentences.unfinished(reason), { cause: error })
  })
  await record.remove()
  await clearDesk(disk, root, id, journal)
}

async function finish(rolling: Rolling, record: JournalFile): Promise<void> {
  if (!record.isBack) {
    try {
      return await rolling.forward('resumed')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await record.turnBack()
    }
  }
  await rolling.back('resumed')
}

function isJournal(name: string): boolean {
  return /\.(json|back)$/.test(name)
}

function journalEntries(disk: Disk, root: string): string[] {
  try {
    return disk.entries(`${root}/${JOURNALS}`).map(({ name }) => name)
  } catch (error) {
    if (isAbsence(error)) return []
    throw new VaultError(sentences.unlistable(JOURNALS), { cause: error })
  }
}
