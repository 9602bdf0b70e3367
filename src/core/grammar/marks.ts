import { tags as highlight } from '@lezer/highlight'
import type { InlineContext, MarkdownConfig } from '@lezer/markdown'

const HASH = 35
const CARET = 94

const BEFORE_TAG = /[\s\p{Ps}]/u
const TAG =
  /^#((?:[\p{L}\p{M}\p{N}_\-/\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200d|\ufe0f)+)/u
const BLOCK_ID = /^\^[\p{L}\p{N}-]+[ \t]*\r?$/u

function parseTag(cx: InlineContext, next: number, pos: number): number {
  if (next !== HASH || (pos > cx.offset && !BEFORE_TAG.test(cx.slice(pos - 1, pos)))) return -1
  const name = TAG.exec(cx.slice(pos, pos + 200))?.[1]?.replace(/\/+$/, '')
  if (!name || !/[^\d/]/.test(name)) return -1
  return cx.addElement(cx.elt('Tag', pos, pos + 1 + name.length))
}

/** `#tag`, nested as `#a/b`. */
export const tags: MarkdownConfig = {
  defineNodes: [{ name: 'Tag', style: highlight.labelName }],
  parseInline: [{ name: 'Tag', parse: parseTag, before: 'Link' }],
}

function parseBlockId(cx: InlineContext, next: number, pos: number): number {
  if (next !== CARET || cx.end - pos > 100) return -1
  if (pos > cx.offset && !/\s/.test(cx.slice(pos - 1, pos))) return -1
  const match = BLOCK_ID.exec(cx.slice(pos, cx.end))
  if (match === null) return -1
  return cx.addElement(cx.elt('BlockId', pos, pos + match[0].trimEnd().length))
}

/** `^id` at a block's end. */
export const blockIds: MarkdownConfig = {
  defineNodes: [{ name: 'BlockId', style: highlight.annotation }],
  parseInline: [{ name: 'BlockId', parse: parseBlockId, before: 'Link' }],
}
