/** Tables are drawn where they have whole lines to themselves and no selection. */
import { syntaxTree } from '@codemirror/language'
import {
  type ChangeSet,
  type EditorSelection,
  type EditorState,
  type Extension,
  type Line,
  type Range,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, type WidgetType } from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'
import { knownAnswers } from './resolver.ts'
import { type Widgets, widgetFor } from './tables.ts'
import { understanding } from './understanding.ts'

/** From the start of its first line to the end of its last. */
interface Place {
  readonly from: number
  readonly to: number
}

interface Drawn {
  readonly decorations: DecorationSet
  readonly widgets: Widgets
  /** Of every table, drawn or not. */
  readonly places: readonly Place[]
}

function drawTables(state: EditorState, before: Widgets): Drawn {
  const drawn: Range<Decoration>[] = []
  const widgets = new Map<string, WidgetType>()
  const places: Place[] = []
  const { from: start, to: end } = state.selection.main
  for (const node of tablesIn(syntaxTree(state).topNode)) {
    const from = state.doc.lineAt(node.from).from
    const to = Math.min(node.to, state.doc.length)
    places.push({ from, to })
    if (start <= to && end >= from) continue
    if (!/^[\s>]*$/.test(state.sliceDoc(from, node.from)) || state.doc.lineAt(to).to !== to) continue
    const source = state.sliceDoc(from, to)
    const widget = widgetFor(state, node, source, before)
    if (widget === undefined) continue
    widgets.set(source, widget)
    drawn.push(Decoration.replace({ widget, block: true }).range(from, to))
  }
  return { decorations: Decoration.set(drawn), widgets, places }
}

const CONTAINERS = new Set(['BulletList', 'OrderedList', 'ListItem', 'Blockquote'])

function* tablesIn(parent: SyntaxNode): Generator<SyntaxNode> {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.name === 'Table') yield node
    else if (CONTAINERS.has(node.name)) yield* tablesIn(node)
  }
}

/** What makes a table of the line above it. */
const DELIMITERS = /^[\s>|:+*-]*-[\s|:-]*$/

function lineBelow(doc: Text, { number }: Line): string {
  return number < doc.lines ? doc.line(number + 1).text : ''
}

/** A key in a line of words far from any table only moves them; what it may mean to them all the same is seen when the text is read. */
function isElsewhere({ changes, startState, state }: Transaction, places: readonly Place[]): boolean {
  let elsewhere = !touches(places, startState.selection)
  changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    const [before, after] = [startState.doc.lineAt(fromA), state.doc.lineAt(fromB)]
    const isOneLine = inserted.lines === 1 && toA <= before.to
    const isWords =
      !DELIMITERS.test(before.text) && !DELIMITERS.test(after.text) && !DELIMITERS.test(lineBelow(state.doc, after))
    elsewhere &&= isOneLine && isWords && !places.some(({ from, to }) => from <= before.to + 1 && before.from - 1 <= to)
  })
  return elsewhere
}

function touches(places: readonly Place[], { ranges }: EditorSelection): boolean {
  return ranges.some((range) => places.some(({ from, to }) => range.from <= to && from <= range.to))
}

function moved({ decorations, widgets, places }: Drawn, changes: ChangeSet): Drawn {
  const mapped = places.map(({ from, to }) => ({ from: changes.mapPos(from), to: changes.mapPos(to) }))
  return { decorations: decorations.map(changes), widgets, places: mapped }
}

function isSame(drawn: Drawn, { startState, state, selection }: Transaction): boolean {
  if (syntaxTree(startState) !== syntaxTree(state)) return false
  return !selection || (!touches(drawn.places, startState.selection) && !touches(drawn.places, state.selection))
}

export const renderTables: Extension = StateField.define<Drawn>({
  create: (state) => drawTables(state, new Map()),
  update(drawn, transaction) {
    const { startState, state, docChanged, changes } = transaction
    const sameLinks =
      startState.field(understanding).note === state.field(understanding).note &&
      knownAnswers(startState) === knownAnswers(state)
    if (!sameLinks) return drawTables(state, new Map())
    if (docChanged && isElsewhere(transaction, drawn.places)) return moved(drawn, changes)
    return !docChanged && isSame(drawn, transaction) ? drawn : drawTables(state, drawn.widgets)
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
})
