import type { TextChange } from '../changes.ts'

/** A line that goes on with a list: an item, or what is indented under one. */
const LISTED = /^(?:[-*+][ \t]|[ \t]+\S)/

/**
 * The change that puts a thought at the end of a note as an item: of the list that stands there, else of a new one.
 * @param text normalised
 * @param thought has a word; its own lines stay together in the item
 */
export function captureAtEnd(text: string, thought: string): TextChange {
  const body = text.trimEnd()
  const last = body.slice(body.lastIndexOf('\n') + 1)
  const isList = LISTED.test(last)
  const sign = /^([-*+])[ \t]/.exec(last)?.[1] ?? '-'
  const wanted = body === '' ? 0 : isList ? 1 : 2
  const there = text.slice(body.length).split('\n').length - 1
  const between = '\n'.repeat(Math.max(wanted - there, 0))
  return { from: text.length, to: text.length, insert: `${between}${sign} ${itemOf(thought)}\n` }
}

/** Who types the sign of a list means this list. */
function itemOf(thought: string): string {
  const lines = thought
    .trim()
    .replace(/^[-*+][ \t]+/, '')
    .split(/\r\n|\r|\n/)
  return lines.map((line, at) => (at === 0 || line.trim() === '' ? line.trim() : `  ${line.trimEnd()}`)).join('\n')
}
