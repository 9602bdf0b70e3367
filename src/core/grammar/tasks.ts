import { tags } from '@lezer/highlight'
import type { BlockContext, LeafBlock, LeafBlockParser, MarkdownConfig } from '@lezer/markdown'

const BOX = /^\[[^[\]\n]\](?=[ \t\r\n]|$)/u

class TaskParser implements LeafBlockParser {
  nextLine(): boolean {
    return false
  }

  finish(cx: BlockContext, leaf: LeafBlock): boolean {
    const box = BOX.exec(leaf.content)?.[0].length ?? 0
    cx.addLeafElement(
      leaf,
      cx.elt('Task', leaf.start, leaf.start + leaf.content.length, [
        cx.elt('TaskMarker', leaf.start, leaf.start + box),
        ...cx.parser.parseInline(leaf.content.slice(box), leaf.start + box),
      ]),
    )
    return true
  }
}

/** List items with a checkbox that holds any one character, as task programs use them; GFM knows only space and `x`. */
export const tasks: MarkdownConfig = {
  defineNodes: [
    { name: 'Task', block: true, style: tags.list },
    { name: 'TaskMarker', style: tags.atom },
  ],
  parseBlock: [
    {
      name: 'TaskList',
      leaf: (cx, leaf) => (BOX.test(leaf.content) && cx.parentType().name === 'ListItem' ? new TaskParser() : null),
      after: 'SetextHeading',
    },
  ],
}
