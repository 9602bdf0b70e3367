import type { EditorState, Text } from '@codemirror/state'
import { type DecorationSet, type EditorView, WidgetType } from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'
import { drawInline, tableStart } from './draw.ts'
import { isPressable } from './links.ts'
import { depthOf } from './lists.ts'
import { inlineDecorations } from './preview.ts'
import { LIST_STEP } from './theme-lists.ts'

interface Cell {
  readonly from: number
  readonly to: number
  readonly decorations: DecorationSet
}

/** All offsets are those of the text from which the table was read; `from` is where it began there. */
interface Table {
  readonly doc: Text
  readonly from: number
  readonly source: string
  readonly head: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  readonly align: readonly string[]
  readonly quoted: boolean
  /** In how many list items it stands. */
  readonly depth: number
}

class TableWidget extends WidgetType {
  readonly table: Table

  constructor(table: Table) {
    super()
    this.table = table
  }

  override toDOM(view: EditorView): HTMLElement {
    const holder = document.createElement('div')
    holder.className = this.table.quoted ? 'cm-tableholder cm-quote' : 'cm-tableholder'
    if (this.table.depth > 0) holder.style.paddingInlineStart = `${this.table.depth * LIST_STEP}em`
    const table = holder.appendChild(document.createElement('table'))
    table.createTHead().append(this.#row(view, this.table.head, 'th'))
    const body = table.createTBody()
    for (const row of this.table.rows) body.append(this.#row(view, row, 'td'))
    holder.addEventListener('mousedown', (event) => {
      if (isPressable(event)) return
      event.preventDefault()
      const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')
      const anchor = tableStart(view, holder) + Number(cell?.dataset.at ?? 0)
      view.dispatch({ selection: { anchor: Math.min(anchor, view.state.doc.length) } })
      view.focus()
    })
    return holder
  }

  #row(view: EditorView, cells: readonly Cell[], tag: 'th' | 'td'): HTMLTableRowElement {
    const { doc, from, align } = this.table
    const row = document.createElement('tr')
    this.table.head.forEach((_, column) => {
      const element = row.appendChild(document.createElement(tag))
      const cell = cells[column]
      if (cell !== undefined) element.append(drawInline(view, doc, cell.decorations, cell.from, cell.to, from))
      element.dataset.at = String((cell?.from ?? from) - from)
      element.style.textAlign = align[column] ?? ''
    })
    return row
  }

  /** Chips, tags and addresses are the editor's to open; all else is answered here. */
  override ignoreEvent(event: Event): boolean {
    return !isPressable(event)
  }
}

function cellsOf(state: EditorState, row: SyntaxNode): Cell[] {
  return row
    .getChildren('TableCell')
    .map(({ from, to }) => ({ from, to, decorations: inlineDecorations(state, from, to) }))
}

function alignments(delimiter: string): string[] {
  return delimiter
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((part) => {
      const [left, right] = [part.trim().startsWith(':'), part.trim().endsWith(':')]
      return left && right ? 'center' : right ? 'right' : 'left'
    })
}

function widgetOf(state: EditorState, node: SyntaxNode, source: string): TableWidget | undefined {
  const head = node.getChild('TableHeader')
  const delimiter = node.getChild('TableDelimiter')
  if (head === null || delimiter === null) return undefined
  return new TableWidget({
    doc: state.doc,
    from: node.from,
    source,
    head: cellsOf(state, head),
    rows: node.getChildren('TableRow').map((row) => cellsOf(state, row)),
    align: alignments(state.sliceDoc(delimiter.from, delimiter.to)),
    quoted: state.doc.lineAt(node.from).text.trimStart().startsWith('>'),
    depth: depthOf(node),
  })
}

/** Source and all: a table is drawn anew only when it, or what its links mean, has changed. */
export type Widgets = ReadonlyMap<string, WidgetType>

export function widgetFor(
  state: EditorState,
  node: SyntaxNode,
  source: string,
  before: Widgets,
): WidgetType | undefined {
  return before.get(source) ?? widgetOf(state, node, source)
}
