import { decisionText } from '../core/decision-template.ts'
import { folderOf, stemOf } from '../core/path.ts'
import type { SaveAnswer } from '../http/types.ts'
import { api } from './api.ts'
import { queryClient } from './client.ts'
import { openNote } from './navigate.ts'
import { say } from './notice.ts'
import { queries } from './queries.ts'
import { today } from './ui/days.ts'

/**
 * Makes a note for a name, as a person or a link writes it (`clients/Acme`), and opens it; one that is there already is opened.
 * @param folder where it goes when the name has no folder of its own.
 */
export async function createNote(target: string, folder = ''): Promise<void> {
  const name = target.replace(/^\/+/, '').trim()
  const own = folderOf(name)
  await openSaved(api.create({ title: stemOf(name), folder: own === '' ? folder : own }), writeOn)
}

/** Makes a note of a decision that is proposed today, with its template, and opens it. */
export async function createDecision(title: string, folder: string): Promise<void> {
  const own = folderOf(title)
  const text = decisionText(today())
  await openSaved(api.create({ title: stemOf(title), folder: own === '' ? folder : own, text }), (path) =>
    openNote(path),
  )
}

export async function openToday(): Promise<void> {
  await openSaved(api.daily(), openNote)
}

/** Opens a new note with the cursor at its end. */
async function writeOn(path: string): Promise<void> {
  const { text } = await queryClient.fetchQuery(queries.note(path))
  openNote(path, { at: text.length })
}

async function openSaved(asked: Promise<SaveAnswer>, open: (path: string) => void | Promise<void>): Promise<void> {
  try {
    const answer = await asked
    if (answer.saved) await open(answer.path)
    else if (answer.reason === 'exists') openNote(answer.existing)
    else if (answer.reason === 'refused') say(answer.message)
    else say('This note has just been changed somewhere else. Try again.')
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}
