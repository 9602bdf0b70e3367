/** Tells what is being written when the keys rest, and makes links and marks of what comes back. */
import { type EditorState, type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { linkWords } from '../../core/refactor/link.ts'
import { type Passage, passage, registerWriter, type WordsToLink, type Writer } from '../suggest/passage.ts'
import { contextOf } from './context.ts'
import { remoteChange } from './outside.ts'

/** Milliseconds after the last key. */
const REST = 150
/** Longer texts are asked about paragraph by paragraph only. UTF-16 units. */
const LONGEST = 60_000

type Mark = Parameters<Writer['mark']>[0][number]

const marked = StateEffect.define<readonly Mark[]>()

/** Marks move with the text, and go where it is written over. */
const marks = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update(value, { changes, effects, docChanged, state }) {
    let next = docChanged ? value.map(changes).update({ filter: (from, to) => to > from }) : value
    for (const effect of effects) if (effect.is(marked)) next = drawn(effect.value, state.doc)
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

function drawn(places: readonly Mark[], doc: Text): DecorationSet {
  const inside = places.filter(({ from, to, said }) => to <= doc.length && doc.sliceString(from, to) === said)
  return RangeSet.of(
    inside.map(({ from, to, title }) => Decoration.mark({ class: 'cm-named', attributes: { title } }).range(from, to)),
    true,
  )
}

const teller = ViewPlugin.fromClass(
  class {
    readonly #view: EditorView
    readonly #end: () => void
    #timer: ReturnType<typeof setTimeout>
    /** Until something is written, the whole note is what one looks at. */
    #written = false

    constructor(view: EditorView) {
      this.#view = view
      const { path } = contextOf(view.state)
      this.#end = registerWriter({
        path,
        selected: () => selectionIn(view.state, path),
        link: (places) => this.#link(places),
        mark: (places) => mark(view, places),
      })
      this.#timer = setTimeout(() => this.#tell(), REST)
    }

    update({ docChanged, selectionSet, transactions }: ViewUpdate): void {
      if (docChanged && transactions.some((each) => each.docChanged && !each.annotation(remoteChange)))
        this.#written = true
      if (!docChanged && !(selectionSet && this.#written)) return
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#tell(), REST)
    }

    destroy(): void {
      clearTimeout(this.#timer)
      this.#end()
    }

    #link(places: readonly WordsToLink[]): number {
      const made = link(this.#view, places)
      // Told before the act is: an answer about the text before, still on its way, is not what came of it.
      this.#tell()
      return made
    }

    #tell(): void {
      const { state } = this.#view
      const { path } = contextOf(state)
      const whole = !this.#written && state.doc.length <= LONGEST
      const told = whole ? { path, text: state.doc.toString(), offset: 0 } : paragraphAt(state, path)
      const before = passage.get()
      if (before?.path === told.path && before.text === told.text && before.offset === told.offset) return
      passage.set(told)
    }
  },
)

function selectionIn({ selection, doc }: EditorState, path: string): Passage | undefined {
  const { from, to, empty } = selection.main
  return empty ? undefined : { path, text: doc.sliceString(from, to), offset: from }
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/
/** Lines around the cursor that are looked at. */
const MOST_LINES = 60

/** UTF-16 units of a paragraph on either side of the cursor: a text may be one line of megabytes. */
const AROUND = 6000

/** The paragraph or list item around the cursor. */
function paragraphAt(state: EditorState, path: string): Passage {
  const { doc } = state
  let first = doc.lineAt(state.selection.main.head)
  let last = first
  for (let at = 0; at < MOST_LINES && !ITEM.test(first.text) && first.number > 1; at++) {
    const before = doc.line(first.number - 1)
    if (before.text.trim() === '') break
    first = before
  }
  for (let at = 0; at < MOST_LINES && last.number < doc.lines; at++) {
    const next = doc.line(last.number + 1)
    if (next.text.trim() === '' || ITEM.test(next.text)) break
    last = next
  }
  const { head } = state.selection.main
  const from = Math.max(first.from, head - AROUND)
  return { path, text: doc.sliceString(from, Math.min(last.to, head + AROUND)), offset: from }
}

function link(view: EditorView, places: readonly WordsToLink[]): number {
  if (view.state.readOnly) return 0
  const words = places.map(({ from, to, said, linkTarget }) => ({ from, to, said, target: linkTarget }))
  const changes = linkWords(view.state.doc.toString(), words)
  if (changes.length > 0) view.dispatch({ changes, userEvent: 'input.link' })
  return changes.length
}

function mark(view: EditorView, places: readonly Mark[]): void {
  view.dispatch({ effects: marked.of(places) })
}

export const suggested: Extension = [marks, teller]
