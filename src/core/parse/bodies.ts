import type { SyntaxNode, Tree } from '@lezer/common'
import { append } from '../append.ts'
import type { BlockId, Heading, Link, NotePath, Property, Range, Tag, Task } from '../note.ts'
import { plainText } from '../plain.ts'
import { readDestination } from './destination.ts'
import { type Field, findFields } from './fields.ts'
import { firstFrom, Leaf } from './leaf.ts'
import {
  bareMention,
  bracketLink,
  certainRange,
  foldLabel,
  inlineLink,
  type LinkCore,
  markdownLink,
  referenceLabel,
  whyLinked,
} from './links.ts'
import { Sentences } from './sentences.ts'
import { readTask } from './tasks.ts'

export interface Body {
  readonly links: Link[]
  readonly tags: Tag[]
  readonly tasks: Task[]
  readonly headings: Heading[]
  readonly blockIds: BlockId[]
  readonly properties: Property[]
}

const LEAVES = new Set(
  'Paragraph Task TableHeader TableRow SetextHeading1 SetextHeading2 ATXHeading1 ATXHeading2 ATXHeading3 ATXHeading4 ATXHeading5 ATXHeading6'.split(
    ' ',
  ),
)
const NO_TEXT = new Set([
  'Frontmatter',
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
  'BlockMath',
  'HiddenCommentBlock',
])
const OPAQUE = new Set([
  'InlineCode',
  'InlineMath',
  'HiddenComment',
  'Comment',
  'HTMLTag',
  'Autolink',
  'URL',
  'ProcessingInstruction',
])
/** Says nothing by itself; named so that most nodes are passed over at once. */
const MARKS_ONLY = new Set([
  'EmphasisMark',
  'Emphasis',
  'StrongEmphasis',
  'LinkMark',
  'Escape',
  'Strikethrough',
  'TableCell',
])
const BLANK = new Set(['HeaderMark', 'QuoteMark', 'TaskMarker', 'BlockId'])

/** What one leaf block holds, gathered while it is open. */
interface Open {
  readonly node: SyntaxNode
  readonly leaf: Leaf
  readonly block: Range
  readonly links: (LinkCore | Reference)[]
  readonly bare: number[]
  readonly tags: Tag[]
  readonly hardBreaks: number[]
  status: string
  /** Depth of Markdown links around the cursor: a bare mention in a link's text is the link's text. */
  inLink: number
}

interface Reference {
  readonly label: string
  readonly node: SyntaxNode
}

interface Pending {
  readonly links: Link[]
  readonly references: { readonly reference: Reference; readonly around: (core: LinkCore) => Link }[]
}

/** Reads everything below the frontmatter. */
export function readBody(text: string, path: NotePath, tree: Tree): Body {
  const body: Body = { links: [], tags: [], tasks: [], headings: [], blockIds: [], properties: [] }
  const pending: Pending = { links: body.links, references: [] }
  const definitions = new Map<string, Range>()
  const items: Range[] = []
  let open: Open | undefined

  tree.iterate({
    enter(ref) {
      const { name } = ref
      if (NO_TEXT.has(name)) return false
      if (name === 'LinkReference') return define(text, ref.node, definitions)
      if (name === 'ListItem') items.push({ from: ref.from, to: ref.to })
      else if (LEAVES.has(name)) open = openLeaf(text, ref.node, items.at(-1))
      else if (open !== undefined) return MARKS_ONLY.has(name) || enterInline(text, path, ref.node, open, body)
      return true
    },
    leave(ref) {
      if (ref.name === 'ListItem') items.pop()
      else if (open !== undefined && ref.name === 'Link') open.inLink--
      else if (open !== undefined && ref.from === open.leaf.from && ref.to === open.leaf.to && LEAVES.has(ref.name)) {
        closeLeaf(text, open, body, pending)
        open = undefined
      }
    },
  })
  resolveReferences(text, path, definitions, pending)
  body.links.sort((a, b) => a.range.from - b.range.from)
  return body
}

function define(text: string, node: SyntaxNode, definitions: Map<string, Range>): false {
  const label = node.getChild('LinkLabel')
  const url = node.getChild('URL')
  if (label === null || url === null) return false
  const folded = foldLabel(text.slice(label.from + 1, label.to - 1))
  if (!definitions.has(folded)) definitions.set(folded, { from: url.from, to: url.to })
  return false
}

function openLeaf(text: string, node: SyntaxNode, item: Range | undefined): Open {
  const leaf = new Leaf(text, node)
  const block = item ?? { from: node.from, to: node.to }
  return { node, leaf, block, links: [], bare: [], tags: [], hardBreaks: [], status: '', inLink: 0 }
}

/** @returns whether to look inside the node */
function enterInline(text: string, path: NotePath, node: SyntaxNode, open: Open, body: Body): boolean {
  const { name, from, to } = node
  const range = { from, to }
  if (name === 'Wikilink' || name === 'Embed' || name === 'Mention') {
    open.links.push(bracketLink(text, path, node))
    open.leaf.opaque.push(range)
    return false
  }
  if (name === 'Link' || name === 'Image') {
    enterMarkdownLink(text, path, node, open)
    if (name === 'Link') open.inLink++
    // An image's text is its description: links in it are none.
    return name === 'Link'
  } else if (name === 'BareMention') {
    if (open.inLink === 0) open.bare.push(from)
  } else if (name === 'Tag') {
    open.tags.push({ ...range, name: text.slice(from + 1, to) })
  } else if (name === 'HardBreak') {
    open.hardBreaks.push(to - 1)
  } else if (OPAQUE.has(name)) {
    if (open.inLink === 0) open.leaf.opaque.push(range)
    return false
  } else if (BLANK.has(name)) {
    open.leaf.blanks.push(range)
    if (name === 'TaskMarker') open.status = text.slice(from + 1, to - 1)
    if (name === 'BlockId') body.blockIds.push({ ...range, id: text.slice(from + 1, to) })
  }
  return true
}

/** A bracketed field (`[key:: [[Note]]]`) also parses as a link without an address; it must stay readable as a field. */
function enterMarkdownLink(text: string, path: NotePath, node: SyntaxNode, open: Open): void {
  const inline = inlineLink(text, path, node)
  const label = inline === undefined ? referenceLabel(text, node) : undefined
  if (inline !== undefined) open.links.push(inline)
  else if (label !== undefined) open.links.push({ label, node })
  const addressed = node.getChildren('LinkMark').length > 2 || node.getChild('LinkLabel') !== null
  if (addressed && open.inLink === 0) open.leaf.opaque.push({ from: node.from, to: node.to })
}

function closeLeaf(text: string, open: Open, body: Body, pending: Pending): void {
  const { leaf, node } = open
  if (node.name.includes('Heading'))
    body.headings.push({ from: leaf.from, to: leaf.to, level: Number(node.name.at(-1)), text: plainText(text, node) })
  const fields = findFields(leaf)
  append(body.tags, open.tags)
  append(
    body.properties,
    fields.map(({ key, value }) => ({ key, value: text.slice(value.from, value.to).trim() })),
  )
  if (node.name === 'Task')
    body.tasks.push(
      readTask(
        text,
        leaf,
        open.status,
        fields,
        open.tags.map((tag) => tag.name),
      ),
    )
  finishLinks(text, open, [...open.links, ...bareMentions(text, open)], fields, pending)
}

/** A bare mention's name goes no further than the next thing that is not plain text, or the next mention. */
function bareMentions(text: string, open: Open): LinkCore[] {
  if (open.bare.length === 0) return []
  const stops = [...open.leaf.opaque, ...open.leaf.blanks, ...open.bare.map((at) => ({ from: at, to: at + 1 }))]
  stops.sort((a, b) => a.from - b.from)
  return open.bare.flatMap((at) => bareMention(text, at, stops[firstFrom(stops, at + 1)]?.from ?? open.leaf.to) ?? [])
}

function finishLinks(
  text: string,
  open: Open,
  found: readonly (LinkCore | Reference)[],
  fields: readonly Field[],
  pending: Pending,
): void {
  if (found.length === 0) return
  const ranges = found.map((link) =>
    'label' in link ? { from: link.node.from, to: link.node.to } : certainRange(link),
  )
  ranges.sort((a, b) => a.from - b.from)
  const sentences = new Sentences(open.leaf, sentenceBreaks(open, fields))
  const around = (core: LinkCore): Link => ({
    ...core,
    ...whyLinked(text, core, fields, ranges),
    sentence: sentences.around(certainRange(core)),
    block: open.block,
  })
  for (const link of found) {
    if ('label' in link) pending.references.push({ reference: link, around })
    else pending.links.push(around(link))
  }
}

/** Fields are lines of their own; so are the lines that a hard break parts. */
function sentenceBreaks(open: Open, fields: readonly Field[]): ReadonlySet<number> {
  const breaks = new Set(open.hardBreaks)
  for (const field of fields) {
    if (field.kind !== 'line') continue
    breaks.add(open.leaf.from + open.leaf.prose.lastIndexOf('\n', field.line.from - open.leaf.from - 1))
    breaks.add(open.leaf.from + open.leaf.prose.indexOf('\n', field.line.to - open.leaf.from))
  }
  return breaks
}

function resolveReferences(
  text: string,
  path: NotePath,
  definitions: ReadonlyMap<string, Range>,
  pending: Pending,
): void {
  for (const { reference, around } of pending.references) {
    const url = definitions.get(reference.label)
    const destination = url && readDestination(text, url)
    if (destination !== undefined) pending.links.push(around(markdownLink(text, path, reference.node, destination)))
  }
}
