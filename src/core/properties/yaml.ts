/** The YAML of a note's properties as pairs with places, and changes of single pairs; nothing else in it is touched. */
import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLSeq,
} from 'yaml'
import { applyChanges, type TextChange } from '../changes.ts'
import type { Range } from '../note.ts'

export type YamlPair = Pair<Scalar, unknown>

/** The YAML between the fences, and its pairs with offsets relative to it. */
export interface Yaml {
  readonly from: number
  readonly source: string
  readonly pairs: readonly YamlPair[]
}

/** @returns undefined when the frontmatter cannot be edited key by key */
export function yamlIn(text: string, frontmatter: Range): Yaml | undefined {
  const from = text.indexOf('\n', frontmatter.from) + 1
  const source = text.slice(from, text.lastIndexOf('\n', frontmatter.to - 1) + 1)
  const pairs = pairsOf(source)
  return pairs && { from, source, pairs }
}

function pairsOf(source: string): readonly YamlPair[] | undefined {
  try {
    const { errors, contents } = parseDocument(source, { uniqueKeys: false, logLevel: 'silent' })
    if (errors.length > 0) return undefined
    if (contents === null) return []
    if (!isMap(contents) || contents.flow || !contents.items.every(({ key }) => isScalar(key))) return undefined
    return contents.items as YamlPair[]
  } catch {
    // The YAML library recurses, so hostile nesting ends in a RangeError.
    return undefined
  }
}

export function keyOf({ key }: YamlPair): string {
  return key.source ?? String(key.value)
}

/** @throws when it is not of a parsed text */
export function rangeOf(node: unknown): [number, number] {
  const range = (node as { range?: [number, number, number] }).range
  if (range === undefined) throw new Error('A node of the frontmatter has no place in it')
  return [range[0], range[1]]
}

export function written({ source }: Yaml, node: unknown): string {
  const [from, to] = rangeOf(node)
  return source.slice(from, to)
}

/** `related: [[Note]]` without quotes is a list in a list to YAML, and a link to the one who wrote it. */
export function isUnquotedLink(yaml: Yaml, node: unknown): boolean {
  return isSeq(node) && /^\[\[[^[\]\n]+\]\]$/.test(written(yaml, node))
}

/** A text as YAML, in the quotes that the old one had, else in the plainest way that reads back the same. */
export function scalar(value: string, old: unknown = undefined): string {
  // Several lines stand indented under their key.
  if (value.includes('\n')) return stringify({ k: value }, { lineWidth: 0 }).slice('k: '.length).trimEnd()
  const quotes = isScalar(old) ? old.type : undefined
  if (quotes === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`
  const style = quotes === 'QUOTE_DOUBLE' ? ({ defaultStringType: 'QUOTE_DOUBLE' } as const) : {}
  return stringify(value, { lineWidth: 0, ...style }).trimEnd()
}

/** A key as YAML. */
export function keyed(key: string): string {
  return stringify({ [key]: null }, { nullStr: '' })
    .trimEnd()
    .replace(/:$/, '')
}

/** The same between the brackets of a list. */
export function flowScalar(value: string): string {
  // What JSON says, YAML says too.
  if (value.includes('\n')) return JSON.stringify(value)
  return stringify([value], { lineWidth: 0, collectionStyle: 'flow' }).trim().slice(1, -1).trim()
}

function itemScalar(value: string, old?: unknown): string {
  return value.includes('\n') ? JSON.stringify(value) : scalar(value, old)
}

export function newFrontmatter(text: string, line: string): TextChange {
  const gap = text === '' || text.startsWith('\n') ? '' : '\n'
  return { from: 0, to: 0, insert: `---\n${line}\n---\n${gap}` }
}

export function append({ from, source }: Yaml, line: string): TextChange {
  const at = from + source.length
  return { from: at, to: at, insert: `${line}\n` }
}

export function renameKey({ from }: Yaml, { key }: YamlPair, name: string): TextChange {
  const [start, end] = rangeOf(key)
  return { from: from + start, to: from + end, insert: keyed(name) }
}

export function write({ from, source }: Yaml, { key, value }: YamlPair, insert: string): TextChange {
  const colon = source.indexOf(':', rangeOf(key)[1]) + 1
  const empty = value === null || (isScalar(value) && value.value === null && rangeOf(value)[0] === rangeOf(value)[1])
  if (empty) return { from: from + colon, to: from + colon, insert: insert === '' ? '' : ` ${insert}` }
  const [first, end] = rangeOf(value)
  // A list on lines of its own gives way to what stands behind the colon.
  const start = isCollection(value) && source.slice(colon, first).includes('\n') ? colon : first
  const gap = start === colon && insert !== '' ? ' ' : ''
  // A block scalar's range takes its last line end in.
  return { from: from + start, to: from + end, insert: gap + (source[end - 1] === '\n' ? `${insert}\n` : insert) }
}

/** Takes the pair's lines; the last pair takes the frontmatter with it. */
export function remove(text: string, frontmatter: Range, { from, source }: Yaml, pair: YamlPair): TextChange {
  const start = source.lastIndexOf('\n', rangeOf(pair.key)[0] - 1) + 1
  const end = pair.value === null ? rangeOf(pair.key)[1] : rangeOf(pair.value)[1]
  const lineEnd = source[end - 1] === '\n' ? end : source.indexOf('\n', end) + 1 || source.length
  if ((source.slice(0, start) + source.slice(lineEnd)).trim() !== '')
    return { from: from + start, to: from + lineEnd, insert: '' }
  const after = /^\n{0,2}/.exec(text.slice(frontmatter.to))?.[0].length ?? 0
  return { from: frontmatter.from, to: frontmatter.to + after, insert: '' }
}

export function addItem({ from, source }: Yaml, list: YAMLSeq, item: string): TextChange {
  const last = list.items.at(-1)
  if (list.flow || last === undefined) {
    const entry = flowScalar(item)
    const at = from + (last === undefined ? rangeOf(list)[0] + 1 : rangeOf(last)[1])
    return { from: at, to: at, insert: last === undefined ? entry : `, ${entry}` }
  }
  const [start, end] = rangeOf(last)
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const dash = /^[ \t]*-[ \t]+/.exec(source.slice(lineStart, start))?.[0] ?? '- '
  const entry = `${dash}${itemScalar(item)}`
  // A block scalar's range takes its last line end in.
  if (source[end - 1] === '\n') return { from: from + end, to: from + end, insert: `${entry}\n` }
  const lineEnd = source.indexOf('\n', end)
  const at = from + (lineEnd < 0 ? source.length : lineEnd)
  return { from: at, to: at, insert: `\n${entry}` }
}

export function writeItem({ from, source }: Yaml, list: YAMLSeq, at: number, item: string): TextChange {
  const old = list.items[at]
  const [start, end] = rangeOf(old)
  if (source[end - 1] === '\n') return { from: from + start, to: from + end, insert: `${itemScalar(item)}\n` }
  const quoted = isScalar(old) && old.type?.startsWith('QUOTE_')
  return { from: from + start, to: from + end, insert: list.flow && !quoted ? flowScalar(item) : itemScalar(item, old) }
}

/** One of several items, with its line or its comma. */
export function cutItem({ from, source }: Yaml, list: YAMLSeq, at: number): TextChange {
  const [start, end] = rangeOf(list.items[at])
  if (!list.flow) {
    const lineStart = source.lastIndexOf('\n', start - 1) + 1
    const lineEnd = source[end - 1] === '\n' ? end : source.indexOf('\n', end) + 1 || source.length
    return { from: from + lineStart, to: from + lineEnd, insert: '' }
  }
  const [cutFrom, cutTo] = at > 0 ? [rangeOf(list.items[at - 1])[1], end] : [start, rangeOf(list.items[1])[0]]
  return { from: from + cutFrom, to: from + cutTo, insert: '' }
}

/**
 * Whether a change leaves every other property as it was: an anchor that others lean on, or a value that was cut in its middle, would
 * not.
 * @param keys of the property before and after
 */
export function leavesOthers({ from, source }: Yaml, change: TextChange, ...keys: readonly string[]): boolean {
  const after = applyChanges(source, [{ ...change, from: change.from - from, to: change.to - from }])
  const [had, has] = [source, after].map((yaml) => saying(yaml, keys))
  return had !== undefined && had === has
}

/** What the other properties say, as one string; undefined when it cannot be read. */
function saying(source: string, keys: readonly string[]): string | undefined {
  try {
    const document = parseDocument(source, { uniqueKeys: false, logLevel: 'silent' })
    if (document.errors.length > 0) return undefined
    const pairs = (document.contents === null ? [] : (document.contents as { items?: YamlPair[] }).items) ?? []
    return JSON.stringify(
      pairs
        .filter((pair) => !keys.includes(keyOf(pair)))
        .map(({ key, value }) => [key, (value as { toJS?(of: unknown): unknown } | null)?.toJS?.(document) ?? null]),
    )
  } catch {
    return undefined
  }
}
