/** Fenced blocks of `notly` show what they find, unless the cursor is in them. */
import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state'
import { type Command, Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'
import type { Mounted } from '../live/mount.tsx'
import { contextOf } from './context.ts'

/** Pixels, until the result is there. */
const HEIGHT = 96

class LiveWidget extends WidgetType {
  readonly source: string
  /** Of the block in the text, for the height that it had before. */
  readonly path: string

  constructor(source: string, path: string) {
    super()
    this.source = source
    this.path = path
  }

  override eq(other: LiveWidget): boolean {
    return other.source === this.source && other.path === this.path
  }

  override toDOM(view: EditorView): HTMLElement {
    const holder = document.createElement('div')
    holder.className = 'cm-live'
    const block: LiveHolder = { mounted: undefined, isGone: false }
    holders.set(holder, block)
    const resized = new ResizeObserver(() => view.requestMeasure())
    resized.observe(holder)
    const ports = {
      edit: () => enter(view, holder),
      replace: (source: string) => replace(view, holder, source),
    }
    void import('../live/mount.tsx').then(({ mountLive }) => {
      if (!block.isGone) block.mounted = mountLive(holder, { source: this.source, path: this.path, ...ports })
    })
    return holder
  }

  override destroy(holder: HTMLElement): void {
    const block = holders.get(holder)
    if (block === undefined) return
    block.isGone = true
    // React may be at work on it: a root must not go while something is drawn.
    queueMicrotask(() => block.mounted?.unmount())
  }

  override get estimatedHeight(): number {
    return HEIGHT
  }

  /** Everything in it is answered there. */
  override ignoreEvent(): boolean {
    return true
  }
}

interface LiveHolder {
  mounted: Mounted | undefined
  isGone: boolean
}

const holders = new WeakMap<HTMLElement, LiveHolder>()

/** The block whose result a holder shows. */
function blockAt(view: EditorView, holder: HTMLElement): SyntaxNode | undefined {
  const at = view.posAtDOM(holder)
  return blocksIn(view.state).find(({ from, to }) => view.state.doc.lineAt(from).from <= at && at <= to)
}

function enter(view: EditorView, holder: HTMLElement): void {
  const block = blockAt(view, holder)
  if (block === undefined) return
  const first = view.state.doc.lineAt(block.from).number + 1
  const anchor = view.state.doc.line(Math.min(first, view.state.doc.lines)).to
  view.dispatch({ selection: { anchor }, scrollIntoView: true, userEvent: 'select' })
  view.focus()
}

function replace(view: EditorView, holder: HTMLElement, source: string): void {
  const block = blockAt(view, holder)
  const range = block && insideOf(block, view.state)
  if (range === undefined || view.state.readOnly) return
  const insert = source.replaceAll('\n', `\n${range.margin}`)
  view.dispatch({ changes: { from: range.from, to: range.to, insert }, userEvent: 'input' })
}

/** What blocks stand in. Nothing else is gone through: a long note has very many parts. */
const HOLDERS = new Set(['Document', 'BulletList', 'OrderedList', 'ListItem', 'Task', 'Blockquote'])

function blocksIn(state: EditorState): SyntaxNode[] {
  const found: SyntaxNode[] = []
  syntaxTree(state).iterate({
    enter: (ref) => {
      if (ref.name === 'FencedCode' && isLive(ref.node, state)) found.push(ref.node)
      return HOLDERS.has(ref.name)
    },
  })
  return found
}

function isLive(node: SyntaxNode, state: EditorState): boolean {
  const info = node.getChild('CodeInfo')
  if (info === null || state.sliceDoc(info.from, info.to).trim().toLowerCase() !== 'notly') return false
  // One that is still open goes on to the end of the note.
  return node.getChildren('CodeMark').length === 2
}

interface Inside {
  readonly from: number
  readonly to: number
  /** What stands before each line: the indent of a list, the marks of a quotation. */
  readonly margin: string
}

/** The lines between the fences without what stands before each; where there are none, the empty place between them. */
function insideOf(node: SyntaxNode, { doc }: EditorState): Inside | undefined {
  const [first, last] = [doc.lineAt(node.from), doc.lineAt(Math.min(node.to, doc.length))]
  if (last.number - first.number < 2) return undefined
  const [begin, end] = [doc.line(first.number + 1), doc.line(last.number - 1)]
  const from = Math.min(Math.max(node.getChild('CodeText')?.from ?? begin.from, begin.from), begin.to)
  return { from, to: end.to, margin: doc.sliceString(begin.from, from) }
}

function sourceOf(node: SyntaxNode, state: EditorState): string {
  return node
    .getChildren('CodeText')
    .map(({ from, to }) => state.sliceDoc(from, to))
    .join('')
}

interface Blocks {
  readonly decorations: DecorationSet
  readonly hasFocus: boolean
}

const focusChanged = StateEffect.define<boolean>()

function draw(state: EditorState, hasFocus: boolean): Blocks {
  const { path } = contextOf(state)
  const drawn: Range<Decoration>[] = []
  for (const node of blocksIn(state)) {
    const to = Math.min(node.to, state.doc.length)
    if (hasFocus && state.selection.ranges.some((range) => range.from <= to && range.to >= node.from)) continue
    drawn.push(drawnAs(new LiveWidget(sourceOf(node, state), path), node, state))
  }
  return { decorations: Decoration.set(drawn), hasFocus }
}

/** In the place of whole lines; in that of the rest of the line, where the block begins behind the mark of a list. */
function drawnAs(widget: LiveWidget, node: SyntaxNode, { doc }: EditorState): Range<Decoration> {
  const { from, text } = doc.lineAt(node.from)
  const isOwnLine = /^[\s>]*$/.test(text.slice(0, node.from - from))
  return Decoration.replace({ widget, block: isOwnLine }).range(
    isOwnLine ? from : node.from,
    Math.min(node.to, doc.length),
  )
}

const blocks = StateField.define<Blocks>({
  create: (state) => draw(state, false),
  update(before, transaction) {
    const { startState, state, selection } = transaction
    const focus = transaction.effects.find((effect) => effect.is(focusChanged))?.value
    const isSame = !selection && !transaction.docChanged && syntaxTree(startState) === syntaxTree(state)
    return isSame && focus === undefined ? before : draw(state, focus ?? before.hasFocus)
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
})

/** The cursor goes into a block that it would else step over. */
function step(isForward: boolean): Command {
  return (view) => {
    const { main, ranges } = view.state.selection
    const all = blocksIn(view.state)
    if (!main.empty || ranges.length > 1 || all.length === 0) return false
    const { head } = view.moveVertically(main, isForward)
    const [low, high] = [Math.min(main.head, head), Math.max(main.head, head)]
    const block = all.find(({ from, to }) => low < from && to < high)
    const inside = block && insideOf(block, view.state)
    if (inside === undefined) return false
    const anchor = isForward ? inside.from : view.state.doc.lineAt(inside.to).from
    view.dispatch({ selection: { anchor }, scrollIntoView: true, userEvent: 'select' })
    return true
  }
}

const arrows = keymap.of([
  { key: 'ArrowDown', run: step(true) },
  { key: 'ArrowUp', run: step(false) },
])

export const liveBlocks: Extension = [
  arrows,
  blocks,
  EditorView.focusChangeEffect.of((_, focusing) => focusChanged.of(focusing)),
]
