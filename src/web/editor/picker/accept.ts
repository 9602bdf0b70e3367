/** What picking a row does to the text. */
import type { ChangeSpec, EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { folderOf, stemOf } from '../../../core/path.ts'
import { api } from '../../api.ts'
import { say } from '../../notice.ts'
import { dueText } from './dates.ts'
import { linkText, type Row } from './rows.ts'
import { closePicker, linkPicked, type Picker, picking } from './state.ts'

/** Takes a row of the open picker; the selected one unless told. */
export async function accept(view: EditorView, at?: number): Promise<void> {
  const { open } = view.state.field(picking)
  const row = open?.rows[at ?? open.selected]
  if (open === undefined || row === undefined) return
  if (row.kind === 'relation') sayWhy(view, open, row.relation)
  else if (row.kind === 'date') writeDate(view, open, row.date)
  else writeLink(view, open, row)
  if (row.kind === 'create') await createNote(row.name)
}

function writeLink(view: EditorView, { from, to, form, bracketed }: Picker, row: Row): void {
  const embed = view.state.sliceDoc(from, from + 1) === '!'
  const insert = linkText(row, form, embed)
  const end = bracketed ? to + closingAfter(view.state, to) : to
  const after = from + insert.length
  view.dispatch({
    changes: { from, to: end, insert },
    selection: { anchor: after },
    effects: linkPicked.of({ from, to: after }),
    userEvent: 'input.pick',
    scrollIntoView: true,
  })
}

/** Instead of the words that were typed for it. */
function writeDate(view: EditorView, { from, to }: Picker, date: string): void {
  const insert = dueText(date, view.state.doc.toString())
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    effects: closePicker.of(null),
    userEvent: 'input.pick',
    scrollIntoView: true,
  })
}

/** The rest of the brackets that the editor closed by itself, and what stood in them behind the cursor. */
function closingAfter(state: EditorState, at: number): number {
  const rest = state.sliceDoc(at, state.doc.lineAt(at).to)
  return /^[^[\]|]*\]\]/.exec(rest)?.[0].length ?? 0
}

/** The link is written whatever becomes of this: a note that could not be made is a name waiting to be written. */
async function createNote(name: string): Promise<void> {
  try {
    const folder = folderOf(name)
    const answer = await api.create({ title: stemOf(name), ...(folder === '' ? {} : { folder }) })
    if (!answer.saved && answer.reason === 'refused') say(answer.message)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}

function sayWhy(view: EditorView, { from, to }: Picker, relation: string): void {
  const { changes, cursor } = relationChanges(view.state, from, to, relation)
  view.dispatch({
    changes,
    selection: { anchor: cursor },
    effects: closePicker.of(null),
    userEvent: 'input.relation',
    scrollIntoView: true,
  })
}

/** A link alone on its line makes the line a field; otherwise the field stands in brackets around the link. */
export function relationChanges(
  state: EditorState,
  from: number,
  to: number,
  relation: string,
): { readonly changes: ChangeSpec; readonly cursor: number } {
  const line = state.doc.lineAt(from)
  const before = state.sliceDoc(line.from, from)
  const after = state.sliceDoc(to, line.to)
  const key = `${relation}:: `
  if (before.trim() === '' && after.trim() === '') {
    const changes = [
      { from, insert: key },
      { from: to, to: line.to, insert: ' — ' },
    ]
    return { changes, cursor: to + key.length + 3 }
  }
  const changes = [
    { from, insert: `[${key}` },
    { from: to, insert: ']' },
  ]
  return { changes, cursor: to + key.length + 2 }
}
