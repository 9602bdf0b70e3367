import { tags } from '@lezer/highlight'
import type { BlockContext, BlockParser, Line, MarkdownConfig } from '@lezer/markdown'
import { findLineAhead, inContainer } from './lookahead.ts'

/** A block between two lines of which the first starts with `fence` and the second holds it again; unclosed it is plain text. */
function fencedBlock(name: string, fence: string): BlockParser {
  return {
    name,
    before: 'LinkReference',
    parse(cx: BlockContext, line: Line) {
      if (!opens(line, fence) || findLineAhead(cx, (text) => text.includes(fence)) < 0) return false
      const from = cx.lineStart + line.pos
      while (cx.nextLine() && inContainer(cx)) {
        if (!line.text.slice(line.pos).includes(fence)) continue
        cx.nextLine()
        break
      }
      cx.addElement(cx.elt(name, from, cx.prevLineEnd()))
      return true
    },
    endLeaf: (_cx, line) => opens(line, fence),
  }
}

/** A line that also closes what it opens is left to the inline parser. */
function opens(line: Line, fence: string): boolean {
  return line.text.startsWith(fence, line.pos) && line.text.indexOf(fence, line.pos + fence.length) < 0
}

export const fencedBlocks: MarkdownConfig = {
  defineNodes: [
    { name: 'BlockMath', block: true, style: tags.special(tags.content) },
    { name: 'HiddenCommentBlock', block: true, style: tags.comment },
  ],
  parseBlock: [fencedBlock('BlockMath', '$$'), fencedBlock('HiddenCommentBlock', '%%')],
}
