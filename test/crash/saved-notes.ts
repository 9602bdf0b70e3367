import type { NotePath } from '../../src/core/note.ts'
import { notePath } from '../../src/core/path.ts'

/** So many notes are saved in turn. */
export const SAVED_NOTES = 3

export function savedNote(nth: number): NotePath {
  return notePath(`notes/${nth % SAVED_NOTES}.md`)
}

/** The length differs from one save to the next, so that half of one and half of another are seen. */
export function savedText(nth: number): string {
  return `# ${nth}\n\n${`Save ${nth}. `.repeat(1 + ((nth * 7919) % 900))}\n`
}

/** @returns which save wrote it. @throws when none did */
export function saveOf(text: string): number {
  const nth = Number(/^# (\d+)\n/.exec(text)?.[1])
  if (text !== savedText(nth)) throw new Error(`No save wrote ${JSON.stringify(text.slice(0, 200))}`)
  return nth
}
