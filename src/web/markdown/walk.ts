import type { SyntaxNode } from '@lezer/common'

/** A node's children, in order. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

/** Marks of the syntax that a reader does not see. */
const HIDDEN = new Set([
  'HeaderMark',
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'LinkMark',
  'ListMark',
  'QuoteMark',
  'TaskMarker',
  'TableDelimiter',
  'WikiMark',
  'LinkLabel',
  'LinkTitle',
  'CodeInfo',
  'HiddenComment',
  'HiddenCommentBlock',
  'Comment',
  'CommentBlock',
  'LinkReference',
  'Frontmatter',
  'BlockId',
])

export function isHidden(node: SyntaxNode): boolean {
  return HIDDEN.has(node.name)
}

/** An address that may be opened from a note: nothing that could run code. */
export function safeUrl(text: string): string | undefined {
  const url = text.replace(/^<|>$/g, '').trim()
  return /^(?:https?:\/\/|mailto:)/i.test(url) ? url : undefined
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00a0',
  '&ndash;': '–',
  '&mdash;': '—',
  '&hellip;': '…',
  '&copy;': '©',
}

/** The character that an entity stands for; one that is not known stays as it was written. */
export function decodeEntity(text: string): string {
  const number = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(text)
  if (!number) return ENTITIES[text] ?? text
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2])
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
