/** What can wait waits until the note that was asked for is on the screen. */
import { currentRoute } from './navigate.ts'

/** A note that does not come, and a view that is none, are waited for so long. Milliseconds. */
const PATIENCE = 4000
const OTHER_VIEW = 300

const shown = Promise.withResolvers<void>()
let isFirst = true

/** Whether no note has been on the screen yet: what was asked for when the page came is the newest that there is. */
export function isFirstNote(): boolean {
  return isFirst
}

/** The text stands on the page; its first picture comes with the next frame. */
export function noteIsShown(): void {
  isFirst = false
  requestAnimationFrame(() => setTimeout(shown.resolve))
}

/** Resolves once; from then on nothing waits any more. */
export function firstNote(): Promise<void> {
  return shown.promise
}

export function waitForFirstNote(): void {
  setTimeout(shown.resolve, currentRoute().kind === 'note' ? PATIENCE : OTHER_VIEW)
}
