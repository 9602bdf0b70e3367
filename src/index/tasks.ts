import { foldName } from '../core/fold.ts'
import type { TaskFilter, TaskItem } from '../core/tasks/answers.ts'
import type { Database } from './database.ts'

type ItemRow = readonly [
  path: string,
  line: number,
  text: string,
  done: number,
  due: string | null,
  tags: string,
  title: string,
  kind: string | null,
  box: number | null,
  completed: string | null,
  priority: string | null,
]

const ITEM = 't.path, t.line, t.text, t.done, t.due, t.tags, f.title, f.kind, t.box, t.completed, t.priority'

/**
 * Tasks that pass a filter: the open ones before the done; of the open ones those with a due date first, the earliest first; of the done ones
 * the last one done first; then by path and place in the note.
 */
export function tasksWhere(db: Database, filter: TaskFilter, limit: number): TaskItem[] {
  const items: TaskItem[] = []
  for (const done of [false, true]) {
    if (filter.done === !done || items.length >= limit) continue
    items.push(...(done ? ended(db, filter, limit - items.length) : open(db, filter, limit - items.length)))
  }
  return items
}

/** SQLite has what is null before all else, so what has no date is asked for by itself: of some notes all tasks are looked at anyhow. */
function open(db: Database, filter: TaskFilter, limit: number): TaskItem[] {
  if (filter.paths !== undefined) return select(db, { ...filter, done: false }, 't.due IS NULL, t.due', limit)
  const dated = filter.isDue === false ? [] : select(db, { ...filter, done: false, isDue: true }, 't.due', limit)
  const isBounded = filter.from !== undefined || filter.to !== undefined
  if (filter.isDue === true || isBounded || dated.length >= limit) return dated
  return [...dated, ...select(db, { ...filter, done: false, isDue: false }, 't.due', limit - dated.length)]
}

function ended(db: Database, filter: TaskFilter, limit: number): TaskItem[] {
  return select(db, { ...filter, done: true }, 't.completed DESC', limit)
}

function select(db: Database, filter: TaskFilter, order: string, limit: number): TaskItem[] {
  const { from, sql, values } = conditionOf(db, filter)
  return db
    .all<ItemRow>(
      `SELECT ${ITEM} FROM ${from} JOIN file f ON f.id = t.file WHERE ${sql} ORDER BY ${order}, t.path, t.ordinal LIMIT ?`,
      ...values,
      limit,
    )
    .map(item)
}

/** By the number of each task's row. */
export function tasksOfIds(db: Database, ids: readonly number[]): Map<number, TaskItem> {
  const rows = db.all<readonly [number, ...ItemRow]>(
    `SELECT t.id, ${ITEM} FROM json_each(?) j CROSS JOIN task t ON t.id = j.value JOIN file f ON f.id = t.file`,
    JSON.stringify(ids),
  )
  return new Map(rows.map(([id, ...row]) => [id, item(row)]))
}

export function countTasks(db: Database, filter: TaskFilter): number {
  const { from, sql, values } = conditionOf(db, filter)
  return db.first<[number]>(`SELECT count(*) FROM ${from} WHERE ${sql}`, ...values)?.[0] ?? 0
}

interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** Of some notes all tasks are looked at; else they come in the order in which they are wanted, and few are. */
function conditionOf(db: Database, filter: TaskFilter): Condition & { readonly from: string } {
  const all = [...stateOf(filter), ...(filter.tag === undefined ? [] : [tagged(db, filter.tag)])]
  const sql = all.map((each) => each.sql).join(' AND ') || 'true'
  const values = all.flatMap((each) => each.values)
  if (filter.paths === undefined) return { from: 'task t', sql, values }
  const inNotes = 'json_each(?) j CROSS JOIN file n ON n.path = j.value CROSS JOIN task t ON t.file = n.id'
  return { from: inNotes, sql, values: [JSON.stringify(filter.paths), ...values] }
}

/** So many tasks with a tag are found by looking at tasks in their order; fewer by looking at all that have it. */
const MANY = 500

function tagged(db: Database, tag: string): Condition {
  const key = foldName(tag.replace(/^#/, ''))
  const values = [key, `${key}/`, `${key}0`]
  const has = '(g.key = ? OR (g.key >= ? AND g.key < ?))'
  const [many = 0] =
    db.first<[number]>(`SELECT count(*) FROM (SELECT 1 FROM task_tag g WHERE ${has} LIMIT ?)`, ...values, MANY) ?? []
  return many < MANY
    ? { sql: `t.id IN (SELECT g.task FROM task_tag g WHERE ${has})`, values }
    : { sql: `EXISTS (SELECT 1 FROM task_tag g WHERE g.task = t.id AND ${has})`, values }
}

function stateOf({ done, from, to, isDue }: TaskFilter): Condition[] {
  const all: Condition[] = []
  if (done !== undefined) all.push({ sql: 't.done = ?', values: [done ? 1 : 0] })
  if (from !== undefined) all.push({ sql: 't.due >= ?', values: [from] })
  if (to !== undefined) all.push({ sql: 't.due <= ?', values: [to] })
  if (isDue !== undefined) all.push({ sql: isDue ? 't.due IS NOT NULL' : 't.due IS NULL', values: [] })
  return all
}

function item([path, line, text, done, due, tags, title, kind, box, completed, priority]: ItemRow): TaskItem {
  const own = { path, line, text, done: done === 1, due, tags: JSON.parse(tags) as string[] }
  return { ...own, title, kind, box, completed, priority }
}
