/** Changes of the properties, made in the text that is open: the editor's own undo takes them back. */
import type { EditorView } from '@codemirror/view'
import type { TextChange } from '../../core/changes.ts'
import type { Range } from '../../core/note.ts'
import { editField, type FieldEdit, fieldsIn } from '../../core/properties/fields.ts'
import { valueIn } from '../../core/properties.ts'
import { say } from '../notice.ts'
import type { ReadingStore } from './reading.ts'
import { understanding } from './understanding.ts'

export type Edit = (make: (text: string, frontmatter: Range | undefined) => TextChange[] | undefined) => void

const UNREADABLE =
  'The properties cannot be changed one by one while they are not valid YAML. Mend them in the text first.'
const LEANT_ON =
  'This property cannot be changed here without changing others. Show the properties as text and change it there.'

/** What is changed is shown at once: the whole text is understood a moment later. */
export function editIn(view: EditorView, reading: ReadingStore): Edit {
  return (make) => {
    const text = view.state.doc.toString()
    const changes = make(text, frontmatterIn(view, text))
    const isBroken = view.state.field(understanding).note.problems.length > 0
    if (changes === undefined || (changes.length === 0 && isBroken)) say(isBroken ? UNREADABLE : LEANT_ON)
    else if (changes.length > 0) {
      view.dispatch({ changes, userEvent: 'properties' })
      show(view, reading)
    }
  }
}

function show(view: EditorView, reading: ReadingStore): void {
  const known = reading.get()
  const text = view.state.doc.toString()
  const fields = fieldsIn(text, frontmatterIn(view, text))
  if (known !== undefined && fields !== undefined)
    reading.set({ ...known, fields, status: valueIn(fields, 'status'), due: valueIn(fields, 'due') })
}

export function changeField(edit: Edit, asked: FieldEdit): void {
  edit((text, frontmatter) => editField(text, frontmatter, asked))
}

/** The text may have moved on since it was understood: the fence is looked up in the text as it is. */
function frontmatterIn(view: EditorView, text: string): Range | undefined {
  if (view.state.field(understanding).note.frontmatter === undefined && !text.startsWith('---\n')) return undefined
  const close = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (!/^---[ \t]*\n/.test(text) || close === null) return undefined
  return { from: 0, to: close.index + close[0].trimEnd().length }
}
