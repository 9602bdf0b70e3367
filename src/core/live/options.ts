import { propertyKey } from '../fold.ts'
import { nearestName } from '../nearest.ts'
import { listed } from '../query/operators.ts'
import { type Field, FORMS, type LiveQuery, type Order, ROWS, TASK_STATES } from './query.ts'

/** What is wrong with a line, and a line that would do. */
export interface Fault {
  readonly why: string
  readonly instead: string | undefined
}

/** A line that says how a result is shown. */
export interface Option {
  readonly name: 'sort' | 'group by' | 'as' | 'limit'
  readonly says: Partial<LiveQuery>
  readonly fault: Fault | undefined
}

const LINE = /^\s*(sort(?:\s+by)?|group(?:\s+by)?|as|limit)(?=[\s:]|$)\s*:?\s*(.*?)\s*$/

/** @returns undefined for a line that is part of the search */
export function readOption(line: string): Option | undefined {
  const [, name = '', value = ''] = LINE.exec(line) ?? []
  if (name === '') return undefined
  if (name.startsWith('sort')) return option('sort', sortOf(value))
  if (name.startsWith('group')) return option('group by', groupOf(value))
  return name === 'as' ? option('as', formOf(value)) : option('limit', limitOf(value))
}

function option(name: Option['name'], read: Partial<LiveQuery> | Fault): Option {
  return 'why' in read ? { name, says: {}, fault: read } : { name, says: read, fault: undefined }
}

const DIRECTIONS: Readonly<Record<string, boolean>> = { asc: false, up: false, desc: true, down: true }

function sortOf(value: string): Partial<LiveQuery> | Fault {
  const sort = parts(value).map((part): Order => {
    // As lists are sorted on the command line, too: `-date`.
    const [, minus = '', name = '', direction = ''] = /^(-?)(.*?)(?:\s+(asc|desc|up|down))?$/i.exec(part) ?? []
    return { field: fieldOf(name), isDown: DIRECTIONS[direction.toLowerCase()] ?? minus !== '' }
  })
  return sort.length > 0 ? { sort } : missing('sort', 'a field after it, such as sort due or sort modified desc')
}

function groupOf(value: string): Partial<LiveQuery> | Fault {
  const [name, ...more] = parts(value)
  if (name === undefined) return missing('group by', 'a field after it, such as group by status')
  if (more.length === 0) return { groupBy: fieldOf(name) }
  return { why: 'A result has one kind of group; leave all but one out.', instead: `group by ${name}` }
}

function formOf(value: string): Partial<LiveQuery> | Fault {
  const [, state, form = '', columns = ''] = /^(?:(open|done|all)\s+)?([^\s:(]*)\s*:?\s*\(?(.*?)\)?$/i.exec(value) ?? []
  const as = FORMS.find((each) => each === form.toLowerCase())
  const tasks = TASK_STATES.find((each) => each === state?.toLowerCase())
  if (as === undefined) return unknownForm(form, columns)
  if (tasks !== undefined && as !== 'tasks') return unknownForm(`${state} ${form}`, columns)
  return { as, columns: parts(columns).map(fieldOf), ...(tasks === undefined ? {} : { tasks }) }
}

function unknownForm(form: string, columns: string): Fault {
  if (form === '') return missing('as', `${listed(FORMS)} after it`)
  const near = nearestName(form.toLowerCase(), FORMS)
  const hint = near === undefined ? '; put quotes around it to look for it as words' : ` — did you mean as ${near}?`
  const instead = near && `as ${near}${columns === '' ? '' : `: ${columns}`}`
  return { why: sentence(`“as” takes ${listed(FORMS)}, not “${form}”${hint}`), instead }
}

function limitOf(value: string): Partial<LiveQuery> | Fault {
  const limit = Number(value)
  if (/^\d{1,9}$/.test(value) && limit > 0 && limit <= ROWS.most) return { limit }
  return {
    why: `“limit” takes a number up to ${ROWS.most}, not “${value}”.`,
    instead: /^\d+$/.test(value) && limit > 0 ? `limit ${ROWS.most}` : undefined,
  }
}

function missing(name: string, what: string): Fault {
  return { why: `“${name}” needs ${what}.`, instead: undefined }
}

function parts(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim() || [])
}

/** What other programs call the same. */
const NICKNAMES: Readonly<Record<string, string>> = {
  name: 'title',
  file: 'title',
  type: 'kind',
  tag: 'tags',
  date: 'created',
  changed: 'modified',
  updated: 'modified',
  path: 'folder',
  backlinks: 'links',
  done: 'completed',
}

export function fieldOf(typed: string): Field {
  const name = typed.replace(/^["“]|["”]$/g, '').trim()
  const key = propertyKey(name)
  return { key: NICKNAMES[key] ?? key, name }
}

function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`
}
