import { tags } from '@lezer/highlight'
import type { InlineContext, MarkdownConfig } from '@lezer/markdown'
import { closingSearch } from './lookahead.ts'

const DOLLAR = 36
const PERCENT = 37

const doubleDollar = closingSearch((text, from) => text.indexOf('$$', from))
const doublePercent = closingSearch((text, from) => text.indexOf('%%', from))

/** `$…$` after Pandoc's rule: no space inside the marks, no digit after the second; and on one line. */
const singleDollar = closingSearch((text, from) => {
  const close = /[^\s\\]\$(?!\d)|\n/g
  close.lastIndex = from
  const match = close.exec(text)
  return match === null ? -1 : match.index + match[0].length - 1
})

function parseMath(cx: InlineContext, next: number, pos: number): number {
  if (next !== DOLLAR) return -1
  const double = cx.char(pos + 1) === DOLLAR
  if (double) {
    const close = doubleDollar(cx, pos + 2)
    return close < 0 ? -1 : cx.addElement(cx.elt('InlineMath', pos, close + 2))
  }
  if (/\s/.test(cx.slice(pos + 1, pos + 2))) return -1
  const close = singleDollar(cx, pos + 1)
  if (close < 0 || cx.char(close) !== DOLLAR) return -1
  return cx.addElement(cx.elt('InlineMath', pos, close + 1))
}

function parseComment(cx: InlineContext, next: number, pos: number): number {
  if (next !== PERCENT || cx.char(pos + 1) !== PERCENT) return -1
  const close = doublePercent(cx, pos + 2)
  return close < 0 ? -1 : cx.addElement(cx.elt('HiddenComment', pos, close + 2))
}

/** Spans whose text is no text: math and `%%…%%` comments. */
export const hiddenText: MarkdownConfig = {
  defineNodes: [
    { name: 'InlineMath', style: tags.special(tags.content) },
    { name: 'HiddenComment', style: tags.comment },
  ],
  parseInline: [
    { name: 'InlineMath', parse: parseMath, after: 'InlineCode' },
    { name: 'HiddenComment', parse: parseComment, after: 'InlineCode' },
  ],
}
