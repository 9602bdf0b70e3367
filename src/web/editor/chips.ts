/** A link as it stands in the text when nobody edits it: one chip in the text's own line. */
import type { EditorState, Range, SelectionRange } from '@codemirror/state'
import { Decoration, WidgetType } from '@codemirror/view'
import type { Link } from '../../core/note.ts'
import { folderOf, isNotePath } from '../../core/path.ts'
import { iconNode, KINDS } from './icons.tsx'
import { imageWidget, isImage } from './images.ts'
import { labelIn } from './label.ts'
import { knownAnswers, type Meaning, meaningOf } from './resolver.ts'
import { understanding } from './understanding.ts'

export interface Chip {
  readonly link: Link
  readonly meaning: Meaning
  readonly from: number
  readonly to: number
  /** The words shown. */
  readonly label: { readonly from: number; readonly to: number }
}

/** The chips that touch a range, in order. Bare mentions are chips only when a note answers to them. */
export function chipsIn(state: EditorState, from: number, to: number): Chip[] {
  const known = knownAnswers(state)
  const chips: Chip[] = []
  state.field(understanding).links.between(from, to, (start, end, { link }) => {
    const chip = chipOf(state, link, meaningOf(link, known), start, end)
    if (chip !== undefined) chips.push(chip)
  })
  return chips
}

/** The link at a position, its ends included. */
export function chipAt(state: EditorState, position: number): Chip | undefined {
  return chipsIn(state, position, position).find((chip) => chip.from <= position && position <= chip.to)
}

function chipOf(state: EditorState, link: Link, meaning: Meaning, from: number, end: number): Chip | undefined {
  if (link.form === 'bare') {
    if (meaning.kind !== 'note') return undefined
    const to = Math.min(from + meaning.length, end)
    return { link, meaning, from, to, label: { from: from + 1, to } }
  }
  const label = labelIn(state.sliceDoc(from, end), link.form)
  return label && { link, meaning, from, to: end, label: { from: from + label[0], to: from + label[1] } }
}

class Icon extends WidgetType {
  readonly name: string
  constructor(name: string) {
    super()
    this.name = name
  }
  override eq(other: Icon): boolean {
    return other.name === this.name
  }
  override toDOM(): HTMLElement {
    const holder = document.createElement('span')
    holder.className = 'cm-chip-icon'
    holder.append(iconNode(this.name))
    return holder
  }
  override ignoreEvent(): boolean {
    return false
  }
}

class Sign extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    const sign = document.createElement('span')
    sign.className = 'cm-chip-sign'
    sign.textContent = ' › '
    return sign
  }
  override ignoreEvent(): boolean {
    return false
  }
}

/**
 * Whether a selection is in the link, so that its source shows. A cursor right before or behind it is not, except behind a bare
 * mention: nothing but its end says where that name stops.
 */
export function isEdited({ link, from, to }: Chip, ranges: readonly SelectionRange[]): boolean {
  const open = link.form === 'bare' ? to : to - 1
  return ranges.some((range) => range.from <= open && range.to > from)
}

/** @param edited the cursor is in the link: its source shows */
export function chipDecorations(state: EditorState, chip: Chip, edited: boolean): Range<Decoration>[] {
  const { from, to, label, meaning, link } = chip
  const oneLine = to <= state.doc.lineAt(from).to
  if (link.form === 'frontmatter' || edited || !oneLine)
    return [Decoration.mark({ class: 'cm-link-source' }).range(from, to)]
  const picture = pictureOf(state, chip)
  if (picture !== undefined) return [Decoration.replace({ widget: picture }).range(from, to)]
  // The marks begin before the icon that replaces the link's first characters, so that it is part of the chip.
  const inclusiveStart = true
  const marks = [
    Decoration.mark({ class: classOf(meaning), attributes: attributesOf(chip), inclusiveStart }).range(from, label.to),
    // The icon never stands alone at a line's end.
    Decoration.mark({ class: 'cm-chip-start', inclusiveStart }).range(from, firstWordEnd(state, label)),
    Decoration.replace({ widget: new Icon(iconOf(meaning)) }).range(from, label.from),
  ]
  if (link.form !== 'markdown' && link.form !== 'bare' && link.text === undefined)
    marks.push(...fragmentSign(state, label))
  if (label.to < to) marks.push(Decoration.replace({}).range(label.to, to))
  return marks
}

/** `Note#Heading` reads as `Note › Heading`, `#Heading` as `Heading`, `Note#^id` as `Note`: an id says nothing to a reader. */
function fragmentSign(state: EditorState, { from, to }: Chip['label']): Range<Decoration>[] {
  const found: Range<Decoration>[] = []
  const text = state.sliceDoc(from, to)
  const id = text.indexOf('#^')
  if (id > 0) return [Decoration.replace({}).range(from + id, to)]
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    found.push(Decoration.replace(at === 0 ? {} : { widget: new Sign() }).range(from + at, from + at + 1))
  }
  return found
}

function firstWordEnd(state: EditorState, { from, to }: Chip['label']): number {
  return from + (/^.{1,24}?(?=[\s/-]|$)/.exec(state.sliceDoc(from, to))?.[0].length ?? 0)
}

function pictureOf(state: EditorState, { link, meaning, from, to, label }: Chip): WidgetType | undefined {
  const source = state.sliceDoc(from, to)
  if (!source.startsWith('!') || meaning.kind !== 'note' || !isImage(meaning.path)) return undefined
  return imageWidget(meaning.path, link.text ?? state.sliceDoc(label.from, label.to))
}

function iconOf(meaning: Meaning): string {
  if (meaning.kind === 'note') return isNotePath(meaning.path) ? (meaning.noteKind ?? 'note') : 'image'
  return meaning.kind === 'unknown' ? 'note' : meaning.kind
}

function classOf(meaning: Meaning): string {
  if (meaning.kind !== 'note') return `cm-chip cm-chip-${meaning.kind}`
  const known = KINDS.find((kind) => kind === meaning.noteKind)
  return `cm-chip${known ? ` cm-chip-${known}` : ''}${meaning.ambiguous ? ' cm-chip-ambiguous' : ''}`
}

function attributesOf({ link, meaning }: Chip): Record<string, string> {
  return {
    role: 'link',
    title: titleOf(link, meaning),
    'data-chip': meaning.kind,
    'data-target': link.target,
    ...(meaning.kind === 'note' ? { 'data-path': meaning.path } : {}),
    ...(link.fragment === undefined ? {} : { 'data-fragment': link.fragment }),
  }
}

function titleOf({ target, fragment }: Link, meaning: Meaning): string {
  if (meaning.kind === 'unknown') return ''
  if (meaning.kind === 'own') return `Goes to ${fragment ?? 'the top'} in this note`
  if (meaning.kind === 'unresolved') return `No note is called “${target}” yet. Click to write it.`
  if (meaning.ambiguous) return `Several notes are called “${target}”. This goes to ${meaning.path}.`
  const folder = folderOf(meaning.path)
  return folder === '' ? (meaning.title ?? meaning.path) : `${meaning.title ?? meaning.path} · ${folder}`
}
