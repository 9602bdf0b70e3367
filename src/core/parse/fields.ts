import { append } from '../append.ts'
import type { Range } from '../note.ts'
import { firstFrom, type Leaf } from './leaf.ts'

/** A Dataview field: a whole line `key:: value`, or `[key:: value]` or `(key:: value)` within one. */
export interface Field extends Range {
  readonly kind: 'line' | 'brackets'
  readonly key: string
  readonly value: Range
  /** The line that the field is in, without its end. */
  readonly line: Range
}

const KEY = String.raw`[^\s:\[\](){}|#@<>\x60][^:\[\](){}|#@<>\x60\n]{0,79}?`
const LINE_FIELD = new RegExp(String.raw`^[ \t]*(${KEY})[ \t]*::(?=\s|$)`, 'u')
const BRACKET_FIELD = new RegExp(String.raw`[\[(][ \t]*(${KEY})[ \t]*::(?=\s)`, 'gu')

export function findFields(leaf: Leaf): Field[] {
  if (!leaf.holdsFieldSign) return []
  const { prose } = leaf
  const fields: Field[] = []
  let lineFrom = 0
  for (const text of prose.split('\n')) {
    const line = { from: leaf.from + lineFrom, to: leaf.from + lineFrom + text.trimEnd().length }
    if (text.includes('::')) {
      append(fields, bracketFields(leaf, text, line))
      append(fields, lineField(leaf, text, line))
    }
    lineFrom += text.length + 1
  }
  return fields
}

function lineField(leaf: Leaf, text: string, line: Range): Field[] {
  const match = LINE_FIELD.exec(text)
  if (match === null) return []
  const keyFrom = line.from + match[0].indexOf(match[1] as string)
  if (leaf.isOpaque({ from: keyFrom, to: keyFrom + (match[1] as string).length })) return []
  const value = { from: line.from + match[0].length, to: Math.max(line.to, line.from + match[0].length) }
  return [{ kind: 'line', key: plainKey(match[1] as string), value, line, from: keyFrom, to: value.to }]
}

function bracketFields(leaf: Leaf, text: string, line: Range): Field[] {
  const fields: Field[] = []
  const pairs = bracketPairs(text)
  for (const match of text.matchAll(BRACKET_FIELD)) {
    const from = line.from + match.index
    const close = pairs.get(match.index)
    if (close === undefined || leaf.isOpaque({ from, to: from + match[0].length })) continue
    const value = { from: from + match[0].length, to: line.from + close }
    fields.push({ kind: 'brackets', key: plainKey(match[1] as string), value, line, from, to: value.to + 1 })
  }
  return fields
}

/** For each opening bracket the offset of the one that closes it. Links are one word each in a leaf's prose, so theirs do not count. */
function bracketPairs(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: Record<string, number[]> = { ']': [], ')': [] }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (char === '[') open[']']?.push(at)
    else if (char === '(') open[')']?.push(at)
    else if (char === ']' || char === ')') {
      const start = open[char]?.pop()
      if (start !== undefined) pairs.set(start, at)
    }
  }
  return pairs
}

function plainKey(key: string): string {
  return key.replace(/^[*_~]+|[*_~]+$/g, '').trim()
}

const CONNECTORS = /^(?:[\s—–\-,;:·.|/&+]|\b(?:and|or|und|oder|et|ou|y|e|en|och)\b)+|[\s—–\-,;:·|/&+(]+$/giu

/**
 * What a field says besides the link: the text after it up to the next link, else what the field says of all its links.
 * @param inside all links in the field's value, sorted
 */
export function reasonIn(text: string, field: Field, link: Range, inside: readonly Range[]): string | undefined {
  const next = inside[firstFrom(inside, link.to)]
  const own = tidy(text.slice(link.to, next?.from ?? field.value.to))
  const before = tidy(text.slice(field.value.from, inside[0]?.from ?? field.value.from))
  const last = inside.at(-1)
  const after = last === undefined ? '' : tidy(text.slice(last.to, field.value.to))
  const within = own !== '' ? join(inside.length === 1 ? before : '', own) : join(before, after)
  if (within !== '') return within
  if (field.kind === 'line') return undefined
  return join(tidy(text.slice(field.line.from, field.from)), tidy(text.slice(field.to, field.line.to))) || undefined
}

function join(before: string, after: string): string {
  return before !== '' && after !== '' ? `${before} … ${after}` : before || after
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(CONNECTORS, '')
    .replace(/^\[.\]\s+/u, '')
    .trim()
}
