import type { BlockContext, LeafBlock, LeafBlockParser, MarkdownConfig } from '@lezer/markdown'

/** A footnote's text is a paragraph; CommonMark alone would take `[^1]: [[Note]]` for a link reference with that address. */
class FootnoteParser implements LeafBlockParser {
  nextLine(_cx: BlockContext, _line: unknown, leaf: LeafBlock): boolean {
    leaf.parsers = [this]
    return false
  }

  finish(cx: BlockContext, leaf: LeafBlock): boolean {
    cx.addLeafElement(
      leaf,
      cx.elt(
        'Paragraph',
        leaf.start,
        leaf.start + leaf.content.length,
        cx.parser.parseInline(leaf.content, leaf.start),
      ),
    )
    return true
  }
}

export const footnotes: MarkdownConfig = {
  parseBlock: [
    {
      name: 'Footnote',
      leaf: (_cx, leaf) => (/^\[\^[^\]\s]+\]:/.test(leaf.content) ? new FootnoteParser() : null),
      before: 'LinkReference',
    },
  ],
}
