import { setFolded } from '../layout/folded.ts'
import { marginOpen, sheetOpen } from '../layout/panels.ts'
import { currentRoute } from '../navigate.ts'
import { createStore } from '../store.ts'
import { SLIM } from '../ui/media.ts'

/** Raised to ask the chain of the open note for the focus. */
export const chainWanted = createStore(0)

/** Under which it is remembered whether the sections are folded. */
export const FOLDS = { up: 'chain-up', down: 'chain-down' } as const

/** One key from the text to why it is there. */
export function showChain(): void {
  if (currentRoute().kind !== 'note') return
  const place = matchMedia(SLIM).matches ? sheetOpen : marginOpen
  place.set(true)
  setFolded(FOLDS.up, false)
  chainWanted.set(chainWanted.get() + 1)
}
