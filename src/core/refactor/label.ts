import type { SyntaxNode } from '@lezer/common'
import { notlyMarkdown } from '../grammar.ts'
import type { Range } from '../note.ts'
import { foldLabel } from '../parse/links.ts'
import type { Source } from '../vault.ts'
import { type Plan, planTexts } from './plan.ts'

/** Where a label of a note is written: `[label]: address`, `[^1]: text`, and everything that refers to them. */
export interface Label {
  /** As first defined; a footnote's begins with `^`. */
  readonly name: string
  /** Every place, without the brackets. */
  readonly places: readonly Range[]
}

/** The labels that a text defines, by their folded names, in the order in which they are first written. */
export function labelsOf(text: string): Map<string, Label> {
  const places = new Map<string, Range[]>()
  const defined = new Map<string, string>()
  notlyMarkdown.parse(text).iterate({
    enter({ name, node }) {
      const range = name === 'LinkReference' ? labelRange(node) : isReference(name) ? referenceRange(node) : undefined
      if (range === undefined) return
      const label = text.slice(range.from, range.to)
      const key = foldLabel(label)
      places.set(key, [...(places.get(key) ?? []), range])
      const defines = name === 'LinkReference' || (label.startsWith('^') && isFootnoteStart(text, range))
      if (defines && !defined.has(key)) defined.set(key, label)
    },
  })
  return new Map([...defined].map(([key, name]) => [key, { name, places: places.get(key) ?? [] }]))
}

/** A label in other words, at its definition and wherever it is referred to. Labels are a note's own. */
export function planRenameLabel(source: Source, { places }: Label, name: string): Plan {
  return planTexts([{ source, changes: places.map((range) => ({ ...range, insert: name })), links: places.length }])
}

function isReference(name: string): boolean {
  return name === 'Link' || name === 'Image'
}

function labelRange(node: SyntaxNode): Range | undefined {
  const label = node.getChild('LinkLabel')
  return label === null ? undefined : { from: label.from + 1, to: label.to - 1 }
}

/** Of `[text][label]` the label; of `[label][]` and `[label]` what is between the brackets. */
function referenceRange(node: SyntaxNode): Range | undefined {
  const [open, close, ...more] = node.getChildren('LinkMark')
  if (open === undefined || close === undefined || more.length > 0) return undefined
  const label = labelRange(node)
  return label !== undefined && label.from < label.to ? label : { from: open.to, to: close.from }
}

function isFootnoteStart(text: string, { from, to }: Range): boolean {
  return text.startsWith(']:', to) && /^[ \t>]*$/.test(text.slice(text.lastIndexOf('\n', from - 1) + 1, from - 1))
}

/** What can stand between the brackets of a label. */
export function isLabelName(name: string): boolean {
  return name.trim() === name && name !== '' && !/[[\]\\\n]/.test(name) && name.length < 999
}
