/** The picker as a value of the editor's state: opened by typing, closed by what no longer asks for a note. */
import { syntaxTree } from '@codemirror/language'
import { type EditorState, StateEffect, StateField, type Transaction } from '@codemirror/state'
import { foldName } from '../../../core/fold.ts'
import { remoteChange } from '../outside.ts'
import { dueWords } from './dates.ts'
import { type PickerForm, type PickerQuery, pickerQuery } from './query.ts'
import { type Row, relationRows } from './rows.ts'

export interface Picker {
  readonly mode: 'link' | 'relation'
  readonly form: PickerForm
  /** Where the link starts. */
  readonly from: number
  /** In relation mode the link's end, otherwise the cursor. */
  readonly to: number
  readonly name: string
  readonly fragment: string | undefined
  readonly bracketed: boolean
  readonly rows: readonly Row[]
  readonly selected: number
  /** Whether the rows answer what is typed now. */
  readonly fresh: boolean
  /** Words typed when a note last matched; far beyond that, the text just goes on. */
  readonly matchedWords: number
  /** A note was called exactly what had been typed so far: what follows is text, unless a longer name matches. */
  readonly named: boolean
}

/** A link that was just picked: Tab says why it is there, `#` goes on to its headings. */
export interface Picked {
  readonly from: number
  readonly to: number
}

interface Picking {
  readonly open: Picker | undefined
  /** The trigger at this place was waved away with Escape. */
  readonly dismissed: number | undefined
  readonly picked: Picked | undefined
}

export const rowsArrived = StateEffect.define<{ readonly of: string; readonly rows: readonly Row[] }>()
export const selectRow = StateEffect.define<number>()
export const closePicker = StateEffect.define<null>()
export const linkPicked = StateEffect.define<Picked>()
export const askRelation = StateEffect.define<Picked>()

const WORDS_BEYOND = 2
/** `due the last friday of next month`, and no more. */
const DUE_WORDS = 8
const OPAQUE =
  /^(?:FencedCode|CodeBlock|CodeText|InlineCode|InlineMath|BlockMath|HiddenComment|HiddenCommentBlock|Comment|CommentBlock|HTMLBlock|HTMLTag|URL|Autolink|Frontmatter)$/

/** What is asked of the server; equal questions have equal answers. */
export function questionOf({ name, fragment }: Picker): string {
  return fragment === undefined ? name : `${name}#`
}

export const picking = StateField.define<Picking>({
  create: () => ({ open: undefined, dismissed: undefined, picked: undefined }),
  update(value, transaction) {
    let next = follow(value, transaction)
    for (const effect of transaction.effects) {
      if (effect.is(closePicker)) next = { open: undefined, dismissed: next.open?.from, picked: undefined }
      else if (effect.is(linkPicked)) next = { open: undefined, dismissed: undefined, picked: effect.value }
      else if (effect.is(askRelation)) next = { ...next, open: relationPicker(effect.value), picked: undefined }
      else if (next.open === undefined) continue
      else if (effect.is(selectRow)) next = { ...next, open: { ...next.open, selected: effect.value } }
      else if (effect.is(rowsArrived)) next = settled(next, withRows(next.open, effect.value))
    }
    return next === value || same(next, value) ? value : next
  },
})

function settled(value: Picking, open: Picker): Picking {
  return tooFar(open) ? { ...value, open: undefined, dismissed: open.from } : { ...value, open }
}

function same(a: Picking, b: Picking): boolean {
  return a.open === b.open && a.dismissed === b.dismissed && a.picked === b.picked
}

function follow(value: Picking, transaction: Transaction): Picking {
  const { state, docChanged, changes } = transaction
  if (!docChanged && transaction.selection === undefined) return value
  const dismissed = value.dismissed === undefined ? undefined : changes.mapPos(value.dismissed)
  const picked = docChanged ? undefined : stillPicked(value.picked, state)
  if (value.open?.mode === 'relation') return { open: undefined, dismissed, picked }
  const typed = transaction.isUserEvent('input.type') || transaction.isUserEvent('input.complete')
  const goesOn = value.open !== undefined && (typed || transaction.isUserEvent('delete') || !docChanged)
  const remote = docChanged && transaction.annotation(remoteChange) === true
  if (!typed && !goesOn && !(remote && value.open)) return { open: undefined, dismissed, picked }
  const open = pickerAt(state, value.open)
  if (open !== undefined && open.from === dismissed) return { open: undefined, dismissed, picked }
  if (open !== undefined) return { open, dismissed: undefined, picked }
  return { open, dismissed: value.open === undefined ? dismissed : changes.mapPos(value.open.from), picked }
}

function stillPicked(picked: Picked | undefined, state: EditorState): Picked | undefined {
  return picked !== undefined && state.selection.main.head === picked.to ? picked : undefined
}

function pickerAt(state: EditorState, before: Picker | undefined): Picker | undefined {
  const { head, empty } = state.selection.main
  if (!empty) return undefined
  const line = state.doc.lineAt(head)
  const query = pickerQuery(state.sliceDoc(line.from, head))
  if (query === undefined || isOpaque(state, line.from + query.from, head)) return undefined
  return continued(query, line.from, head, before)
}

function continued(query: PickerQuery, lineFrom: number, head: number, before: Picker | undefined): Picker | undefined {
  const from = lineFrom + query.from
  const same = before?.from === from ? before : undefined
  const picker = { ...query, mode: 'link' as const, from, to: head }
  if (same === undefined) return { ...picker, rows: [], selected: 0, fresh: false, matchedWords: 0, named: false }
  const asksSame = same.name === query.name && same.fragment === query.fragment
  const next = { ...picker, rows: same.rows, selected: asksSame ? same.selected : 0, fresh: asksSame && same.fresh }
  const { matchedWords, named } = same
  return tooFar({ ...next, matchedWords, named }) ? undefined : { ...next, matchedWords, named }
}

/** Without brackets nothing says where a name ends: when no note matches and the text goes on, it was no name. */
function tooFar(picker: Picker): boolean {
  const matching = picker.rows.some((row) => row.kind !== 'create')
  if (picker.bracketed || matching || picker.rows.length === 0) return false
  // A day in words is often no day before its last one: `due next f`.
  if (dueWords(picker.name) !== undefined) return wordsIn(picker.name) > DUE_WORDS
  return picker.named || wordsIn(picker.name) > picker.matchedWords + WORDS_BEYOND
}

const wordsIn = (name: string): number => name.trim().split(/\s+/).length

function withRows(picker: Picker, arrived: { readonly of: string; readonly rows: readonly Row[] }): Picker {
  if (picker.mode !== 'link' || arrived.of !== questionOf(picker)) return picker
  const matching = arrived.rows.some((row) => row.kind !== 'create')
  const selected = Math.min(picker.selected, Math.max(arrived.rows.length - 1, 0))
  const matchedWords = matching ? wordsIn(picker.name) : picker.matchedWords
  const named =
    picker.named ||
    arrived.rows.some((row) => row.kind === 'name' && foldName(row.answer.name) === foldName(picker.name))
  return { ...picker, rows: arrived.rows, selected, fresh: true, matchedWords, named }
}

function relationPicker({ from, to }: Picked): Picker {
  return {
    mode: 'relation',
    form: 'mention',
    from,
    to,
    name: '',
    fragment: undefined,
    bracketed: false,
    rows: relationRows(),
    selected: 0,
    fresh: true,
    matchedWords: 0,
    named: false,
  }
}

/** Inside code, math, comments and addresses an `@` is an `@`. */
function isOpaque(state: EditorState, trigger: number, head: number): boolean {
  for (const at of [trigger, head]) {
    for (
      let node = syntaxTree(state).resolveInner(at, at === trigger ? 1 : -1);
      node.parent !== null;
      node = node.parent
    ) {
      if (OPAQUE.test(node.name)) return true
    }
  }
  return false
}
