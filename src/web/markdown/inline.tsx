import type { SyntaxNode } from '@lezer/common'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import { stemOf } from '../../core/path.ts'
import { dateSigns } from '../../core/tasks/signs.ts'
import css from './markdown.module.css'
import { Sign } from './sign-icon.tsx'
import { children, decodeEntity, isHidden, safeUrl } from './walk.ts'

/** What rendering needs besides the tree. */
export interface Rendering {
  readonly text: string
  /** The range to mark: a link in its sentence. */
  readonly mark?: readonly [number, number] | undefined
  /** False where the whole is a link already: then addresses are shown, not opened. */
  readonly links: boolean
}

const DEEPEST = 40

/** The content of a paragraph, heading or cell. */
export function inlines(node: SyntaxNode, r: Rendering, depth = 0): ReactNode[] {
  return between(children(node), node.from, node.to, r, depth)
}

/** Nodes with the plain text before, between and after them. */
function between(nodes: readonly SyntaxNode[], from: number, to: number, r: Rendering, depth: number): ReactNode[] {
  const shown: ReactNode[] = []
  let at = from
  for (const node of nodes) {
    if (node.name === 'BareMention') continue
    shown.push(...plain(at, node.from, r))
    shown.push(marked(node, r, depth))
    at = node.to
  }
  shown.push(...plain(at, to, r))
  return shown
}

/** A node in the range to mark is marked as a whole. */
function marked(node: SyntaxNode, r: Rendering, depth: number): ReactNode {
  const inside = r.mark && node.from >= r.mark[0] && node.to <= r.mark[1] && node.to > node.from
  if (!inside) return inline(node, r, depth)
  return (
    <mark key={node.from} className={css.mark}>
      {inline(node, { ...r, mark: undefined }, depth)}
    </mark>
  )
}

function plain(from: number, to: number, r: Rendering): ReactNode[] {
  if (to <= from) return []
  const [markFrom, markTo] = r.mark ?? [to, to]
  const start = Math.min(Math.max(markFrom, from), to)
  const end = Math.min(Math.max(markTo, start), to)
  const shown: ReactNode[] = signed(from, start, r)
  if (end > start) {
    const content = r.text.slice(start, end)
    shown.push(
      <mark key={start} className={css.mark}>
        {content}
      </mark>,
    )
  }
  shown.push(...signed(end, to, r))
  return shown
}

/** Text in which a task's dates are said as people say them. */
function signed(from: number, to: number, r: Rendering): ReactNode[] {
  const shown: ReactNode[] = []
  let at = from
  for (const sign of dateSigns(r.text.slice(from, to))) {
    shown.push(...lines(r.text.slice(at, from + sign.from), at), <Sign key={from + sign.from} sign={sign} />)
    at = from + sign.to
  }
  return [...shown, ...lines(r.text.slice(at, to), at)]
}

/** Each relation stands on a line of its own, as it was written. @param at where the text begins, for its keys */
function lines(text: string, at: number): ReactNode[] {
  return text.split(/\n(?=\p{L}[\p{L}\p{N} _-]*::)/u).map((line, index) =>
    index === 0 ? (
      line
    ) : (
      <Fragment key={`${at} ${index}`}>
        <br />
        {line}
      </Fragment>
    ),
  )
}

function inline(node: SyntaxNode, r: Rendering, depth: number): ReactNode {
  const source = r.text.slice(node.from, node.to)
  if (isHidden(node)) return null
  if (depth > DEEPEST) return source
  const inner = () => inlines(node, r, depth + 1)
  switch (node.name) {
    case 'Emphasis':
      return <em key={node.from}>{inner()}</em>
    case 'StrongEmphasis':
      return <strong key={node.from}>{inner()}</strong>
    case 'Strikethrough':
      return <s key={node.from}>{inner()}</s>
    case 'InlineCode':
      return <code key={node.from}>{inner()}</code>
    case 'InlineMath':
      return <code key={node.from}>{source}</code>
    case 'Escape':
      return source.slice(1)
    case 'Entity':
      return decodeEntity(source)
    case 'HardBreak':
      return <br key={node.from} />
    case 'Tag':
      return (
        <span key={node.from} className={css.tag}>
          {source}
        </span>
      )
    case 'Wikilink':
    case 'Mention':
    case 'Embed':
      return <Chip key={node.from}>{wikiText(node, r)}</Chip>
    case 'Link':
      if (isCalloutKind(source)) return null
      if (isDateField(source)) return <Fragment key={node.from}>{signed(node.from, node.to, r)}</Fragment>
      return <LinkText key={node.from} node={node} r={r} depth={depth} />
    case 'Image':
      return <Chip key={node.from}>{labelOf(node, r, depth) ?? 'image'}</Chip>
    case 'Autolink':
    case 'URL':
      return <Address key={node.from} url={source.replace(/^<|>$/g, '')} r={r} />
    default:
      return node.firstChild ? inner() : source
  }
}

/** `[due:: 2026-12-03]` is a link to Markdown, whose target nobody gave. */
function isDateField(source: string): boolean {
  const [sign] = dateSigns(source)
  return sign?.from === 0 && sign.to === source.length
}

/** What a callout begins with says how it looks, and is no word of it. */
function isCalloutKind(source: string): boolean {
  return /^\[!\w[\w-]*\]$/.test(source)
}

function Chip({ children }: { children: ReactNode }): ReactElement {
  return <span className={css.chip}>{children}</span>
}

/** The words of a wikilink or mention: its text, else its target with the fragment. */
function wikiText(node: SyntaxNode, r: Rendering): string {
  const part = (name: string) => {
    const child = node.getChild(name)
    return child ? r.text.slice(child.from, child.to).trim() : ''
  }
  const fragment = part('WikiFragment')
    .replace(/#\^.*$/, '')
    .replace(/#/g, ' › ')
    .trim()
  return part('WikiText') || [stemOf(part('WikiTarget')), fragment].filter(Boolean).join(' ')
}

/** What stands between the first brackets of a link or image; undefined when nothing does. */
function labelOf(node: SyntaxNode, r: Rendering, depth: number): ReactNode[] | undefined {
  const [open, close] = node.getChildren('LinkMark')
  if (!open || !close || close.from <= open.to) return undefined
  const inside = children(node).filter((child) => child.from >= open.to && child.to <= close.from)
  return between(inside, open.to, close.from, r, depth + 1)
}

function LinkText({ node, r, depth }: { node: SyntaxNode; r: Rendering; depth: number }): ReactElement {
  const address = node.getChild('URL')
  const url = address ? safeUrl(r.text.slice(address.from, address.to)) : undefined
  const label = labelOf(node, r, depth) ?? r.text.slice(node.from, node.to)
  return url ? (
    <Address url={url} r={r}>
      {label}
    </Address>
  ) : (
    <Chip>{label}</Chip>
  )
}

function Address({ url, r, children: label }: { url: string; r: Rendering; children?: ReactNode }): ReactElement {
  const href = safeUrl(url)
  if (!href || !r.links) return <span className={css.address}>{label ?? url}</span>
  return (
    <a className={css.address} href={href} target="_blank" rel="noopener noreferrer">
      {label ?? url}
    </a>
  )
}
