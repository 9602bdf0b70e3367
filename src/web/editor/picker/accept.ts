/** What picking a row does to the text. */
import type { ChangeSpec, EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { folderOf, stemOf } from '../../../core/path.ts'
import { api } from '../../api.ts'
import { say } from '../../notice.ts'
import { type DateRow, dueText } from './dates.ts'
import { linkText, type Row } from './rows.ts'
import { closePicker, linkPicked, type Picker, picking } from './state.ts'

/** Takes a row of the open picker; the selected one unless told. */
export async function accept(view: EditorView, at?: number): Promise<void> {
  const { open } = view.state.field(picking)
  const row = open?.rows[at ?? open.selected]
  if (open !== undefined && row !== undefined) await takeRow(view, open, row)
}

/** Puts what a row stands for in the place of what was typed for it. */
export async function takeRow(view: EditorView, picker: Picker, row: Row): Promise<void> {
  if (row.kind === 'relation') sayWhy(view, picker, row.relation)
  else if (row.kind === 'date') writeDate(view, picker, row)
  else writeLink(view, picker, row)
  if (row.kind === 'create') await createNote(row.name)
}

function writeLink(view: EditorView, picker: Picker, row: Row): void {
  const { from, to, form, bracketed } = picker
  const embed = view.state.sliceDoc(from, from + 1) === '!'
  const insert = linkText(row, form, embed)
  const closing = bracketed ? closingAfter(view.state, to) : 0
  if (hasGoneOn(view, picker)) {
    const brackets = closing === 0 ? [] : [{ from: to + closing - 2, to: to + closing }]
    view.dispatch({ changes: [{ from, to, insert }, ...brackets], userEvent: 'input.pick' })
    return
  }
  const end = to + closing
  const after = from + insert.length
  view.dispatch({
    changes: { from, to: end, insert },
    selection: { anchor: after },
    effects: linkPicked.of({ from, to: after }),
    userEvent: 'input.pick',
    scrollIntoView: true,
  })
}

/** Whether more was typed since the row was chosen: the cursor stays where that is. */
function hasGoneOn(view: EditorView, { to }: Picker): boolean {
  return view.state.selection.main.head !== to
}

/** Instead of the words that were typed for it; what they say besides is kept. */
function writeDate(view: EditorView, picker: Picker, { date, rest }: DateRow): void {
  const { from, to } = picker
  const due = dueText(date, view.state.doc.toString())
  const insert = rest === '' ? due : `${due} ${rest}`
  if (hasGoneOn(view, picker)) {
    view.dispatch({ changes: { from, to, insert }, userEvent: 'input.pick' })
    return
  }
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
