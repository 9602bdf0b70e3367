import { blockOf, findHeading, sectionEnd } from '../core/fragments.ts'
import { notlyMarkdown } from '../core/grammar.ts'
import type { Note, Range } from '../core/note.ts'

/** UTF-16 units that are read within a second or two, whatever stands in them. */
const READABLE = 1_000_000

/** As much of a text as is read while others wait; what lies behind is known from the index. */
export function readablePart(text: string, most = READABLE): string {
  if (text.length <= most) return text
  return text.slice(0, text.lastIndexOf('\n', most) + 1 || most)
}

/** The section or block that a fragment names; undefined when the note has none of that name. */
export function rangeOfFragment(text: string, note: Note, fragment: string): Range | undefined {
  const block = blockOf(fragment)
  if (block !== undefined) {
    const found = note.blockIds.find(({ id }) => id.toLowerCase() === block)
    return found && blockAround(text, found.from)
  }
  const headings = note.headings.map((heading) => ({ level: heading.level, text: heading.text, start: heading.from }))
  const at = findHeading(headings, fragment)
  if (at === undefined) return undefined
  const from = headings[at]?.start ?? 0
  return trimEnd(text, from, headings[sectionEnd(headings, at)]?.start ?? text.length)
}

const BLOCKS =
  /^(?:Frontmatter|Paragraph|ATXHeading[1-6]|SetextHeading[12]|FencedCode|CodeBlock|Table|HTMLBlock|CommentBlock|BlockMath|LinkReference|HorizontalRule)$/

/** The list item, or else the paragraph, heading, table, code or other block around an offset; where there is none, the line. */
export function blockAround(text: string, offset: number): Range {
  const part = readablePart(text)
  if (offset >= part.length && part.length < text.length) return lineAround(text, offset)
  const tree = notlyMarkdown.parse(part)
  let leaf: Range | undefined
  for (
    let node = tree.resolveInner(offset, 1) as ReturnType<typeof tree.resolveInner> | null;
    node !== null;
    node = node.parent
  ) {
    if (node.name === 'ListItem') return trimEnd(text, node.from, node.to)
    if (BLOCKS.test(node.name)) leaf = { from: node.from, to: node.to }
  }
  return leaf ?? lineAround(text, offset)
}

function lineAround(text: string, offset: number): Range {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { from, to: end < 0 ? text.length : end }
}

function trimEnd(text: string, from: number, to: number): Range {
  return { from, to: from + text.slice(from, to).trimEnd().length }
}
