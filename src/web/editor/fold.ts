/** Folds valid frontmatter away: the head of the note shows it. */
import {
  EditorSelection,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
} from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { understanding } from './understanding.ts'

/** Shows the frontmatter as text, or folds it away again. */
export const showProperties = StateEffect.define<boolean>()

interface Fold {
  readonly shown: boolean
  readonly decorations: DecorationSet
  /** Up to where the text is folded away; 0 when nothing is. */
  readonly to: number
}

function foldOf(state: EditorState, shown: boolean): Fold {
  const { note, fresh } = state.field(understanding)
  const to = shown || !fresh ? 0 : foldableEnd(state)
  const decorations = to === 0 ? Decoration.none : Decoration.set(Decoration.replace({ block: true }).range(0, to))
  return note.frontmatter === undefined && !shown
    ? { shown, decorations: Decoration.none, to: 0 }
    : { shown, decorations, to }
}

/** The frontmatter's lines, as long as they are valid and the cursor is not in them. */
function foldableEnd(state: EditorState): number {
  const { note } = state.field(understanding)
  if (note.frontmatter === undefined || note.problems.length > 0) return 0
  const { to } = note.frontmatter
  if (to >= state.doc.length) return 0
  const { head } = state.selection.main
  return head > 0 && head <= to ? 0 : afterBlankLine(state, to)
}

/** The blank line that usually follows would be a hole below the head. */
function afterBlankLine(state: EditorState, to: number): number {
  const next = state.doc.lineAt(to + 1)
  return next.text.trim() === '' && next.to < state.doc.length ? next.to : to
}

export const frontmatterFold = StateField.define<Fold>({
  create: (state) => foldOf(state, false),
  update(fold, transaction) {
    const { state, startState } = transaction
    const asked = transaction.effects.find((effect) => effect.is(showProperties))?.value
    if (asked !== undefined) return foldOf(state, asked)
    if (state.field(understanding).fresh && startState.field(understanding) !== state.field(understanding)) {
      return foldOf(state, fold.shown)
    }
    if (!transaction.docChanged) return fold
    return {
      shown: fold.shown,
      decorations: fold.decorations.map(transaction.changes),
      to: transaction.changes.mapPos(fold.to),
    }
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
  ],
})

/** The first offset that the writer sees. */
export function textStart(state: EditorState): number {
  const { to } = state.field(frontmatterFold)
  return to === 0 ? 0 : Math.min(to + 1, state.doc.length)
}

/** Typing and deleting stop at the text's start: what is not seen is not changed by keys. */
function protectedRanges(transaction: Transaction): true | number[] {
  const { to } = transaction.startState.field(frontmatterFold)
  const byKeys =
    transaction.isUserEvent('delete') || transaction.isUserEvent('input') || transaction.isUserEvent('move')
  return to === 0 || !byKeys ? true : [0, to + 1]
}

/** The cursor stays out of the folded lines, and "select all" selects what is seen. */
function keepCursorInText(
  transaction: Transaction,
): Transaction | readonly [Transaction, { selection: EditorSelection; sequential: true }] {
  const { to } = transaction.startState.field(frontmatterFold)
  if (to === 0 || transaction.selection === undefined) return transaction
  if (transaction.effects.some((effect) => effect.is(showProperties))) return transaction
  const start = Math.min(transaction.changes.mapPos(to) + 1, transaction.changes.newLength)
  const { ranges, mainIndex } = transaction.selection
  if (ranges.every(({ from }) => from >= start)) return transaction
  const moved = ranges.map(({ anchor, head }) => EditorSelection.range(Math.max(anchor, start), Math.max(head, start)))
  return [transaction, { selection: EditorSelection.create(moved, mainIndex), sequential: true }]
}

export const foldFrontmatter: Extension = [
  frontmatterFold,
  EditorState.changeFilter.of(protectedRanges),
  EditorState.transactionFilter.of(keepCursorInText),
]
