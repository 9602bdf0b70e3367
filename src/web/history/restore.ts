import { stemOf, withoutExtension } from '../../core/path.ts'
import { api } from '../api.ts'
import { go } from '../navigate.ts'
import { say } from '../notice.ts'
import { saveAll, undo } from '../refactor/carry-out.ts'

/** An earlier text comes back; that can be taken back in its turn. @returns whether it is back */
export async function restore(path: string, revision: string, message: string): Promise<boolean> {
  try {
    if (!(await saveAll())) return refuse('A note that is open has text that is not saved. Look at it first.')
    const answer = await api.restore({ path, revision })
    if (!answer.saved && answer.reason === 'exists') return refuseTaken(path, revision)
    if (!answer.saved) return refuse(reasonOf(answer))
    await offerUndo(message)
    return true
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

/** So many names are tried beside the one that is taken. */
const NAMES = 100

/** A note out of the trash, beside another that has its name by now. */
export async function restoreBeside(path: string, revision: string): Promise<void> {
  try {
    for (let count = 2; count < NAMES; count++) {
      const to = `${withoutExtension(path)} ${count}.md`
      const answer = await api.restore({ path, revision, to })
      if (!answer.saved && answer.reason === 'exists') continue
      if (!answer.saved) return void refuse(reasonOf(answer))
      await offerUndo(`Restored as ${stemOf(to)}.`)
      return go({ kind: 'note', path: to })
    }
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}

async function offerUndo(message: string): Promise<void> {
  const [latest] = await api.operations(1)
  say(message, latest?.kind === 'restore' ? { label: 'Undo', run: () => void undo(latest.id) } : undefined)
}

function refuseTaken(path: string, revision: string): false {
  const label = 'Restore under another name'
  say(`There is another ${stemOf(path)} by now.`, { label, run: () => void restoreBeside(path, revision) })
  return false
}

function refuse(sentence: string): false {
  say(sentence)
  return false
}

function reasonOf(answer: { readonly reason: string; readonly message?: string }): string {
  return answer.message ?? 'The note was changed meanwhile. Look at it and try again.'
}
