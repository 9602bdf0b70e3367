import { isAlias, isMap, isScalar, isSeq, parseDocument, type Scalar, type Node as YamlNode } from 'yaml'
import type { Problem, Range } from '../note.ts'
import { readPlainFrontmatter } from './plain-frontmatter.ts'

/** One scalar of the frontmatter, with the key of the field that holds it; lists give one entry for each item. */
export interface Entry {
  readonly key: string
  /** As shown. */
  readonly value: string
  /** The scalar in the note's text, quotes included. */
  readonly range: Range
  /** False inside a nested map, whose keys are not the note's own. */
  readonly top: boolean
}

export interface FrontmatterData {
  readonly entries: readonly Entry[]
  readonly problems: readonly Problem[]
}

/** The YAML library's time grows with the square of the nesting, which a longer text can have more of. UTF-16 units. */
const LONGEST = 250_000

/**
 * Reads the YAML between the fences. Text that is not valid YAML still gives its plain `key: value` lines, with a problem.
 * @param text the note's text; `yaml` the range between the fences in it
 */
export function readFrontmatter(text: string, yaml: Range): FrontmatterData {
  const entries = readPlainFrontmatter(text, yaml)
  return entries === undefined ? readYaml(text, yaml) : { entries, problems: [] }
}

/** The same by the YAML library alone. */
export function readYaml(text: string, yaml: Range): FrontmatterData {
  const source = text.slice(yaml.from, yaml.to)
  if (source.length > LONGEST) return damaged(text, yaml, yaml.from, 'they are longer than 250 KB')
  try {
    const document = parseDocument(source, {
      uniqueKeys: false,
      prettyErrors: false,
      strict: false,
      logLevel: 'silent',
    })
    const error = document.errors[0]
    if (error !== undefined) return damaged(text, yaml, yaml.from + error.pos[0], error.message)
    const entries: Entry[] = []
    if (document.contents !== null) collect(document.contents, { key: '', top: true, yaml, text }, entries)
    const noMap = document.contents !== null && !isMap(document.contents)
    return noMap ? damaged(text, yaml, yaml.from, 'it is not a list of properties') : { entries, problems: [] }
  } catch (error) {
    // The YAML library recurses, so hostile nesting ends in a RangeError.
    return damaged(text, yaml, yaml.from, error instanceof RangeError ? 'it is nested too deep' : String(error))
  }
}

interface Place {
  readonly key: string
  readonly top: boolean
  readonly yaml: Range
  readonly text: string
}

function collect(node: unknown, place: Place, entries: Entry[]): void {
  if (isScalar(node)) {
    const range = rangeOf(node, place)
    entries.push({ key: place.key, value: shown(node), range, top: place.top })
  } else if (isSeq(node)) {
    const brackets = unquotedLink(node, place)
    if (brackets !== undefined) entries.push(brackets)
    else for (const item of node.items) collect(item, place, entries)
  } else if (isMap(node)) {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? shown(pair.key) : ''
      const top = place.top && place.key === ''
      if (pair.value !== null && !isAlias(pair.value)) collect(pair.value, { ...place, key, top }, entries)
    }
  }
}

function rangeOf(node: YamlNode, place: Place): Range {
  const [from, to] = node.range ?? [0, 0]
  return { from: place.yaml.from + from, to: place.yaml.from + to }
}

/** `related: [[Note]]` without quotes is a list in a list to YAML, and a link to the one who wrote it. */
function unquotedLink(node: YamlNode, place: Place): Entry | undefined {
  const range = rangeOf(node, place)
  const value = place.text.slice(range.from, range.to)
  return /^\[\[[^[\]\n]+\]\]$/.test(value) ? { key: place.key, value, range, top: place.top } : undefined
}

function shown(scalar: Scalar): string {
  if (typeof scalar.value === 'string') return scalar.value
  return scalar.source ?? (scalar.value === null ? '' : String(scalar.value))
}

function damaged(text: string, yaml: Range, at: number, reason: string): FrontmatterData {
  const from = Math.min(Math.max(at, yaml.from), yaml.to)
  const message = `The properties at the top are not valid YAML: ${reason.replace(/\.?\s*$/, '').split('\n')[0]}.`
  return { entries: [...plainLines(text, yaml)], problems: [{ kind: 'frontmatter', message, from, to: from }] }
}

function* plainLines(text: string, yaml: Range): Iterable<Entry> {
  let key = ''
  const lines = /^(?:([^\s#:-][^:\n]*):(?:[ \t]+|(?=\r?$))|[ \t]*-[ \t]+)?([^\r\n]*)/gm
  lines.lastIndex = yaml.from
  for (let line = lines.exec(text); line !== null && line.index < yaml.to; line = lines.exec(text)) {
    if (line[0] === '') lines.lastIndex++
    if (line[1] !== undefined) key = line[1].trim()
    const raw = (line[2] ?? '').trimEnd()
    if (raw === '' || key === '' || isUnfinished(raw)) continue
    const from = line.index + line[0].length - (line[2] ?? '').length
    for (const item of raw.startsWith('[') && raw.endsWith(']') && !raw.startsWith('[[')
      ? raw.slice(1, -1).split(',')
      : [raw])
      yield {
        key,
        value: item.trim().replace(/^(["'])(.*)\1$/, '$2'),
        range: { from, to: from + raw.length },
        top: true,
      }
  }
}

/** What only YAML can read, and could not: showing it raw would give notes names that nobody wrote. */
function isUnfinished(raw: string): boolean {
  if (/^[&*!|>{]/.test(raw)) return true
  if (/^["']/.test(raw)) return raw.length < 2 || raw.at(-1) !== raw[0]
  return raw.startsWith('[') && !raw.endsWith(']')
}

/** A list, or one string whose items are separated by commas. */
export function listOf(entries: readonly Entry[], ...keys: string[]): string[] {
  const values = entries
    .filter((entry) => entry.top && keys.includes(entry.key.toLowerCase()))
    .map((entry) => entry.value)
  const items = values.length === 1 ? (values[0] as string).split(/,\s*/) : values
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

export function firstOf(entries: readonly Entry[], ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = entries.find((entry) => entry.top && entry.key.toLowerCase() === key)?.value.trim()
    if (value) return value
  }
  return undefined
}
