/** The properties of a note one by one, as somebody edits them. */
import { isScalar, isSeq, type Scalar, type YAMLSeq } from 'yaml'
import type { TextChange } from '../changes.ts'
import { foldName } from '../fold.ts'
import type { Range } from '../note.ts'
import { typeOfValue, type ValueType } from './types.ts'
import {
  addItem,
  append,
  cutItem,
  flowScalar,
  isUnquotedLink,
  keyed,
  keyOf,
  leavesOthers,
  newFrontmatter,
  remove,
  renameKey,
  scalar,
  write,
  writeItem,
  written,
  type Yaml,
  type YamlPair,
  yamlIn,
} from './yaml.ts'

/** A property as it stands in a note. */
export type Field =
  /** Of nothing, the value is empty. A quoted `"5"` is a text. */
  | { readonly key: string; readonly shape: 'one'; readonly value: string; readonly type: ValueType }
  | { readonly key: string; readonly shape: 'list'; readonly items: readonly string[] }
  /** What only its text can show: properties inside of properties, an alias, or a key that stands there twice. */
  | { readonly key: string; readonly shape: 'other'; readonly source: string }

/** @returns undefined when they cannot be read one by one */
export function fieldsIn(text: string, frontmatter: Range | undefined): readonly Field[] | undefined {
  if (frontmatter === undefined) return []
  const yaml = yamlIn(text, frontmatter)
  const seen = new Set<string>()
  return yaml?.pairs.map((pair) => {
    const key = keyOf(pair)
    const isTwice = seen.has(foldName(key))
    seen.add(foldName(key))
    return isTwice ? other(yaml, pair) : fieldOf(yaml, pair)
  })
}

function fieldOf(yaml: Yaml, pair: YamlPair): Field {
  const key = keyOf(pair)
  const { value } = pair
  if (value === null) return { key, shape: 'one', value: '', type: 'text' }
  if (isUnquotedLink(yaml, value)) return { key, shape: 'one', value: written(yaml, value), type: 'link' }
  if (isScalar(value)) return { key, shape: 'one', value: shown(value), type: typeOf(value) }
  const items = isSeq(value) ? itemsOf(yaml, value) : undefined
  return items === undefined ? other(yaml, pair) : { key, shape: 'list', items }
}

function other(yaml: Yaml, pair: YamlPair): Field {
  return { key: keyOf(pair), shape: 'other', source: pair.value === null ? '' : written(yaml, pair.value).trim() }
}

function itemsOf(yaml: Yaml, { items }: YAMLSeq): string[] | undefined {
  const values = items.map((item) => {
    if (isScalar(item)) return shown(item)
    return isUnquotedLink(yaml, item) ? written(yaml, item) : undefined
  })
  return values.includes(undefined) ? undefined : (values as string[])
}

function shown(value: Scalar): string {
  if (typeof value.value === 'string') return value.value
  return value.value === null ? '' : (value.source ?? String(value.value))
}

/** Quotes say that a number or a truth value is meant as a text. */
function typeOf(value: Scalar): ValueType {
  const looks = typeOfValue(shown(value))
  return typeof value.value === 'string' && (looks === 'number' || looks === 'checkbox') ? 'text' : looks
}

/** What is to become of one property. */
export type FieldEdit =
  /** A value of a type; the property comes below the others where there is none. */
  | { readonly kind: 'set'; readonly key: string; readonly value: string; readonly type: ValueType }
  | { readonly kind: 'set-list'; readonly key: string; readonly items: readonly string[] }
  | { readonly kind: 'rename'; readonly key: string; readonly to: string }
  | { readonly kind: 'remove'; readonly key: string }
  /** What has one value becomes a list with it. */
  | { readonly kind: 'add-item'; readonly key: string; readonly item: string }
  | { readonly kind: 'set-item'; readonly key: string; readonly at: number; readonly item: string }
  | { readonly kind: 'remove-item'; readonly key: string; readonly at: number }

/**
 * A change of one property's bytes; every other property, comment and quote stays.
 * @param text with `\n` line ends
 * @returns undefined when that cannot be: the YAML is not readable key by key, or others lean on what would change
 */
export function editField(text: string, frontmatter: Range | undefined, edit: FieldEdit): TextChange[] | undefined {
  if (frontmatter === undefined) {
    const line = lineOf(edit)
    return line === undefined ? [] : [newFrontmatter(text, line)]
  }
  const yaml = yamlIn(text, frontmatter)
  if (yaml === undefined) return undefined
  const same = yaml.pairs.filter((pair) => foldName(keyOf(pair)) === foldName(edit.key))
  if (same.length > 1) return undefined
  const [pair] = same
  if (pair === undefined) {
    const line = lineOf(edit)
    return line === undefined ? [] : [append(yaml, line)]
  }
  if (edit.kind === 'remove') return guarded(yaml, remove(text, frontmatter, yaml, pair), keyOf(pair))
  const change = changeOf(yaml, pair, edit)
  return change === undefined
    ? undefined
    : guarded(yaml, change, keyOf(pair), edit.kind === 'rename' ? edit.to : edit.key)
}

function guarded(yaml: Yaml, change: TextChange, ...keys: readonly string[]): TextChange[] | undefined {
  // The last property takes the fences with it.
  const isAll = change.from < yaml.from
  return isAll || leavesOthers(yaml, change, ...keys) ? [change] : undefined
}

/** A property that is not there yet; undefined where there is nothing to write. */
function lineOf(edit: FieldEdit): string | undefined {
  switch (edit.kind) {
    case 'set':
      return `${keyed(edit.key)}: ${one(edit)}`.trimEnd()
    case 'set-list':
      return `${keyed(edit.key)}: ${flowList(edit.items)}`
    case 'add-item':
      return `${keyed(edit.key)}: ${flowList([edit.item])}`
    default:
      return undefined
  }
}

function one({ value, type }: FieldEdit & { readonly kind: 'set' }, old?: unknown): string {
  if (value === '') return ''
  const isPlain = type === 'number' || type === 'checkbox'
  return isPlain && typeOfValue(value) === type ? value : scalar(value, old)
}

function flowList(items: readonly string[]): string {
  return `[${items.map(flowScalar).join(', ')}]`
}

function changeOf(yaml: Yaml, pair: YamlPair, edit: Exclude<FieldEdit, { kind: 'remove' }>): TextChange | undefined {
  switch (edit.kind) {
    case 'set':
      return write(yaml, pair, one(edit, pair.value))
    case 'set-list':
      return write(yaml, pair, flowList(edit.items))
    case 'rename': {
      const isTaken = yaml.pairs.some((each) => each !== pair && foldName(keyOf(each)) === foldName(edit.to))
      return isTaken ? undefined : renameKey(yaml, pair, edit.to)
    }
    default:
      return itemChange(yaml, pair, edit)
  }
}

type ItemEdit = Extract<FieldEdit, { kind: 'add-item' | 'set-item' | 'remove-item' }>

function itemChange(yaml: Yaml, pair: YamlPair, edit: ItemEdit): TextChange | undefined {
  const field = fieldOf(yaml, pair)
  if (field.shape === 'other') return undefined
  if (field.shape === 'one' || !isSeq(pair.value)) {
    const had = field.shape === 'one' && field.value !== '' ? [field.value] : []
    if ('at' in edit && had[edit.at] === undefined) return undefined
    return write(yaml, pair, flowList(edited(had, edit)))
  }
  const list = pair.value
  if (edit.kind === 'add-item')
    return list.items.length === 0 ? write(yaml, pair, flowList([edit.item])) : addItem(yaml, list, edit.item)
  if (list.items[edit.at] === undefined) return undefined
  if (edit.kind === 'set-item') return writeItem(yaml, list, edit.at, edit.item)
  return list.items.length === 1 ? write(yaml, pair, '[]') : cutItem(yaml, list, edit.at)
}

function edited(items: readonly string[], edit: ItemEdit): readonly string[] {
  if (edit.kind === 'add-item') return [...items, edit.item]
  return edit.kind === 'set-item' ? items.with(edit.at, edit.item) : items.toSpliced(edit.at, 1)
}
