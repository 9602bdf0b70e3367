import type { SyntaxNode } from '@lezer/common'
import { notlyMarkdown } from './grammar.ts'

const UNSEEN = new Set(
  `HeaderMark EmphasisMark StrikethroughMark CodeMark LinkMark WikiMark ListMark QuoteMark TaskMarker TableDelimiter LinkTitle LinkLabel
   CodeInfo BlockId HTMLTag Comment CommentBlock HiddenComment HiddenCommentBlock ProcessingInstruction HorizontalRule LinkReference
   Frontmatter`.split(/\s+/),
)

/** Of a link that shows words of its own these are not shown; asked of every node, so not by a pattern. */
const REPLACED = new Set(['WikiTarget', 'WikiFragment'])
const WITH_URL = new Set(['Link', 'Image'])

/** Longer texts are shown as they are written: to read them whole would hold up the answer. UTF-16 units. */
const LONGEST = 200_000

/** What a reader sees of a note, on one line, without its properties: for snippets. */
export function readableBody(text: string): string {
  if (text.length > LONGEST) return text
  return plainText(text, notlyMarkdown.parse(text).topNode).replace(/(?<=\S)::(?=\s)/g, ':')
}

/** The text of a node as a reader sees it: without marks, links as the words they show. */
export function plainText(text: string, node: SyntaxNode): string {
  let shown = ''
  let at = node.from
  const skip = (from: number, to: number): void => {
    if (from > at) shown += text.slice(at, from)
    at = Math.max(at, to)
  }
  node.cursor().iterate((inner) => {
    const { name, from, to } = inner
    if (from < node.from || to > node.to) return false
    const unseen = UNSEEN.has(name) || (name === 'URL' && WITH_URL.has(inner.node.parent?.name ?? ''))
    const replaced = REPLACED.has(name) && inner.node.parent?.getChild('WikiText') != null
    if (unseen || replaced) skip(from, to)
    else if (name === 'Escape') skip(from, from + 1)
    return !unseen && !replaced
  })
  skip(node.to, node.to)
  return shown.replace(/\s+/g, ' ').trim()
}
