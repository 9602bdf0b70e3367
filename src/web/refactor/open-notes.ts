/** The notes that are open in editors on this page, for what must reach into them: save first, move along, read the selection. */

/** A passage of a note, offsets in its text as the file has it. */
export interface Passage {
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface OpenNote {
  readonly path: string
  /** @returns false when the file does not have the text that is shown */
  save(): Promise<boolean>
  /** The note is at another path now: what is not saved and the cursor's place go along. */
  carryTo(path: string): void
  selection(): Passage | undefined
  /** The heading in whose line the cursor is. */
  heading(): string | undefined
  title(): string
  isReadOnly(): boolean
  focus(): void
}

const open = new Set<OpenNote>()
let lastUsed: OpenNote | undefined
let focusWanted: string | undefined
let moving: Promise<unknown> = Promise.resolve()

/** @returns a function to call when it is closed */
export function registerOpenNote(note: OpenNote): () => void {
  open.add(note)
  if (focusWanted === note.path) note.focus()
  if (focusWanted === note.path) focusWanted = undefined
  return () => {
    open.delete(note)
    if (lastUsed === note) lastUsed = undefined
  }
}

/** The writer is in this one. */
export function noteUsed(note: OpenNote): void {
  lastUsed = note
}

export function openNotes(): OpenNote[] {
  return [...open]
}

/** The open note that a command means: the one last written in, else the one of that path. */
export function currentOpenNote(path?: string): OpenNote | undefined {
  if (lastUsed !== undefined && (path === undefined || lastUsed.path === path)) return lastUsed
  return openNotes().find((note) => path === undefined || note.path === path)
}

/** The cursor goes into the note of this path as soon as it is open. */
export function wantFocus(path: string): void {
  focusWanted = path
}

/** While the work lasts, open notes do not take news of the vault for somebody else's: their notes are about to move. */
export function whileMoving<T>(work: () => Promise<T>): Promise<T> {
  const result = moving.then(work)
  moving = result.catch(() => undefined)
  return result
}

export function settled(): Promise<unknown> {
  return moving
}
