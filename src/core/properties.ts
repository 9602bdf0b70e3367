/** Edits of frontmatter as changes of the text: only the bytes concerned, so that order, comments and quotes elsewhere stay. */
import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, stringify, type YAMLSeq } from 'yaml'
import type { TextChange } from './changes.ts'
import { foldName } from './fold.ts'
import type { Range } from './note.ts'

/** The YAML between the fences, and its pairs with offsets relative to it. */
interface Yaml {
  readonly from: number
  readonly source: string
  readonly pairs: readonly Pair<Scalar, unknown>[]
}

/** Keys that mean the same, the preferred one first. */
export const KEYS = {
  kind: ['kind', 'type'],
  tags: ['tags', 'tag'],
  title: ['title'],
  date: ['date', 'created'],
  status: ['status'],
  due: ['due'],
  aliases: ['aliases', 'alias'],
  supersedes: ['supersedes'],
  supersededBy: ['superseded by', 'superseded-by', 'superseded_by'],
}
export type Key = keyof typeof KEYS

/** @returns undefined when the frontmatter cannot be edited key by key */
function yamlIn(text: string, frontmatter: Range): Yaml | undefined {
  const from = text.indexOf('\n', frontmatter.from) + 1
  const source = text.slice(from, text.lastIndexOf('\n', frontmatter.to - 1) + 1)
  const document = parseDocument(source)
  if (document.errors.length > 0) return undefined
  if (document.contents === null) return { from, source, pairs: [] }
  if (!isMap(document.contents) || document.contents.flow) return undefined
  return { from, source, pairs: document.contents.items as Pair<Scalar, unknown>[] }
}

function find(yaml: Yaml, key: Key): Pair<Scalar, unknown> | undefined {
  const named = (name: string) => yaml.pairs.find((pair) => String(pair.key.value).toLowerCase() === name)
  return KEYS[key].map(named).find((pair) => pair !== undefined)
}

/** The value of a key as text; undefined where there is none. */
export function propertyIn(text: string, frontmatter: Range | undefined, key: Key): string | undefined {
  const yaml = frontmatter && yamlIn(text, frontmatter)
  const value = yaml && find(yaml, key)?.value
  if (!isScalar(value) || value.value === null) return undefined
  return value.source ?? String(value.value)
}

/** @param value undefined takes the key away */
export function setProperty(
  text: string,
  frontmatter: Range | undefined,
  key: Key,
  value: string | undefined,
): TextChange[] {
  if (frontmatter === undefined)
    return value === undefined ? [] : [newFrontmatter(text, `${KEYS[key][0]}: ${scalar(value)}`)]
  const yaml = yamlIn(text, frontmatter)
  if (yaml === undefined) return []
  const pair = find(yaml, key)
  if (pair === undefined) return value === undefined ? [] : [append(yaml, `${KEYS[key][0]}: ${scalar(value)}`)]
  return [value === undefined ? remove(text, frontmatter, yaml, pair) : write(yaml, pair, scalar(value))]
}

export function addTag(text: string, frontmatter: Range | undefined, tag: string): TextChange[] {
  return addToList(text, frontmatter, 'tags', tag)
}

/** Adds an item to a list, or to a string of items, as it is written there. */
export function addToList(
  text: string,
  frontmatter: Range | undefined,
  key: 'tags' | 'aliases',
  item: string,
): TextChange[] {
  const entry = scalar(item)
  if (frontmatter === undefined) return [newFrontmatter(text, `${key}: [${entry}]`)]
  const yaml = yamlIn(text, frontmatter)
  if (yaml === undefined) return []
  const pair = find(yaml, key)
  if (pair === undefined) return [append(yaml, `${key}: [${entry}]`)]
  if (isSeq(pair.value)) return [addItem(yaml, pair.value, entry)]
  const before = isScalar(pair.value) && pair.value.value !== null ? String(pair.value.value) : ''
  if (before === '') return [write(yaml, pair, `[${entry}]`)]
  const bySpaces = key === 'tags' && /\s/.test(before) && !before.includes(',')
  return [write(yaml, pair, scalar(`${before}${bySpaces ? ' ' : ', '}${item}`))]
}

export function removeTag(text: string, frontmatter: Range | undefined, tag: string): TextChange[] {
  const yaml = frontmatter && yamlIn(text, frontmatter)
  const pair = yaml && find(yaml, 'tags')
  if (frontmatter === undefined || yaml === undefined || pair === undefined) return []
  if (isSeq(pair.value)) return removeItem(text, frontmatter, yaml, pair, pair.value, tag)
  if (!isScalar(pair.value)) return []
  const all = String(pair.value.value)
  const left = all.split(/[,\s]+/).filter((name) => name !== '' && !sameTag(name, tag))
  if (left.length === 0) return [remove(text, frontmatter, yaml, pair)]
  return [write(yaml, pair, scalar(left.join(all.includes(',') ? ', ' : ' ')))]
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd()
}

function sameTag(a: unknown, b: string): boolean {
  return foldName(String(a).replace(/^#+/, '')) === foldName(b)
}

function newFrontmatter(text: string, line: string): TextChange {
  const gap = text === '' || text.startsWith('\n') ? '' : '\n'
  return { from: 0, to: 0, insert: `---\n${line}\n---\n${gap}` }
}

function append({ from, source }: Yaml, line: string): TextChange {
  const at = from + source.length
  return { from: at, to: at, insert: `${line}\n` }
}

function rangeOf(node: unknown): [number, number] {
  const range = (node as { range?: [number, number, number] }).range
  if (range === undefined) throw new Error('A node of the frontmatter has no place in it')
  return [range[0], range[1]]
}

function write({ from, source }: Yaml, { key, value }: Pair<Scalar, unknown>, written: string): TextChange {
  const colon = source.indexOf(':', rangeOf(key)[1]) + 1
  const empty = value === null || (isScalar(value) && value.value === null && rangeOf(value)[0] === rangeOf(value)[1])
  if (empty) return { from: from + colon, to: from + colon, insert: ` ${written}` }
  const [start, end] = rangeOf(value)
  // A block scalar's range takes its last line end in.
  const insert = source[end - 1] === '\n' ? `${written}\n` : written
  return { from: from + start, to: from + end, insert }
}

/** Takes the pair's lines; the last pair takes the frontmatter with it. */
function remove(text: string, frontmatter: Range, { from, source }: Yaml, pair: Pair<Scalar, unknown>): TextChange {
  const start = source.lastIndexOf('\n', rangeOf(pair.key)[0] - 1) + 1
  const end = pair.value === null ? rangeOf(pair.key)[1] : rangeOf(pair.value)[1]
  const lineEnd = source[end - 1] === '\n' ? end : source.indexOf('\n', end) + 1 || source.length
  if ((source.slice(0, start) + source.slice(lineEnd)).trim() !== '')
    return { from: from + start, to: from + lineEnd, insert: '' }
  const after = /^\n{0,2}/.exec(text.slice(frontmatter.to))?.[0].length ?? 0
  return { from: frontmatter.from, to: frontmatter.to + after, insert: '' }
}

function addItem({ from, source }: Yaml, list: YAMLSeq, entry: string): TextChange {
  const last = list.items.at(-1)
  if (list.flow || last === undefined) {
    const at = from + (last === undefined ? rangeOf(list)[0] + 1 : rangeOf(last)[1])
    return { from: at, to: at, insert: last === undefined ? entry : `, ${entry}` }
  }
  const [start, end] = rangeOf(last)
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const lineEnd = source.indexOf('\n', end)
  const at = from + (lineEnd < 0 ? source.length : lineEnd)
  return { from: at, to: at, insert: `\n${source.slice(lineStart, start)}${entry}` }
}

function removeItem(
  text: string,
  frontmatter: Range,
  yaml: Yaml,
  pair: Pair<Scalar, unknown>,
  list: YAMLSeq,
  tag: string,
): TextChange[] {
  const { from, source } = yaml
  const at = list.items.findIndex((item) => isScalar(item) && sameTag(item.value, tag))
  if (at < 0) return []
  if (list.items.length === 1) return [remove(text, frontmatter, yaml, pair)]
  const [start, end] = rangeOf(list.items[at])
  if (!list.flow) {
    const lineStart = source.lastIndexOf('\n', start - 1) + 1
    return [{ from: from + lineStart, to: from + source.indexOf('\n', end) + 1, insert: '' }]
  }
  const [cutFrom, cutTo] = at > 0 ? [rangeOf(list.items[at - 1])[1], end] : [start, rangeOf(list.items[1])[0]]
  return [{ from: from + cutFrom, to: from + cutTo, insert: '' }]
}
