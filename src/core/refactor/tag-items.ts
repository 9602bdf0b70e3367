import type { Range } from '../note.ts'

interface Separator {
  readonly before: RegExp
  readonly behind: RegExp
}

const COMMA: Separator = { before: /\s*,\s*$/, behind: /^\s*,\s*/ }
const SPACE: Separator = { before: /[,\s]+$/, behind: /^[,\s]+/ }

/**
 * What goes when an item leaves a list of the properties: its whole line, or the item with the separator before it, or behind it
 * where it is the first.
 * @param scalar the YAML value that holds the item, quotes included; several may stand in one
 * @param name of the item, without `#`
 * @param floor end of the item that went before it
 * @returns undefined when the item is all that its property holds
 */
export function itemWithSeparator(text: string, scalar: Range, name: Range, floor: number): Range | undefined {
  const from = text[name.from - 1] === '#' ? name.from - 1 : name.from
  const quoted = /^["']/.test(text[scalar.from] ?? '') ? 1 : 0
  const inside = { from: scalar.from + quoted, to: scalar.to - quoted }
  const isAlone = text.slice(inside.from, inside.to).trim() === text.slice(from, name.to)
  if (isAlone) return lineOf(text, scalar) ?? between(text, scalar, { from: floor, to: text.length }, COMMA)
  return between(text, { from, to: name.to }, { from: Math.max(floor, inside.from), to: inside.to }, SPACE)
}

/** `- item`, with a comment behind it. */
function lineOf(text: string, scalar: Range): Range | undefined {
  const from = text.lastIndexOf('\n', scalar.from - 1) + 1
  const end = text.indexOf('\n', scalar.to)
  const isAlone =
    /^[ \t]*-[ \t]+$/.test(text.slice(from, scalar.from)) && /^[ \t]*(?:#.*)?\r?$/.test(text.slice(scalar.to, end))
  return end >= 0 && isAlone ? { from, to: end + 1 } : undefined
}

/** `[a, item, b]`, or `a item b` in one string. */
function between(text: string, item: Range, list: Range, separator: Separator): Range | undefined {
  const before = separator.before.exec(text.slice(list.from, item.from))?.[0].length ?? 0
  if (before > 0) return { from: item.from - before, to: item.to }
  const behind = separator.behind.exec(text.slice(item.to, list.to))?.[0].length ?? 0
  return behind > 0 ? { from: item.from, to: item.to + behind } : undefined
}
