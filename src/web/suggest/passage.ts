/** What is being written: told by the editor when the keys rest, asked about by the margin. No React, no CodeMirror. */
import { createStore } from '../store.ts'

/** A passage of an open note. Offsets are those of the editor's text. */
export interface Passage {
  readonly path: string
  readonly text: string
  readonly offset: number
}

/** A place that shall be a link. */
export interface WordsToLink {
  readonly from: number
  readonly to: number
  readonly said: string
  readonly linkTarget: string
}

/** What the margin may ask of the note that is open. */
export interface Writer {
  readonly path: string
  /** What is selected, if anything is. */
  selected(): Passage | undefined
  /** Makes links of the places that still say what they said, as one change. @returns how many */
  link(places: readonly WordsToLink[]): number
  /** Marks those places in the text itself that still say what they said. */
  mark(
    places: readonly { readonly from: number; readonly to: number; readonly said: string; readonly title: string }[],
  ): void
}

export const passage = createStore<Passage | undefined>(undefined)

/** Raised when the reader did something with a suggestion: what comes of it is shown, though the pointer is in the list. */
export const acted = createStore(0)

const writers = new Map<string, Writer>()

/** @returns a function to call when the note is closed */
export function registerWriter(writer: Writer): () => void {
  writers.set(writer.path, writer)
  return () => {
    if (writers.get(writer.path) === writer) writers.delete(writer.path)
    if (passage.get()?.path === writer.path) passage.set(undefined)
  }
}

export function writerOf(path: string): Writer | undefined {
  return writers.get(path)
}
