/** Bold and italic by key, and list items that move in and out. */
import { EditorSelection, EditorState, type Extension, Prec } from '@codemirror/state'
import { type Command, keymap } from '@codemirror/view'

/** Puts marks around each selection, or takes them away where they are. */
export function toggleMarks(marks: string): Command {
  return ({ state, dispatch }) => {
    const width = marks.length
    const transaction = state.changeByRange(({ from, to }) => {
      const inside = state.sliceDoc(from - width, from) === marks && state.sliceDoc(to, to + width) === marks
      if (inside) {
        const changes = [
          { from: from - width, to: from },
          { from: to, to: to + width },
        ]
        return { changes, range: EditorSelection.range(from - width, to - width) }
      }
      const changes = [
        { from, insert: marks },
        { from: to, insert: marks },
      ]
      return { changes, range: EditorSelection.range(from + width, to + width) }
    })
    dispatch(state.update(transaction, { userEvent: 'input.format', scrollIntoView: true }))
    return true
  }
}

const LIST_LINE = /^(\s*)(?:[-*+]|\d+[.)])\s/

/** Tab anywhere in a list item's line moves the item, by the width of its parent's mark. */
function moveItem(inwards: boolean): Command {
  return ({ state, dispatch }) => {
    const line = state.doc.lineAt(state.selection.main.head)
    const item = LIST_LINE.exec(line.text)
    if (item === null) return false
    const indent = item[1] ?? ''
    const step = inwards ? stepIn(state, line.number, indent.length) : stepOut(state, line.number, indent.length)
    if (step === 0) return true
    const changes = step > 0 ? { from: line.from, insert: ' '.repeat(step) } : { from: line.from, to: line.from - step }
    dispatch(state.update({ changes, userEvent: 'input.indent' }))
    return true
  }
}

/** Under the text of the item above: `- ` is 2 wide, `10. ` is 4. */
function stepIn(state: EditorState, lineNumber: number, indent: number): number {
  for (let at = lineNumber - 1; at >= 1; at--) {
    const text = state.doc.line(at).text
    const above = LIST_LINE.exec(text)
    if (above === null && text.trim() !== '' && !/^\s/.test(text)) return 0
    const width = above?.[1]?.length ?? 0
    if (above !== null && width <= indent) return width + above[0].trimStart().length - indent
  }
  return 0
}

function stepOut(state: EditorState, lineNumber: number, indent: number): number {
  for (let at = lineNumber - 1; at >= 1; at--) {
    const width = LIST_LINE.exec(state.doc.line(at).text)?.[1]?.length
    if (width !== undefined && width < indent) return width - indent
  }
  return -indent
}

export const formatting: Extension = [
  Prec.high(
    keymap.of([
      { key: 'Mod-b', run: toggleMarks('**') },
      { key: 'Mod-i', run: toggleMarks('*') },
      { key: 'Tab', run: moveItem(true), shift: moveItem(false) },
    ]),
  ),
  // Quotes and single brackets close themselves in code, not in prose.
  EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['('] } }]),
]
