/** Edits of the properties that Notly knows by name, as changes of the text: only the bytes concerned, so that order, comments and quotes elsewhere stay. */
import { isScalar, isSeq } from 'yaml'
import type { TextChange } from './changes.ts'
import { foldName } from './fold.ts'
import type { Range } from './note.ts'
import type { Field } from './properties/fields.ts'
import {
  addItem,
  append,
  cutItem,
  flowScalar,
  newFrontmatter,
  remove,
  scalar,
  write,
  type Yaml,
  type YamlPair,
  yamlIn,
} from './properties/yaml.ts'

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

function find(yaml: Yaml, key: Key): YamlPair | undefined {
  const named = (name: string) => yaml.pairs.find((pair) => String(pair.key.value).toLowerCase() === name)
  return KEYS[key].map(named).find((pair) => pair !== undefined)
}

/** The value of a key among the properties of a note; undefined where there is none. */
export function valueIn(fields: readonly Field[], key: Key): string | undefined {
  const named = (name: string) => fields.find((field) => field.key.toLowerCase() === name)
  const field = KEYS[key].map(named).find((each) => each !== undefined)
  return field?.shape === 'one' && field.value !== '' ? field.value : undefined
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
  return [value === undefined ? remove(text, frontmatter, yaml, pair) : write(yaml, pair, scalar(value, pair.value))]
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
  const entry = `[${flowScalar(item)}]`
  if (frontmatter === undefined) return [newFrontmatter(text, `${key}: ${entry}`)]
  const yaml = yamlIn(text, frontmatter)
  if (yaml === undefined) return []
  const pair = find(yaml, key)
  if (pair === undefined) return [append(yaml, `${key}: ${entry}`)]
  if (isSeq(pair.value)) return [addItem(yaml, pair.value, item)]
  const before = isScalar(pair.value) && pair.value.value !== null ? String(pair.value.value) : ''
  if (before === '') return [write(yaml, pair, entry)]
  const bySpaces = key === 'tags' && /\s/.test(before) && !before.includes(',')
  return [write(yaml, pair, scalar(`${before}${bySpaces ? ' ' : ', '}${item}`, pair.value))]
}

export function removeTag(text: string, frontmatter: Range | undefined, tag: string): TextChange[] {
  const yaml = frontmatter && yamlIn(text, frontmatter)
  const pair = yaml && find(yaml, 'tags')
  if (frontmatter === undefined || yaml === undefined || pair === undefined) return []
  const list = pair.value
  if (isSeq(list)) {
    const at = list.items.findIndex((item) => isScalar(item) && sameTag(item.value, tag))
    if (at < 0) return []
    return [list.items.length === 1 ? remove(text, frontmatter, yaml, pair) : cutItem(yaml, list, at)]
  }
  if (!isScalar(list)) return []
  const all = String(list.value)
  const left = all.split(/[,\s]+/).filter((name) => name !== '' && !sameTag(name, tag))
  if (left.length === 0) return [remove(text, frontmatter, yaml, pair)]
  return [write(yaml, pair, scalar(left.join(all.includes(',') ? ', ' : ' '), list))]
}

function sameTag(a: unknown, b: string): boolean {
  return foldName(String(a).replace(/^#+/, '')) === foldName(b)
}
