/** Tasks in the groups in which they are looked through. */

import { NONE } from '../core/chain/graph.ts'
import { Role } from '../core/chain/meaning.ts'
import { DAY } from '../core/days.ts'
import { compareText } from '../core/resolve.ts'
import type { TaskFilter, TaskGroup, TaskGrouping, TasksAnswer } from '../core/tasks/answers.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import type { LinkGraph } from './graph/link-graph.ts'
import { keptUntilChange } from './kept-until-change.ts'
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

/**
 * A project's tasks are those in its own note, in notes that are part of it, and in the task notes that are linked with it. Those of a
 * task note that is itself open count as one more.
 */
function byProject(db: Database): Heading[] {
  const graph = graphOf(db)
  const fullest = fullestProjects(graph)
  return fullest
    .map(({ note, members }) => {
      const paths = [...members].map((member) => graph.path(member))
      const { path, title, kind } = graph.files.at(note)
      return ofNote({ path, title, kind }, paths, countTasks(db, { done: false, paths }))
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareText(a.key, b.key))
}

function ofNote(
  { path, title, kind }: { readonly path: string; readonly title: string; readonly kind: string | null },
  paths: readonly string[],
  count: number,
): Heading {
  return { key: path, title, path, kind, count, filter: { done: false, paths } }
}

interface Project {
  readonly note: number
  readonly open: number
  /** The notes whose tasks are its own, itself among them. */
  readonly members: ReadonlySet<number>
}

/** The projects with the most open tasks, as near as the graph knows: whether a task note is done is for the index to say. */
function fullestProjects(graph: LinkGraph): Project[] {
  const tasks = new TasksInGraph(graph)
  const order = (a: Project, b: Project): number =>
    b.open - a.open || compareText(graph.path(a.note), graph.path(b.note))
  let fullest: Project[] = []
  // None that is still to come can have more than it may have at most.
  for (const note of tasks.projects()) {
    const least = fullest.length > GROUPS ? (fullest.at(-1)?.open ?? 0) : 1
    if ((tasks.most[note] as number) < least) break
    const project = tasks.project(note)
    if (project.open >= least) fullest = [...fullest, project].sort(order).slice(0, GROUPS + 1)
  }
  return fullest
}

/** Open tasks of every note, and how many each project may have at most. */
class TasksInGraph {
  readonly most: Int32Array
  readonly #graph: LinkGraph
  readonly #open: Int32Array
  readonly #isProject: Uint8Array
  readonly #isTask: Uint8Array

  constructor(graph: LinkGraph) {
    this.#graph = graph
    this.#open = new Int32Array(graph.size)
    this.#isProject = new Uint8Array(graph.size)
    this.#isTask = new Uint8Array(graph.size)
    graph.files.eachNote(({ kind, open }, note) => {
      this.#isProject[note] = kind === 'project' ? 1 : 0
      this.#isTask[note] = kind === 'task' ? 1 : 0
      this.#open[note] = open + (kind === 'task' ? 1 : 0)
    })
    this.most = this.#open.slice()
    this.#addMembers()
  }

  /** Link by link in the order in which they lie in memory: from project to project takes many times as long. A note that is linked twice may count twice. */
  #addMembers(): void {
    const graph = this.#graph
    for (let source = 0; source < graph.size; source++) {
      const isProject = this.#isProject[source] === 1
      if (!isProject && this.#open[source] === 0) continue
      for (let link = graph.firstFrom(source); link !== NONE; link = graph.nextFrom(link)) {
        const target = graph.target(link)
        if (isProject) this.#addMember(source, target, link)
        if (this.#isProject[target] === 1) this.#addMember(target, source, link)
      }
    }
  }

  #addMember(project: number, note: number, link: number): void {
    const open = this.#open[note] as number
    if (open > 0 && (this.#isTask[note] === 1 || isPart(this.#graph, link))) (this.most[project] as number) += open
  }

  /** Those that may have any, the fullest first. */
  projects(): number[] {
    const found: number[] = []
    for (let note = 0; note < this.most.length; note++)
      if (this.#isProject[note] === 1 && (this.most[note] as number) > 0) found.push(note)
    return found.sort((a, b) => (this.most[b] as number) - (this.most[a] as number))
  }

  project(note: number): Project {
    const members = new Set<number>()
    eachMember(this.#graph, note, (member) => members.add(member))
    let open = 0
    for (const member of members) open += this.#open[member] as number
    return { note, open, members }
  }
}

function isPart(graph: LinkGraph, link: number): boolean {
  const { role, relation } = graph.meaning(link)
  return role === Role.along || relation === 'project'
}

/** The notes whose tasks are a project's, itself first; a note that is linked twice comes twice. */
function eachMember(graph: LinkGraph, project: number, visit: (note: number) => void): void {
  visit(project)
  const take = (note: number, link: number): void => {
    if (isPart(graph, link) || graph.kind(note) === 'task') visit(note)
  }
  for (let link = graph.firstFrom(project); link !== NONE; link = graph.nextFrom(link)) take(graph.target(link), link)
  for (let link = graph.firstTo(project); link !== NONE; link = graph.nextTo(link)) take(graph.source(link), link)
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
