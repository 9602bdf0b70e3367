import { api } from './api.ts'
import { queryClient } from './client.ts'
import { queries } from './queries.ts'
import { rememberedStore } from './store.ts'

/** Where a note was left, and when. */
export interface Left {
  readonly path: string
  /** Offset in the note's text as the file has it. */
  readonly at: number
  /** Milliseconds since 1970. */
  readonly time: number
}

const KEPT = 30
/** By the folder of the vault: several may be served from one address, one after the other. */
const places = rememberedStore<Readonly<Record<string, readonly Left[]>>>('left-off', {})

/** Remembers where a note was left, beyond the life of the tab. */
export function leaveAt(path: string, at: number, time = Date.now()): void {
  const vault = vaultHere()
  const others = notesLeft().filter((left) => left.path !== path)
  places.set({ ...places.get(), [vault]: [{ path, at, time }, ...others].slice(0, KEPT) })
}

/** So long somebody looks at a note before it counts as opened: who only passes by has not read it. Milliseconds. */
const LOOK = 2000

/** Tells that somebody looks at a note. @returns a function to call when the note is closed */
export function tellOpened(path: string): () => void {
  // A server that is gone is told about elsewhere; that nobody knows of this one look is no loss.
  const timer = setTimeout(() => void api.opened({ path }).catch(() => {}), LOOK)
  return () => clearTimeout(timer)
}

/** The notes that were open, the last one first. */
export function notesLeft(): readonly Left[] {
  return places.get()[vaultHere()] ?? []
}

function vaultHere(): string {
  return queryClient.getQueryData(queries.vault().queryKey)?.folder ?? ''
}
