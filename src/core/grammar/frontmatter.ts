import { tags } from '@lezer/highlight'
import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown'
import { findLineAhead } from './lookahead.ts'

const OPEN = /^\uFEFF?---[ \t]*\r?$/
const CLOSE = /^(?:---|\.\.\.)[ \t]*\r?$/

/** YAML between `---` on the very first line (a BOM may stand before it) and `---` or `...`. Without the second it is no frontmatter. */
export const frontmatter: MarkdownConfig = {
  defineNodes: [
    { name: 'Frontmatter', block: true, style: tags.meta },
    { name: 'FrontmatterMark', style: tags.processingInstruction },
  ],
  parseBlock: [
    {
      name: 'Frontmatter',
      before: 'LinkReference',
      parse(cx: BlockContext, line: Line) {
        if (cx.lineStart !== 0 || cx.depth > 1 || !OPEN.test(line.text)) return false
        const close = findLineAhead(cx, (text) => CLOSE.test(text))
        if (close < 0) return false
        const openEnd = line.text.length
        while (cx.nextLine() && cx.lineStart < close);
        const end = cx.lineStart + line.text.length
        cx.nextLine()
        cx.addElement(
          cx.elt('Frontmatter', 0, end, [cx.elt('FrontmatterMark', 0, openEnd), cx.elt('FrontmatterMark', close, end)]),
        )
        return true
      },
    },
  ],
}
