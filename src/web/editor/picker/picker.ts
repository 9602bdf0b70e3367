/** `@` and `[[`: choosing a note while typing goes on. The list never takes the focus and never holds up a key. */
import { type Extension, Prec } from '@codemirror/state'
import {
  type Command,
  EditorView,
  keymap,
  showTooltip,
  type Tooltip,
  tooltips,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { foldName } from '../../../core/fold.ts'
import { api } from '../../api.ts'
import { contextOf } from '../context.ts'
import { accept, takeRow } from './accept.ts'
import { dateRows, dueWords } from './dates.ts'
import { headingRows, nameRows, type Row } from './rows.ts'
import { askRelation, closePicker, type Picker, picking, questionOf, rowsArrived, selectRow } from './state.ts'
import { createPickerView, LIST_ID, rowId, spaceOnScreen } from './view.ts'

/** Enter came before the rows. */
interface Promised {
  readonly picker: Picker
  readonly typed: string
  readonly from: number
  readonly to: number
}

const fetcher = ViewPlugin.fromClass(
  class {
    #view: EditorView
    #asking: { readonly question: string; readonly abort: AbortController } | undefined
    #promised: readonly Promised[] = []
    readonly #gone = new AbortController()

    constructor(view: EditorView) {
      this.#view = view
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.#promised = this.#promised.flatMap((each) => moved(each, update) ?? [])
      const { open } = update.state.field(picking)
      if (open === update.startState.field(picking).open) return
      if (open === undefined || open.mode === 'relation') this.#stop()
      else if (!open.fresh) this.#ask(open)
    }

    destroy(): void {
      this.#stop()
      this.#gone.abort()
    }

    #stop(): void {
      this.#asking?.abort.abort()
      this.#asking = undefined
    }

    /** Takes the first row as soon as it is there; typing goes on meanwhile. */
    async promise(picker: Picker): Promise<void> {
      const { from, to } = picker
      this.#promised = [...this.#promised, { picker, from, to, typed: this.#view.state.sliceDoc(from, to) }]
      const rows = await this.#rowsFor(picker, this.#gone.signal)
      const kept = this.#promised.find((each) => each.picker === picker)
      if (kept === undefined || this.#gone.signal.aborted) return
      this.#promised = this.#promised.filter((each) => each !== kept)
      const now = { ...picker, rows, from: kept.from, to: kept.to }
      const row = rows[picker.selected] ?? rows[0]
      if (row !== undefined && !isAccident(now)) await takeRow(this.#view, now, row)
    }

    /** Whether the row for what stands before the cursor is still on its way. */
    isPromisedAt(head: number): boolean {
      return this.#promised.some(({ to }) => to === head)
    }

    #ask(picker: Picker): void {
      const question = `${questionOf(picker)}${picker.fragment ?? ''}`
      if (this.#asking?.question === question) return
      this.#asking?.abort.abort()
      const abort = new AbortController()
      this.#asking = { question, abort }
      void this.#answer(picker, abort.signal)
    }

    async #answer(picker: Picker, signal: AbortSignal): Promise<void> {
      const rows = await this.#rowsFor(picker, signal)
      if (signal.aborted) return
      this.#asking = undefined
      this.#view.dispatch({ effects: rowsArrived.of({ of: questionOf(picker), rows }) })
    }

    async #rowsFor(picker: Picker, signal: AbortSignal): Promise<Row[]> {
      const words = picker.bracketed || picker.fragment !== undefined ? undefined : dueWords(picker.name)
      const [dates, names] = await Promise.all([
        words === undefined ? [] : dateRows(words).catch(() => []),
        this.#namesFor(picker, signal),
      ])
      // Who types a day wants no note of that name.
      return [...dates, ...names.filter(({ kind }) => dates.length === 0 || kind === 'name')]
    }

    async #namesFor({ name, fragment, form }: Picker, signal: AbortSignal): Promise<Row[]> {
      const { path } = contextOf(this.#view.state)
      try {
        const names = await api.names(name.trim(), { from: path, limit: 12 }, signal)
        if (fragment === undefined) return nameRows(names, name)
        const exact = names.find((answer) => [answer.name, answer.target].some((n) => foldName(n) === foldName(name)))
        const chosen = exact ?? names[0]
        if (chosen === undefined) return []
        return headingRows(chosen, await api.headings(chosen.path, signal), fragment)
      } catch {
        // Without the server a name can still be written: the note is found, or made, when it is back.
        return fragment === undefined && form === 'wikilink' ? nameRows([], name) : []
      }
    }
  },
)

/** @returns undefined when what was typed for it is not what it was */
function moved(promised: Promised, { changes, state }: ViewUpdate): Promised | undefined {
  const [from, to] = [changes.mapPos(promised.from, 1), changes.mapPos(promised.to, -1)]
  return state.sliceDoc(from, to) === promised.typed ? { ...promised, from, to } : undefined
}

const isOpen = (picker: Picker | undefined): picker is Picker =>
  picker !== undefined && (picker.rows.length > 0 || !picker.fresh || picker.bracketed || picker.fragment !== undefined)

function move(step: number): Command {
  return (view) => {
    const { open } = view.state.field(picking)
    if (!isOpen(open) || open.rows.length === 0) return false
    view.dispatch({ effects: selectRow.of((open.selected + step + open.rows.length) % open.rows.length) })
    return true
  }
}

const take: Command = (view) => {
  const { open } = view.state.field(picking)
  const asking = view.plugin(fetcher)
  if (!isOpen(open)) return asking?.isPromisedAt(view.state.selection.main.head) ?? false
  if (!open.fresh) {
    void asking?.promise(open)
    view.dispatch({ effects: closePicker.of(null) })
    return true
  }
  if (open.rows[open.selected] === undefined || isAccident(open)) return false
  void accept(view)
  return true
}

/** `@thing ` and Enter ends a line; only without the space does it make a note called that. */
function isAccident({ rows, name, bracketed }: Picker): boolean {
  return !bracketed && rows.length === 1 && rows[0]?.kind === 'create' && /\s$/.test(name)
}

const close: Command = (view) => {
  const { open, picked } = view.state.field(picking)
  if (open === undefined && picked === undefined) return false
  view.dispatch({ effects: closePicker.of(null) })
  return true
}

const offerRelation: Command = (view) => {
  const { picked } = view.state.field(picking)
  if (picked === undefined) return false
  view.dispatch({ effects: askRelation.of(picked) })
  return true
}

/** `#` right after a picked link goes back into it, to its headings. */
const hashAfterPick = EditorView.inputHandler.of((view, from, _to, text) => {
  const { picked } = view.state.field(picking)
  if (text !== '#' || picked === undefined || picked.to !== from) return false
  const inside = view.state.sliceDoc(picked.from, picked.to)
  const bar = inside.indexOf('|')
  const at = bar < 0 ? picked.to - 2 : picked.from + bar
  view.dispatch({
    changes: { from: at, to: picked.to - 2, insert: '#' },
    selection: { anchor: at + 1 },
    userEvent: 'input.type',
  })
  return true
})

/** The second `[` brings both closing brackets. */
const closeWikilink = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== '[' || from !== to || view.composing) return false
  const { state } = view
  if (state.sliceDoc(from - 1, from) !== '[' || state.sliceDoc(from - 2, from - 1) === '[') return false
  if (/^[\p{L}\p{N}\]]/u.test(state.sliceDoc(from, from + 1))) return false
  view.dispatch({ changes: { from, insert: '[]]' }, selection: { anchor: from + 1 }, userEvent: 'input.type' })
  return true
})

/** The brackets that came by themselves are typed over. */
const stepOverBrackets = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== ']' || from !== to || view.state.sliceDoc(from, from + 1) !== ']') return false
  const line = view.state.doc.lineAt(from)
  if (!/\[\[[^[\]]*\]?$/.test(view.state.sliceDoc(line.from, from))) return false
  view.dispatch({ selection: { anchor: from + 1 }, userEvent: 'select' })
  return true
})

const tooltip = showTooltip.computeN([picking], (state): (Tooltip | null)[] => {
  const { open, picked } = state.field(picking)
  if (isOpen(open)) return [{ pos: open.from, create: createPickerView, above: false, clip: false }]
  return picked === undefined ? [] : [{ pos: picked.from, create: createHint, above: false, clip: false }]
})

function createHint(): { dom: HTMLElement } {
  const dom = document.createElement('div')
  dom.className = 'cm-pick-hint'
  dom.textContent = 'Tab: say why'
  return { dom }
}

const announced = EditorView.contentAttributes.compute([picking], (state): Record<string, string> => {
  const { open } = state.field(picking)
  if (!isOpen(open) || open.rows.length === 0) return { 'aria-autocomplete': 'list' }
  return { 'aria-autocomplete': 'list', 'aria-controls': LIST_ID, 'aria-activedescendant': rowId(open.selected) }
})

export const picker: Extension = [
  picking,
  fetcher,
  tooltip,
  tooltips({ position: 'fixed', tooltipSpace: spaceOnScreen }),
  announced,
  hashAfterPick,
  closeWikilink,
  stepOverBrackets,
  Prec.highest(
    keymap.of([
      { key: 'ArrowDown', run: move(1) },
      { key: 'ArrowUp', run: move(-1) },
      { key: 'Enter', run: take },
      { key: 'Tab', run: (view) => take(view) || offerRelation(view) },
      { key: 'Escape', run: close },
    ]),
  ),
  EditorView.domEventHandlers({
    blur: (_event, view) => void (view.state.field(picking).open && view.dispatch({ effects: closePicker.of(null) })),
  }),
]
