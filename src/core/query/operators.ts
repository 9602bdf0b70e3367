import { nearestName } from '../nearest.ts'
import type { Range } from '../note.ts'
import { periodOf } from './dates.ts'
import { BEING, type Compare, type DateField, type Filter, HAD } from './tree.ts'

/** What may stand before a colon, and how it is used. */
interface Operator {
  readonly name: string
  /** In the place of a value: `an operator that needs … after it`. */
  readonly needs: string
  readonly example: string
  /** @returns a sentence for a value that it cannot take */
  readonly read: (value: string, range: Range) => Filter | Refusal
}

/** Why a value is none, and one that would do. */
export interface Refusal {
  readonly why: string
  readonly instead: string | undefined
}

type Plain = Extract<
  Filter,
  { kind: 'tag' | 'kind' | 'status' | 'folder' | 'title' | 'relation' | 'links' | 'linked-from' }
>

function plain(
  name: string,
  kind: Plain['kind'],
  needs: string,
  example: string,
  tidy = (value: string) => value,
): Operator {
  return { name, needs, example, read: (value, { from, to }) => ({ kind, value: tidy(value), from, to }) as Plain }
}

function oneOf<V extends string>(name: string, kind: 'has' | 'is', values: readonly V[]): Operator {
  const read = (value: string, { from, to }: Range): Filter | Refusal => {
    const known = values.find((each) => each === value.toLowerCase())
    if (known !== undefined) return { kind, value: known, from, to } as Filter
    const near = nearestName(value.toLowerCase(), values)
    const why = `${name}: takes ${listed(values)}, not “${value}”`
    return { why, instead: near === undefined ? undefined : `${name}:${near}` }
  }
  return { name, needs: listed(values), example: `${name}:${values[0]}`, read }
}

function date(field: DateField, example: string): Operator {
  const read = (written: string, { from, to }: Range): Filter | Refusal => {
    const [, sign = '', value = ''] = /^(<=|>=|<|>|=)?(.*)$/s.exec(written) ?? []
    if (periodOf(value, field, SOME_DAY) !== undefined)
      return { kind: 'date', field, compare: (sign || '=') as Compare, value: value.trim(), from, to }
    const near = nearestName(value.toLowerCase(), DATE_WORDS)
    const why = `“${value}” is no date that ${field}: can take; write one such as 2026-04-01, 2026-04, today or 7d`
    return { why, instead: near === undefined ? undefined : `${field}:${sign}${near}` }
  }
  return { name: field, needs: 'a date', example, read }
}

/** Only whether a date is one is asked with it. */
const SOME_DAY = '2026-01-01'
const DATE_WORDS = [
  ...[
    'today',
    'yesterday',
    'tomorrow',
    'this-week',
    'last-week',
    'next-week',
    'this-month',
    'last-month',
    'next-month',
  ],
  ...[
    'this-year',
    'last-year',
    'next-year',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
  ],
]

const withoutBrackets = (value: string): string => value.replace(/^\[\[(.*?)(?:\]\])?$/s, '$1').trim()

export const OPERATORS: readonly Operator[] = [
  plain('tag', 'tag', 'a tag', 'tag:pricing', (value) => value.replace(/^#+|\/+$/g, '')),
  plain('kind', 'kind', 'a kind', 'kind:decision'),
  plain('status', 'status', 'a status', 'status:accepted'),
  date('due', 'due:<2026-04-01'),
  plain('in', 'folder', 'a folder', 'in:clients', (value) => value.replace(/^\/+|\/+$/g, '')),
  plain('title', 'title', 'words of a title', 'title:pricing'),
  plain('links', 'links', 'a note', 'links:[[Pricing gap]]', withoutBrackets),
  plain('linked-from', 'linked-from', 'a note', 'linked-from:[[Pricing gap]]', withoutBrackets),
  oneOf('has', 'has', HAD),
  oneOf('is', 'is', BEING),
  date('created', 'created:>2026-01'),
  date('modified', 'modified:7d'),
  plain('relation', 'relation', 'a relation', 'relation:"builds on"'),
]

const NAMES = OPERATORS.map(({ name }) => name)

export function operatorNamed(name: string): Operator | undefined {
  return OPERATORS.find((operator) => operator.name === name.toLowerCase())
}

/** The operator that a word before a colon was probably meant to be. */
export function nearestOperator(name: string): string | undefined {
  return NICKNAMES[name.toLowerCase()] ?? nearestName(name.toLowerCase(), NAMES)
}

/** What other programs call the same. */
const NICKNAMES: Readonly<Record<string, string>> = {
  tags: 'tag',
  path: 'in',
  folder: 'in',
  dir: 'in',
  file: 'title',
  name: 'title',
  type: 'kind',
  link: 'links',
  to: 'links',
  from: 'linked-from',
  backlinks: 'linked-from',
  date: 'created',
  changed: 'modified',
  updated: 'modified',
  task: 'has',
  deadline: 'due',
}

export function listed(words: readonly string[], joint = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
}
