import type { SyntaxNode } from '@lezer/common'
import { Fragment, memo, type ReactElement, type ReactNode } from 'react'
import { notlyMarkdown } from '../../core/grammar.ts'
import { blocks } from './block.tsx'
import { inlines, type Rendering } from './inline.tsx'
import css from './markdown.module.css'
import { children, isHidden } from './walk.ts'

/** Blocks whose inside is blocks, not text. */
const CONTAINERS = new Set(['Blockquote', 'BulletList', 'OrderedList', 'ListItem', 'Table', 'TableHeader', 'TableRow'])

interface MarkdownProps {
  readonly text: string
  /** Shown elsewhere already: a first heading that says the same is left out. */
  readonly title?: string
  readonly mark?: readonly [number, number] | undefined
}

/** A passage of a note as React elements: raw HTML is shown as text, nothing in it can run. */
export const Markdown = memo(function Markdown({ text, title, mark }: MarkdownProps): ReactElement {
  const top = notlyMarkdown.parse(text).topNode
  return <div className={css.markdown}>{withoutTitle(blocks(top, { text, mark, links: true }), top, text, title)}</div>
})

/** A sentence in one line, whatever block it comes from; `mark` is the link that it is shown for. */
export const Sentence = memo(function Sentence({ text, mark }: MarkdownProps): ReactElement {
  const shown = withoutPipes(text)
  const r: Rendering = { text: shown, mark, links: false }
  return <span className={css.sentence}>{flat(notlyMarkdown.parse(shown).topNode, r)}</span>
})

/** The row of a table, its cells apart as words are; each sign keeps its place. */
function withoutPipes(text: string): string {
  if (!/^\s*\|[^\n]*\|\s*$/.test(text)) return text
  const [first, last] = [text.indexOf('|'), text.lastIndexOf('|')]
  return text.replace(/\[\[[^\]]*\]\]|\\\||\|/g, (found, at: number) => {
    if (found !== '|') return found
    return at === first || at === last ? ' ' : '·'
  })
}

function withoutTitle(shown: ReactNode[], top: SyntaxNode, text: string, title: string | undefined): ReactNode[] {
  const first = children(top).find((node) => !isHidden(node))
  if (title === undefined || !first || !/Heading1$/.test(first.name)) return shown
  const heading = text.slice(first.from, first.to).replace(/^#\s+/, '').split('\n')[0]?.trim()
  return heading === title ? shown.slice(1) : shown
}

function flat(node: SyntaxNode, r: Rendering): ReactNode[] {
  return children(node)
    .filter((child) => !isHidden(child))
    .map((child) => (
      <Fragment key={child.from}>{CONTAINERS.has(child.name) ? flat(child, r) : <>{inlines(child, r)} </>}</Fragment>
    ))
}
