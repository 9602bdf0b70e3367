import { stemOf } from '../../core/path.ts'
import type { AdoptRequest, PlaceToLink } from '../../http/types.ts'
import { api } from '../api.ts'
import { currentRoute } from '../navigate.ts'
import { say } from '../notice.ts'
import { rememberedStore } from '../store.ts'
import { carryOut, saveAll } from './carry-out.ts'
import { currentOpenNote, type OpenNote } from './open-notes.ts'
import { type ChangeWhat, requestFor, type Task, task } from './task.ts'

/** Whether an old title stays as an alias: asked with the first rename, and kept. */
export const keepAlias = rememberedStore('keep-alias', false)

export function startRename(): void {
  onNote((note) => start({ kind: 'rename', path: note.path, title: note.title() }))
}

export function startMove(): void {
  onNote(({ path }) => start({ kind: 'move', path }))
}

export function startMerge(): void {
  onNote(({ path }) => start({ kind: 'merge', path }))
}

export function startDelete(): void {
  onNote((note) => start({ kind: 'delete', path: note.path, title: note.title() }))
}

export function startRenameHeading(): void {
  onNote((note) => {
    const heading = note.heading()
    if (heading === undefined) say('Put the cursor on a heading first.')
    else start({ kind: 'rename-heading', path: note.path, heading })
  })
}

export function startExtract(): void {
  onNote((note) => {
    const passage = note.selection()
    if (passage === undefined || passage.text.trim() === '') say('Select the text that the new note shall have first.')
    else start({ kind: 'extract', path: note.path, passage })
  })
}

/** A note of a phrase; every place that says it becomes a link to it. */
export function startName(phrase: string, folder: string): void {
  start({ kind: 'name', phrase, folder })
}

/** Places that name a note in plain words become links to it. */
export function startLink(title: string, places: readonly PlaceToLink[]): void {
  start({ kind: 'link', title, places })
}

export function startRenameTag(tag: string): void {
  start({ kind: 'rename-tag', tag })
}

/** Other words take the place of some, in the notes that a search finds; of all when it is empty. */
export function startReplace(from: string, within: string): void {
  start({ kind: 'replace', from, within, matchCase: false })
}

/** The same for each of some notes. */
export function startChange(paths: readonly string[], what: ChangeWhat): void {
  start({ kind: 'change', paths, what, removes: false })
}

export function startRenameFolder(path: string): void {
  start({ kind: 'rename-folder', path })
}

export function startMoveFolder(path: string): void {
  start({ kind: 'move-folder', path })
}

/** Links are to follow what another program renamed. */
export function startAdoption({ from, to }: AdoptRequest): void {
  start({ kind: 'adopt', from, to })
}

/** Another title for a note, as it was written in its head: seen first if links follow it, done at once if none does. */
export async function renameInPlace(path: string, title: string, wanted: string): Promise<void> {
  const asked: Task = { kind: 'rename', path, title, wanted }
  const request = requestFor(asked, wanted, keepAlias.get())
  if (request?.kind !== 'rename') return
  try {
    if (!(await saveAll())) return start(asked)
    const plan = await api.plan(request)
    if (plan.links > 0) return start(asked)
    const refusal = await carryOut(request, plan)
    if (refusal !== undefined) say(refusal)
  } catch {
    // The dialog says what is wrong, and what would do.
    start(asked)
  }
}

/** The first heading says another title than the file does: a quiet offer, for a while. */
export function offerRename(path: string, wanted: string): void {
  const title = stemOf(path)
  say(`The file and its links still say “${title}”.`, {
    label: 'Rename…',
    run: () => start({ kind: 'rename', path, title, wanted }),
  })
}

function start(next: Task): void {
  // What was typed a moment ago belongs to the files that the operation is about.
  void saveAll().finally(() => task.set(next))
}

function onNote(act: (note: OpenNote) => void): void {
  if (task.get() !== undefined) return
  const here = currentRoute()
  const note = here.kind === 'note' ? (shownNote(here.beside) ?? currentOpenNote(here.path)) : undefined
  if (note === undefined) say('Open a note first.')
  else if (note.isReadOnly()) say(`${stemOf(note.path)} can only be read.`)
  else act(note)
}

/** The note beside counts where the cursor was in it last. */
function shownNote(beside: string | undefined): OpenNote | undefined {
  const last = currentOpenNote()
  return beside !== undefined && last?.path === beside ? last : undefined
}
