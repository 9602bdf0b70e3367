/** Tasks that a live query finds: what it says of due dates and tags is asked of each task, all else of its note. */
import { foldName } from '../../core/fold.ts'
import type { LiveAnswer } from '../../core/live/answers.ts'
import type { Field, LiveQuery, TaskState } from '../../core/live/query.ts'
import { daysOf, periodOf } from '../../core/query/dates.ts'
import { type Filter, isFilter, type QueryNode } from '../../core/query/tree.ts'
import { compareText } from '../../core/resolve.ts'
import type { Database } from '../database.ts'
import type { Asking } from '../search/asking.ts'
import { docsIn, everyNote, intersect, type Mask } from '../search/masks.ts'
import { Matching } from '../search/matching.ts'
import { explainNothing, refuseUnknownOperators } from '../search/unknown.ts'
import { tasksOfIds } from '../tasks.ts'
import { groupBy } from './groups.ts'
import { firstBy } from './sorting.ts'
import { type Value, type Values, valuesOf } from './values.ts'

/** As much of a task as decides whether it is shown, and where. */
interface Row {
  readonly id: number
  readonly doc: number
  readonly path: string
  readonly ordinal: number
  readonly done: boolean
  readonly due: string | null
}

export function liveTasks(asking: Asking, live: LiveQuery): LiveAnswer {
  const { db } = asking
  const { root } = live.search
  refuseUnknownOperators(asking, live.search)
  const matching = new Matching(asking)
  const test = root === undefined ? () => true : testOf(asking, matching, root)
  const found: Row[] = []
  let looked = 0
  for (const row of rowsIn(db, notesAsked(asking, matching, root), live.tasks)) {
    if (++looked % 1000 === 0) asking.checkTime()
    if (test(row)) found.push(row)
  }
  if (found.length === 0) explainNothing(asking, live.search)
  const shown = firstTasks(asking, live, found)
  const groups = live.groupBy === undefined ? [{ title: null, rows: shown }] : grouped(db, live.groupBy, shown)
  const items = tasksOfIds(
    db,
    shown.map(({ id }) => id),
  )
  return {
    as: 'tasks',
    columns: [],
    groupBy: live.groupBy?.key ?? null,
    count: found.length,
    shown: shown.length,
    groups: groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => ({ title, notes: [], tasks: rows.flatMap(({ id }) => items.get(id) ?? []) })),
  }
}

/** A note is left out by what holds for all that is asked of notes. */
function notesAsked({ text }: Asking, matching: Matching, root: QueryNode | undefined): Mask {
  const mask = everyNote(text)
  const parts = root === undefined ? [] : root.kind === 'all' ? root.parts : [root]
  for (const part of parts)
    if (part.kind === 'words' || (isFilter(part) && !isOfTask(part))) intersect(mask, matching.notes(part))
  return mask
}

function isOfTask(filter: Filter): boolean {
  return (
    filter.kind === 'tag' ||
    (filter.kind === 'date' && filter.field === 'due') ||
    (filter.kind === 'has' && /^(?:task|open-task|due)$/.test(filter.value))
  )
}

type Test = (row: Row) => boolean

function testOf(asking: Asking, matching: Matching, node: QueryNode): Test {
  switch (node.kind) {
    case 'all': {
      const tests = node.parts.map((part) => testOf(asking, matching, part))
      return (row) => tests.every((test) => test(row))
    }
    case 'any': {
      const tests = node.parts.map((part) => testOf(asking, matching, part))
      return (row) => tests.some((test) => test(row))
    }
    case 'not': {
      const test = testOf(asking, matching, node.part)
      return (row) => !test(row)
    }
    default: {
      if (isFilter(node) && isOfTask(node)) return testOfTask(asking, node)
      const mask = matching.notes(node)
      return ({ doc }) => mask[doc] === 1
    }
  }
}

function testOfTask({ db, today }: Asking, filter: Filter): Test {
  if (filter.kind === 'tag') {
    const tagged = tasksTagged(db, filter.value)
    return ({ id }) => tagged.has(id)
  }
  if (filter.kind === 'date') {
    const period = periodOf(filter.value, filter.field, today)
    const days = period && daysOf(filter.compare, period)
    return ({ due }) => days !== undefined && due !== null && due >= days.from && due < days.to
  }
  if (filter.value === 'due') return ({ due }) => due !== null
  return filter.value === 'open-task' ? ({ done }) => !done : () => true
}

function tasksTagged(db: Database, tag: string): Set<number> {
  const key = foldName(tag)
  const rows = db.all<readonly [number]>(
    'SELECT task FROM task_tag WHERE key = ? OR (key >= ? AND key < ?)',
    key,
    `${key}/`,
    `${key}0`,
  )
  return new Set(rows.map(([task]) => task))
}

/** Of fewer notes than this their tasks are asked for, of more all are looked at. */
const FEW = 5000

function* rowsIn(db: Database, mask: Mask, state: TaskState): Iterable<Row> {
  const docs = docsIn(mask)
  const columns = 't.id, f.doc, t.path, t.ordinal, t.done, t.due'
  const done = state === 'all' ? 't.done IN (0, 1)' : `t.done = ${state === 'done' ? 1 : 0}`
  const rows =
    docs.length < FEW
      ? db.each<TaskRow>(
          `SELECT ${columns} FROM json_each(?) j CROSS JOIN file f ON f.doc = j.value CROSS JOIN task t ON t.file = f.id WHERE ${done}`,
          JSON.stringify(docs),
        )
      : db.each<TaskRow>(`SELECT ${columns} FROM task t CROSS JOIN file f ON f.id = t.file WHERE ${done}`)
  for (const [id, doc, path, ordinal, isDone, due] of rows)
    if (mask[doc] === 1) yield { id, doc, path, ordinal, done: isDone === 1, due }
}

type TaskRow = readonly [id: number, doc: number, path: string, ordinal: number, done: number, due: string | null]

/** The open ones before the done; by due date where no other order is asked for. */
function firstTasks({ db, checkTime }: Asking, { sort, limit }: LiveQuery, rows: readonly Row[]): Row[] {
  const orders = sort.length > 0 ? sort : [{ field: { key: 'due', name: 'due' }, isDown: false }]
  const valuesFor = orders.map(({ field }) => {
    checkTime()
    return taskValues(db, field, rows)
  })
  const keyOf = (row: Row, at: number): string | undefined => valuesFor[at]?.(row)[0]?.key
  const last = (a: Row, b: Row): number =>
    Number(a.done) - Number(b.done) || compareText(a.path, b.path) || a.ordinal - b.ordinal
  return firstBy(rows, limit, orders, keyOf, last)
}

function grouped(db: Database, field: Field, rows: readonly Row[]) {
  return groupBy(rows, taskValues(db, field, rows))
}

const PRIORITIES = ['highest', 'high', 'medium', 'low', 'lowest']

/** What tasks say of a field: themselves, or by their notes. */
function taskValues(db: Database, field: Field, rows: readonly Row[]): (row: Row) => readonly Value[] {
  switch (field.key) {
    case 'due':
      return ({ due }) => (due === null ? [] : [{ key: due, written: due }])
    case 'text':
    case 'completed':
      return ofTasks(db, `t.${field.key}`, rows, (written) => ({ key: foldName(written), written }))
    case 'priority':
      return ofTasks(db, 't.priority', rows, (written) => ({ key: String(PRIORITIES.indexOf(written)), written }))
    case 'tags':
      return ofRows(
        db.all<readonly [number, string, string]>(
          'SELECT g.task, g.key, g.written FROM json_each(?) j CROSS JOIN task_tag g ON g.task = j.value ORDER BY 1, 2',
          idsOf(rows),
        ),
        (key, written) => ({ key, written: `#${written}` }),
      )
    default: {
      const docs = [...new Set(rows.map(({ doc }) => doc))]
      const values: Values = valuesOf(db, field.key === 'note' ? { ...field, key: 'title' } : field, docs)
      return ({ doc }) => values.get(doc) ?? []
    }
  }
}

function ofTasks(
  db: Database,
  column: string,
  rows: readonly Row[],
  read: (written: string) => Value,
): (row: Row) => readonly Value[] {
  const found = db.all<readonly [number, string, string]>(
    `SELECT t.id, ${column}, '' FROM json_each(?) j CROSS JOIN task t ON t.id = j.value WHERE ${column} IS NOT NULL`,
    idsOf(rows),
  )
  return ofRows(found, read)
}

function ofRows(
  found: readonly (readonly [number, string, string])[],
  read: (first: string, second: string) => Value,
): (row: Row) => readonly Value[] {
  const values = new Map<number, Value[]>()
  for (const [id, first, second] of found) values.set(id, [...(values.get(id) ?? []), read(first, second)])
  return ({ id }) => values.get(id) ?? []
}

function idsOf(rows: readonly Row[]): string {
  return JSON.stringify(rows.map(({ id }) => id))
}
