import type { InlineContext, MarkdownConfig } from '@lezer/markdown'

/** Where an inline parser of this grammar could start: a mark, or two spaces before a line end, looked for from where spaces begin. */
const MARK = /[\\&`<*_~[\]!$%@＠#^]|(?<! ) {2,}\n/g
/** The same, or an address without marks; dearer, so used only where there is one. */
const MARK_OR_ADDRESS = /[\\&`<*_~[\]!$%@＠#^]|(?<! ) {2,}\n|(?<!\w)(?:www\.|https?:|mailto:|xmpp:|[\w.+-]{1,100}@)/g
const ADDRESS_STARTS = ['www.', 'http', 'mailto:', 'xmpp:']

/** Looking for plain strings is many times as fast as one pattern for all of them. */
function hasAddress(text: string): boolean {
  return ADDRESS_STARTS.some((start) => text.includes(start)) || (text.includes('@') && /[\w.+-]@/.test(text))
}

let section: InlineContext | undefined
let starts = MARK

/**
 * Passes over text in which nothing starts with one search, where Lezer would ask every inline parser at every character.
 * Must be the first of the inline parsers; a parser that starts with another character must be named in `MARK`.
 */
function skipPlainRun(cx: InlineContext, _next: number, pos: number): number {
  if (section !== cx) {
    section = cx
    starts = hasAddress(cx.text) ? MARK_OR_ADDRESS : MARK
  }
  starts.lastIndex = pos - cx.offset
  const start = starts.exec(cx.text)
  const at = start === null ? cx.end : start.index + cx.offset
  return at > pos ? at : -1
}

export const plainRuns: MarkdownConfig = {
  parseInline: [{ name: 'PlainRun', parse: skipPlainRun, before: 'Escape' }],
}
