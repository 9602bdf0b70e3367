/**
 * Live preview: the marks of the syntax show only where the cursor is. Decorates the visible ranges only, from the incremental
 * syntax tree and the links as last understood.
 */
import { syntaxTree } from '@codemirror/language'
import type { EditorState, Extension, Range, SelectionRange } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { SyntaxNodeRef } from '@lezer/common'
import { safeUrl } from '../markdown/walk.ts'
import { decorateQuote } from './callouts.ts'
import { chipDecorations, chipsIn, isEdited } from './chips.ts'
import { eachLine } from './each-line.ts'
import { decorateList } from './lists.ts'
import { meaningsChanged } from './resolver.ts'
import { decorateTaskDates } from './task-dates.ts'
import { understanding } from './understanding.ts'
import { Checkbox, Rule } from './widgets.ts'

/** What a decorator gets: where to put decorations, and whether the cursor asks for the source of a place. */
export interface Scene {
  readonly state: EditorState
  /** Start and end of what is visible here. */
  readonly from: number
  readonly to: number
  /** What is selected; nothing while the editor is not written in. */
  readonly ranges: readonly SelectionRange[]
  add(...decorations: Range<Decoration>[]): void
  /** Whether a selection touches the range, ends included. */
  touched(from: number, to: number): boolean
  /** Whether a selection touches a line of the range. */
  lineTouched(from: number, to: number): boolean
}

const hidden = Decoration.replace({})
const mark = (name: string): Decoration => Decoration.mark({ class: `cm-${name}` })
const line = (name: string): Decoration => Decoration.line({ class: `cm-${name}` })

const SPAN_CLASSES: Readonly<Record<string, Decoration>> = {
  Emphasis: mark('emphasis'),
  StrongEmphasis: mark('strong'),
  Strikethrough: mark('strike'),
  InlineCode: mark('code'),
  InlineMath: mark('dim'),
  HiddenComment: mark('dim'),
  Comment: mark('dim'),
  HTMLTag: mark('dim'),
  CodeInfo: mark('dim'),
}
const BLOCK_CLASSES: Readonly<Record<string, Decoration>> = {
  FencedCode: line('codeblock'),
  CodeBlock: line('codeblock'),
  Table: line('table'),
  BlockMath: line('dimblock'),
  HiddenCommentBlock: line('dimblock'),
  CommentBlock: line('dimblock'),
  HTMLBlock: line('codeblock'),
  LinkReference: line('dimblock'),
  Frontmatter: line('frontmatter'),
}
const INLINE_MARKS = new Set(['EmphasisMark', 'StrikethroughMark', 'CodeMark'])

function decorate(scene: Scene, node: SyntaxNodeRef): void {
  const { name, from, to } = node
  const span = SPAN_CLASSES[name]
  if (span !== undefined) scene.add(span.range(from, to))
  const block = BLOCK_CLASSES[name]
  if (block !== undefined) eachLine(scene, from, to, block)
  if (name === 'FencedCode' || name === 'CodeBlock') roundCode(scene, from, to)
  const level = /^(?:ATX|Setext)Heading([1-6])$/.exec(name)?.[1]
  if (level !== undefined) eachLine(scene, from, to, line(`h${level}`))
  else if (name === 'Blockquote') decorateQuote(scene, node)
  else if (INLINE_MARKS.has(name)) hideMark(scene, node)
  else if (name === 'HeaderMark') hideHeaderMark(scene, from, to)
  else if (name === 'QuoteMark') hideUnlessOnLine(scene, from, to)
  else if (name === 'ListItem') decorateList(scene, node)
  else if (name === 'Task') decorateTaskDates(scene, node)
  else if (name === 'TaskMarker') scene.add(...checkbox(scene, from, to))
  else if (name === 'HorizontalRule' && !scene.lineTouched(from, to)) {
    scene.add(Decoration.replace({ widget: new Rule() }).range(from, to))
  } else if (name === 'Link' || name === 'Autolink' || name === 'URL') decorateAddress(scene, node)
  else if (name === 'BlockId') decorateBlockId(scene, from, to)
  else if (name === 'Tag') scene.add(...tagChip(scene, from, to))
  else if (name === 'Escape' && !scene.touched(from, to)) scene.add(hidden.range(from, from + 1))
}

function roundCode({ state, add }: Scene, from: number, to: number): void {
  add(
    line('codeblock-first').range(state.doc.lineAt(from).from),
    line('codeblock-last').range(state.doc.lineAt(to).from),
  )
}

function hideMark(scene: Scene, node: SyntaxNodeRef): void {
  const parent = node.node.parent
  if (parent === null) return
  if (parent.name === 'FencedCode') {
    // The fence keeps its line, so that nothing jumps when the cursor enters.
    scene.add((scene.touched(parent.from, parent.to) ? mark('dim') : hidden).range(node.from, node.to))
  } else if (parent.name !== 'CodeBlock' && !scene.touched(parent.from, parent.to)) {
    scene.add(hidden.range(node.from, node.to))
  }
}

function hideHeaderMark(scene: Scene, from: number, to: number): void {
  if (scene.lineTouched(from, to)) scene.add(mark('dim').range(from, to))
  else scene.add(hidden.range(from, spaceAfter(scene, to)))
}

function hideUnlessOnLine(scene: Scene, from: number, to: number): void {
  if (scene.lineTouched(from, to)) scene.add(mark('dim').range(from, to))
  else scene.add(hidden.range(from, spaceAfter(scene, to)))
}

function spaceAfter({ state }: Scene, at: number): number {
  return state.sliceDoc(at, at + 1) === ' ' ? at + 1 : at
}

function checkbox(scene: Scene, from: number, to: number): Range<Decoration>[] {
  const status = scene.state.sliceDoc(from + 1, to - 1)
  const end = scene.state.doc.lineAt(from).to
  const done = /[xX-]/.test(status)
  const marks = done && to < end ? [mark('done').range(to, end)] : []
  return scene.touched(from, to)
    ? marks
    : [...marks, Decoration.replace({ widget: new Checkbox(status) }).range(from, to)]
}

function decorateAddress(scene: Scene, { name, node, from, to }: SyntaxNodeRef): void {
  if (name === 'URL' && node.parent?.name !== 'Paragraph' && node.parent?.name !== 'TableCell') return
  const url = name === 'URL' ? node : node.getChild('URL')
  const address = url === null ? '' : scene.state.sliceDoc(url.from, url.to)
  const href = safeUrl(/^www\./i.test(address) ? `https://${address}` : address)
  if (href === undefined) return
  const edited = scene.touched(from, to)
  const attributes = { 'data-href': href, role: 'link', title: href }
  scene.add(Decoration.mark(edited ? { class: 'cm-link-source' } : { class: 'cm-address', attributes }).range(from, to))
  if (edited || name === 'URL' || scene.state.doc.lineAt(from).to < to) return
  const marks = node.getChildren('LinkMark')
  if (name === 'Autolink') scene.add(...marks.map((part) => hidden.range(part.from, part.to)))
  else if (marks[0] && marks[1]) scene.add(hidden.range(marks[0].from, marks[0].to), hidden.range(marks[1].from, to))
}

function tagChip(scene: Scene, from: number, to: number): Range<Decoration>[] {
  const tag = scene.state.sliceDoc(from + 1, to)
  const attributes = { 'data-tag': tag, role: 'link', title: `Notes tagged ${tag}` }
  return [
    Decoration.mark(scene.touched(from, to) ? { class: 'cm-tag' } : { class: 'cm-tag', attributes }).range(from, to),
  ]
}

/** An id is for links, not for readers: it goes where its line has other text and no cursor. */
function decorateBlockId(scene: Scene, from: number, to: number): void {
  const before = scene.state.sliceDoc(scene.state.doc.lineAt(from).from, from)
  const space = before.length - before.trimEnd().length
  if (space === before.length || scene.lineTouched(from, to)) scene.add(mark('blockid').range(from, to))
  else scene.add(hidden.range(from - space, to))
}

const FIELD = /^(\s*(?:[-*+]\s+)?)([\p{L}_][\p{L}\p{N}_ -]{0,60}?::)(?=\s|$)|[[(]([\p{L}_][\p{L}\p{N}_ -]{0,60}?::)\s/gu

/** The key of a field, `builds on::`, reads as a label. */
function decorateFields(scene: Scene): void {
  const { doc } = scene.state
  for (let at = scene.from; at <= scene.to; ) {
    const { from, to, text } = doc.lineAt(at)
    for (const found of text.includes('::') ? text.matchAll(FIELD) : []) {
      const key = found[2] ?? found[3] ?? ''
      const start = from + found.index + found[0].indexOf(key)
      scene.add(mark('field').range(start, start + key.length))
    }
    at = to + 1
  }
}

const HIGHLIGHT = /==(?=[^\s=])[^=\n]*[^\s=]==/g
/** A reference; the colon of a definition is behind one at the start of its line. */
const FOOTNOTE = /(?<!^)\[\^[^[\]\s]{1,80}\]/g
const OPAQUE = /Code|Math|Comment|HTML|URL|Frontmatter/

/** `==marked==` and `[^1]`, as Obsidian writes them. */
function decorateSigns(scene: Scene): void {
  const { state } = scene
  const isText = (at: number) => !OPAQUE.test(syntaxTree(state).resolveInner(at, 1).name)
  for (let at = scene.from; at <= scene.to; ) {
    const { from, to, text } = state.doc.lineAt(at)
    for (const { index, 0: found } of text.includes('==') ? text.matchAll(HIGHLIGHT) : []) {
      const [start, end] = [from + index, from + index + found.length]
      if (!isText(start)) continue
      scene.add(mark('marked').range(start, end))
      if (!scene.touched(start, end)) scene.add(hidden.range(start, start + 2), hidden.range(end - 2, end))
    }
    for (const { index, 0: found } of text.includes('[^') ? text.matchAll(FOOTNOTE) : []) {
      const [start, end] = [from + index, from + index + found.length]
      if (!isText(start)) continue
      scene.add(mark('footnote').range(start, end))
      if (!scene.touched(start, end)) scene.add(hidden.range(start, start + 2), hidden.range(end - 1, end))
    }
    at = to + 1
  }
}

/** Chips may not nest in code and the like: `core` gives no links there. */
function decorateChips(scene: Scene): void {
  for (const chip of chipsIn(scene.state, scene.from, scene.to)) {
    scene.add(...chipDecorations(scene.state, chip, isEdited(chip, scene.ranges)))
  }
}

function sceneOf(view: EditorView, from: number, to: number, found: Range<Decoration>[]): Scene {
  const { state } = view
  const ranges = view.hasFocus ? state.selection.ranges : []
  const touched = (start: number, end: number): boolean =>
    ranges.some((range) => range.from <= end && range.to >= start)
  return {
    state,
    from,
    to,
    ranges,
    add: (...decorations) => void found.push(...decorations),
    touched,
    lineTouched: (start, end) => touched(state.doc.lineAt(start).from, state.doc.lineAt(end).to),
  }
}

/** The decorations of a passage that nobody edits, for who draws it elsewhere than in its lines. */
export function inlineDecorations(state: EditorState, from: number, to: number): DecorationSet {
  const found: Range<Decoration>[] = []
  const untouched = () => false
  const add = (...decorations: Range<Decoration>[]) => void found.push(...decorations)
  const scene = { state, from, to, ranges: [], add, touched: untouched, lineTouched: untouched }
  decorateChips(scene)
  decorateSigns(scene)
  syntaxTree(state).iterate({ from, to, enter: (node) => decorate(scene, node) })
  return Decoration.set(found, true)
}

function decorateVisible(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = []
  const tree = syntaxTree(view.state)
  for (const { from, to } of view.visibleRanges) {
    const scene = sceneOf(view, from, to, found)
    decorateChips(scene)
    decorateFields(scene)
    decorateSigns(scene)
    tree.iterate({ from, to, enter: (node) => decorate(scene, node) })
  }
  return Decoration.set(found, true)
}

function mustRedraw(update: ViewUpdate): boolean {
  return (
    update.docChanged ||
    update.selectionSet ||
    update.viewportChanged ||
    update.focusChanged ||
    meaningsChanged(update) ||
    syntaxTree(update.startState) !== syntaxTree(update.state) ||
    update.startState.field(understanding) !== update.state.field(understanding)
  )
}

export const livePreview: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorateVisible(view)
    }
    update(update: ViewUpdate): void {
      if (mustRedraw(update)) this.decorations = decorateVisible(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
