import { folderOf, stemOf } from '../core/path.ts'
import type { SaveAnswer } from '../http/types.ts'
import { api } from './api.ts'
import { queryClient } from './client.ts'
import { wantText } from './focus.ts'
import { openNote } from './navigate.ts'
import { say } from './notice.ts'
import { queries } from './queries.ts'

/**
 * Makes a note for a name, as a person or a link writes it (`clients/Acme`), and opens it; one that is there already is opened.
 * @param folder where it goes when the name has no folder of its own.
 */
export async function createNote(target: string, folder = ''): Promise<void> {
  const name = target.replace(/^\/+/, '').trim()
  const own = folderOf(name)
  await openSaved(api.create({ title: stemOf(name), folder: own === '' ? folder : own }), writeOn)
}

/**
 * Makes a note of a kind, from its template where there is one, and opens it where the template wants the writer to go on.
 * @param template its path, where it is not for the server to choose
 */
export async function createOf(
  kind: string | null,
  title: string,
  { folder, template }: { readonly folder: string; readonly template?: string | undefined },
): Promise<void> {
  const own = folderOf(title)
  const asked = { title: stemOf(title), folder: own === '' ? folder : own }
  const from = { ...(kind === null ? {} : { kind }), ...(template === undefined ? {} : { template }) }
  await openSaved(api.create({ ...asked, ...from }), (path, cursor) => {
    if (cursor === undefined) return writeOn(path)
    wantText()
    openNote(path, { at: cursor })
  })
}

/** Opens the note of a day, made when there is none yet. */
export async function openDaily(day: string): Promise<void> {
  await openSaved(api.daily(day), (path) => openNote(path))
}

export async function openToday(): Promise<void> {
  await openSaved(api.daily(), (path) => openNote(path))
}

/** Opens a new note with the cursor at its end. */
async function writeOn(path: string): Promise<void> {
  const { text } = await queryClient.fetchQuery(queries.note(path))
  openNote(path, { at: text.length })
}

async function openSaved(
  asked: Promise<SaveAnswer>,
  open: (path: string, cursor?: number) => void | Promise<void>,
): Promise<void> {
  try {
    const answer = await asked
    if (answer.saved) await open(answer.path, answer.cursor)
    else if (answer.reason === 'exists') openNote(answer.existing)
    else if (answer.reason === 'refused') say(answer.message)
    else say('This note has just been changed somewhere else. Try again.')
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}
