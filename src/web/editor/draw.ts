/** Text with its decorations as DOM nodes, as the editor itself would draw them in a line. */
import { RangeSet, type Text } from '@codemirror/state'
import type { Decoration, DecorationSet, EditorView, WidgetType } from '@codemirror/view'

interface MarkSpec {
  readonly class?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly widget?: WidgetType
}

/** @param base what `data-offset` of a mark with attributes counts from */
export function drawInline(
  view: EditorView,
  doc: Text,
  set: DecorationSet,
  from: number,
  to: number,
  base: number,
): Node {
  const top = document.createDocumentFragment()
  const open: { readonly mark: Decoration; readonly node: HTMLElement }[] = []
  const parent = () => open.at(-1)?.node ?? top
  const enter = (marks: readonly Decoration[], at: number) => {
    const outerFirst = marks.toReversed()
    const same = outerFirst.findIndex((mark, depth) => open[depth]?.mark !== mark)
    open.length = same < 0 ? outerFirst.length : same
    for (const mark of outerFirst.slice(open.length)) {
      const node = elementOf(mark.spec as MarkSpec, at - base)
      parent().append(node)
      open.push({ mark, node })
    }
  }
  RangeSet.spans([set], from, to, {
    span(start, end, active) {
      enter(active, start)
      parent().append(doc.sliceString(start, end))
    },
    point(start, _end, decoration, active) {
      const { widget } = decoration.spec as MarkSpec
      if (widget === undefined) return
      enter(active, start)
      parent().append(widget.toDOM(view))
    },
  })
  return top
}

function elementOf({ class: name, attributes }: MarkSpec, offset: number): HTMLElement {
  const element = document.createElement('span')
  if (name !== undefined) element.className = name
  if (attributes === undefined) return element
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.dataset.offset = String(offset)
  return element
}

/** Where the source of a drawn table begins: in a list or quote, behind its line's start. */
export function tableStart(view: EditorView, holder: Element): number {
  const line = view.state.doc.lineAt(view.posAtDOM(holder))
  return line.from + line.text.search(/[^\s>]|$/)
}
