/** A title that is written as the first heading: when it was changed and the cursor has left it, the file may follow. */
import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { foldName } from '../../core/fold.ts'
import { stemOf } from '../../core/path.ts'
import { offerRename } from '../refactor/start.ts'
import { remoteChange } from './outside.ts'
import { understanding } from './understanding.ts'

/** Offered only where the heading said the file's name before: elsewhere the two are told apart on purpose. */
export function followTitle(path: string): Extension {
  const name = foldName(stemOf(path))
  let known: string | undefined
  let byHand = false
  return EditorView.updateListener.of(({ state, startState, transactions }) => {
    known ??= startState.field(understanding).note.title
    byHand ||= transactions.some((each) => each.docChanged && !each.annotation(remoteChange))
    const { note, fresh } = state.field(understanding)
    if (!fresh || note.title === known || (byHand && isInTitle(state))) return
    const said = foldName(known) === name && foldName(note.title) !== name
    known = note.title
    if (said && byHand && titleHeading(state) !== undefined) offerRename(path, note.title)
    byHand = false
  })
}

function titleHeading(state: EditorState) {
  const { note } = state.field(understanding)
  return note.headings.find(({ level, text }) => level === 1 && text === note.title)
}

function isInTitle(state: EditorState): boolean {
  const heading = titleHeading(state)
  const { head } = state.selection.main
  return heading !== undefined && state.doc.lineAt(head).from === state.doc.lineAt(heading.from).from
}
