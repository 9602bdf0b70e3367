import type { SyntaxNode } from '@lezer/common'
import type { Link, LinkForm, LinkKey, NotePath, Range } from '../note.ts'
import { plainText } from '../plain.ts'
import { canonicalRelation } from '../relations.ts'
import { keysOfTarget } from '../resolve.ts'
import { LONGEST_NAME, nameCandidates } from './bare.ts'
import { type Destination, readDestination } from './destination.ts'
import { type Field, reasonIn } from './fields.ts'
import { firstFrom } from './leaf.ts'

/** A link's own part, before its surroundings are known. */
export type LinkCore = Pick<Link, 'form' | 'range' | 'targetRange' | 'target' | 'fragment' | 'text' | 'keys'>

export type LinkAround = Pick<Link, 'relation' | 'reason' | 'sentence' | 'block'>

const BRACKET_FORMS: Readonly<Record<string, LinkForm>> = { Wikilink: 'wikilink', Embed: 'embed', Mention: 'mention' }

/** `[[…]]`, `![[…]]`, `@[[…]]`. */
export function bracketLink(text: string, path: NotePath, node: SyntaxNode): LinkCore {
  const form = BRACKET_FORMS[node.name] as LinkForm
  const target = node.getChild('WikiTarget')
  const fragment = node.getChild('WikiFragment')
  const shown = node.getChild('WikiText')
  const at = target ?? fragment ?? node
  return written(path, form, node, {
    target: { from: at.from, to: target?.to ?? at.from },
    name: target === null ? '' : text.slice(target.from, target.to).trim(),
    fragment: fragment === null ? undefined : text.slice(fragment.from + 1, fragment.to).trim(),
    text: shown === null ? undefined : text.slice(shown.from, shown.to).trim(),
  })
}

interface Parts {
  readonly target: Range
  readonly name: string
  readonly fragment: string | undefined
  readonly text: string | undefined
}

export function written(path: NotePath, form: LinkForm, { from, to }: Range, parts: Parts): LinkCore {
  const keys = keysOfTarget(form, path, parts.name, parts.fragment)
  return {
    form,
    range: { from, to },
    targetRange: parts.target,
    target: parts.name,
    fragment: parts.fragment,
    text: parts.text,
    keys: keys.map((key): LinkKey => ({ key, to })),
  }
}

/** `[text](address)`, `![alt](address)`; undefined when the address is written elsewhere or is no file's. */
export function inlineLink(text: string, path: NotePath, node: SyntaxNode): LinkCore | undefined {
  const marks = node.getChildren('LinkMark')
  const open = marks[2]
  const url = open && node.getChildren('URL').find((child) => child.from >= open.to)
  const destination = url && readDestination(text, url)
  return destination && markdownLink(text, path, node, destination)
}

/** `[text][label]`, `[label][]`, `[label]`: the folded label that a definition must have. */
export function referenceLabel(text: string, node: SyntaxNode): string | undefined {
  const marks = node.getChildren('LinkMark')
  if (marks.length !== 2) return undefined
  const label = node.getChild('LinkLabel')
  const inside = label === null ? '' : text.slice(label.from + 1, label.to - 1)
  return foldLabel(inside.trim() || text.slice(marks[0]?.to, marks[1]?.from))
}

export function foldLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()
}

export function markdownLink(text: string, path: NotePath, node: SyntaxNode, destination: Destination): LinkCore {
  return written(path, 'markdown', node, {
    target: destination.range,
    name: destination.path,
    fragment: destination.fragment,
    text: linkText(text, node),
  })
}

function linkText(text: string, node: SyntaxNode): string | undefined {
  const [open, close] = node.getChildren('LinkMark')
  if (open === undefined || close === undefined) return undefined
  const shown = plainText(text, node)
  return shown === '' ? undefined : shown
}

/** `@Name`: everything on the line that could be a name; how much of it is one, only the vault knows. */
export function bareMention(text: string, at: number, limit: number): LinkCore | undefined {
  // No further than a name can reach: a line may be a whole book.
  const [line = ''] = text.slice(at + 1, Math.min(limit, at + 1 + LONGEST_NAME)).split('\n', 1)
  const keys = nameCandidates(line.replace(/\r$/, ''), at + 1)
  const longest = keys[0]
  if (longest === undefined) return undefined
  const range = { from: at, to: longest.to }
  const targetRange = { from: at + 1, to: longest.to }
  return {
    form: 'bare',
    range,
    targetRange,
    target: text.slice(at + 1, longest.to),
    fragment: undefined,
    text: undefined,
    keys,
  }
}

/** Where a bare mention ends is not known here; its shortest name leaves the most for what is said of it. */
export function certainRange(link: LinkCore): Range {
  return link.form === 'bare' ? { from: link.range.from, to: link.keys.at(-1)?.to ?? link.range.to } : link.range
}

/** Gathered once for each field, not for each of its links. */
const linksIn = new WeakMap<Field, readonly Range[]>()

/**
 * The innermost field that a link stands in says why it is there.
 * @param fields of the link's leaf
 * @param links certain ranges of all links of the leaf, sorted
 */
export function whyLinked(
  text: string,
  link: LinkCore,
  fields: readonly Field[],
  links: readonly Range[],
): Pick<Link, 'relation' | 'reason'> {
  const holding = fields.filter((field) => field.value.from <= link.range.from && link.range.from < field.value.to)
  const field = holding.find((candidate) => candidate.kind === 'brackets') ?? holding[0]
  if (field === undefined) return { relation: undefined, reason: undefined }
  let inside = linksIn.get(field)
  if (inside === undefined) {
    inside = links.slice(firstFrom(links, field.value.from), firstFrom(links, field.value.to))
    linksIn.set(field, inside)
  }
  return { relation: canonicalRelation(field.key), reason: reasonIn(text, field, certainRange(link), inside) }
}
