import { readableBody } from '../../core/plain.ts'
import { currentRoute, go } from '../navigate.ts'
import { currentOpenNote } from '../refactor/open-notes.ts'

/** More words than this are no topic but a passage. UTF-16 units. */
const LONGEST = 80

/** The dossier of what is selected, in the note or anywhere on the page, or the page that asks for a topic. */
export function openTopic(): void {
  const here = currentRoute()
  const inNote = here.kind === 'note' ? currentOpenNote()?.selection()?.text : undefined
  const selected = inNote ?? getSelection()?.toString()
  go({ kind: 'topic', words: readableBody(selected ?? '').slice(0, LONGEST) })
}
