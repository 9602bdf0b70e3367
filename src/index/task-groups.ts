/** Tasks in the groups in which they are looked through. */

import { DAY } from '../core/days.ts'
import { compareText } from '../core/resolve.ts'
import type { TaskFilter, TaskGroup, TaskGrouping, TasksAnswer } from '../core/tasks/answers.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { keptUntilChange } from './kept-until-change.ts'
import { fullestProjects } from './project-tasks.ts'
import { countTasks, tasksWhere } from './tasks.ts'

export interface GroupQuery {
  readonly by: TaskGrouping
  /** ISO date. */
  readonly today: string
  /** Only the group of this key. */
  readonly key?: string | undefined
  /** Tasks of each group. */
  readonly limit: number
}

/** A group before its tasks are asked for. */
type Heading = Omit<TaskGroup, 'tasks'> & { readonly filter: TaskFilter }

/** More groups than this nobody looks through; the fullest come first. */
const GROUPS = 30

export function taskGroups(db: Database, query: GroupQuery): TasksAnswer {
  return db.read(() => {
    const headings = headingsOf(db, query).filter(({ key }) => query.key === undefined || key === query.key)
    const groups = headings.slice(0, GROUPS).map(({ filter, ...heading }) => ({
      ...heading,
      tasks: tasksWhere(db, filter, query.limit),
    }))
    const [open, done] = [countTasks(db, { done: false }), countTasks(db, { done: true })]
    return { open, done, groups, more: headings.length - groups.length }
  })
}

function headingsOf(db: Database, { by, today }: GroupQuery): readonly Heading[] {
  return by === 'due' ? byDue(db, today) : gathered(db, by)
}

type Gathering = Exclude<TaskGrouping, 'due'>

const GATHER: Readonly<Record<Gathering, (db: Database) => Heading[]>> = {
  tag: byTag,
  note: byNote,
  project: byProject,
}

/** To gather them takes a look at every open task. */
const headingsIn = keptUntilChange(() => new Map<Gathering, readonly Heading[]>())

function gathered(db: Database, by: Gathering): readonly Heading[] {
  const known = headingsIn(db)
  const headings = known.get(by) ?? GATHER[by](db)
  known.set(by, headings)
  return headings
}

function byDue(db: Database, today: string): Heading[] {
  const filters: readonly (readonly [string, TaskFilter])[] = [
    ['overdue', { done: false, to: dayBefore(today) }],
    ['today', { done: false, from: today, to: today }],
    ['upcoming', { done: false, from: dayAfter(today) }],
    ['none', { done: false, isDue: false }],
    ['done', { done: true }],
  ]
  return filters.map(([key, filter]) => ({
    ...{ key, title: key, path: null, kind: null },
    count: countTasks(db, filter),
    filter,
  }))
}

/** A tag counts the tasks of those below it as well; a task that has both once. */
function byTag(db: Database): Heading[] {
  const tags = db.all<[string, string, number]>(
    'SELECT key, min(written), count(*) FROM task_tag WHERE done = 0 GROUP BY key',
  )
  const above = new Set(tags.flatMap(([key]) => foldersAbove(key)))
  return tags
    .map(([key, title, own]): Heading => {
      const count = above.has(key) ? countBelow(db, key) : own
      return { key, title, path: null, kind: null, count, filter: { done: false, tag: key } }
    })
    .sort((a, b) => b.count - a.count || compareText(a.key, b.key))
}

/** `a/b/c`: `a/b` and `a`. */
function foldersAbove(key: string): string[] {
  const parts = key.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}

function countBelow(db: Database, key: string): number {
  const [count = 0] =
    db.first<[number]>(
      'SELECT count(DISTINCT task) FROM task_tag WHERE done = 0 AND (key = ? OR (key >= ? AND key < ?))',
      key,
      `${key}/`,
      `${key}0`,
    ) ?? []
  return count
}

function byNote(db: Database): Heading[] {
  const notes = db.all<[string, string, string | null, number]>(
    `SELECT f.path, f.title, f.kind, g.tasks FROM (
       SELECT file, min(path) AS path, count(*) AS tasks FROM task INDEXED BY task_by_file WHERE done = 0 GROUP BY file ORDER BY tasks DESC, path LIMIT ?
     ) g JOIN file f ON f.id = g.file ORDER BY g.tasks DESC, f.path`,
    GROUPS + 1,
  )
  return notes.map(([path, title, kind, count]) => ofNote({ path, title, kind }, [path], count))
}

function byProject(db: Database): Heading[] {
  const graph = graphOf(db)
  return fullestProjects(graph, GROUPS + 1).map(({ note, open, members }) => {
    const { path, title, kind } = graph.files.at(note)
    return ofNote(
      { path, title, kind },
      members.map((member) => graph.path(member)),
      open,
    )
  })
}

function ofNote(
  { path, title, kind }: { readonly path: string; readonly title: string; readonly kind: string | null },
  paths: readonly string[],
  count: number,
): Heading {
  return { key: path, title, path, kind, count, filter: { done: false, paths } }
}

function dayAfter(day: string): string {
  return shifted(day, DAY)
}

function dayBefore(day: string): string {
  return shifted(day, -DAY)
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by).toISOString().slice(0, 10)
}
