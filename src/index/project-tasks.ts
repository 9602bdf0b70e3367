import { Role } from '../core/chain/meaning.ts'
import { eachNeighbour } from '../core/chain/neighbours.ts'
import { compareText } from '../core/resolve.ts'
import { isEnded } from '../core/tasks/note-task.ts'
import type { KeptFile } from './graph/files.ts'
import type { LinkGraph } from './graph/link-graph.ts'

export interface Project {
  readonly note: number
  readonly open: number
  /** The notes whose open tasks are its own. */
  readonly members: readonly number[]
}

const known = new WeakMap<LinkGraph, ProjectTasks>()

/**
 * The projects with the most open tasks, those with most first. A project's tasks are those in its own note, in notes that are part of it, and in
 * the task notes that are linked with it; a task note that is itself open counts as one more.
 */
export function fullestProjects(graph: LinkGraph, limit: number): Project[] {
  const tasks = known.get(graph) ?? new ProjectTasks(graph)
  known.set(graph, tasks)
  tasks.follow()
  const order = (a: Project, b: Project): number =>
    b.open - a.open || compareText(graph.path(a.note), graph.path(b.note))
  let fullest: Project[] = []
  // None that is still to come can have more than it may have at most.
  for (const [note, most] of tasks.projects()) {
    const least = fullest.length >= limit ? (fullest.at(-1)?.open ?? 0) : 1
    if (most < least) break
    const project = tasks.project(note)
    if (project.open >= least) fullest = [...fullest, project].sort(order).slice(0, limit)
  }
  return fullest
}

const PROJECT = 1
const TASK = 2
const OPEN = 4
const KINDS: Readonly<Record<string, number>> = { project: PROJECT, task: TASK }

/** Open tasks of every note, and how many each project may have at most: kept with the graph, since to look at every link takes longest. */
class ProjectTasks {
  readonly #graph: LinkGraph
  #open = new Int32Array(0)
  /** What a note is, as bits: small enough to stay at hand while links lead from anywhere to anywhere. */
  #is = new Uint8Array(0)
  #most = new Int32Array(0)

  constructor(graph: LinkGraph) {
    this.#graph = graph
  }

  /** Takes in what has changed in the graph. */
  follow(): void {
    const touched = this.#graph.takeTouched()
    if (this.#graph.size > this.#open.length) {
      this.#begin()
      return
    }
    for (const file of touched) this.#look(file)
    for (const file of touched) this.#count(file)
  }

  #begin(): void {
    // Room for new notes: with each of them all would be counted again.
    const size = Math.ceil(this.#graph.size * 1.1) + 16
    this.#open = new Int32Array(size)
    this.#is = new Uint8Array(size)
    for (let file = 0; file < this.#graph.size; file++) this.#look(file)
    this.#most = this.#open.slice()
    this.#graph.pool.each((source, target, link) => {
      if (target < 0 || source === target) return
      const from = this.#is[source] as number
      const to = this.#is[target] as number
      // A note that is linked twice counts twice, which is no less than it has.
      if (from & PROJECT && to & OPEN) this.#addMember(source, target, link)
      if (to & PROJECT && from & OPEN) this.#addMember(target, source, link)
    })
  }

  #look(file: number): void {
    const kept = this.#graph.files.get(file)
    const isNote = kept?.isNote === true
    const open = isNote ? openTasks(kept) : 0
    this.#open[file] = open
    this.#is[file] = isNote ? (KINDS[kept.kind ?? ''] ?? 0) | (open > 0 ? OPEN : 0) : 0
  }

  #addMember(project: number, note: number, link: number): void {
    if (this.#isMember(note, link)) (this.#most[project] as number) += this.#open[note] as number
  }

  /** Whether a note with open tasks belongs to the project that a link joins it with. */
  #isMember(note: number, link: number): boolean {
    return ((this.#is[note] as number) & TASK) !== 0 || isPart(this.#graph, link)
  }

  /** A project that it was linked with, and is no more, has fewer than it may have: that does no harm. */
  #count(file: number): void {
    const near = new Set([file])
    eachNeighbour(this.#graph, file, (note) => near.add(note))
    for (const note of near) if ((this.#is[note] as number) & PROJECT) this.#most[note] = this.project(note).open
  }

  /** Those that may have any, with how many at most; the fullest first. */
  *projects(): Iterable<readonly [note: number, most: number]> {
    const { size } = this.#graph
    const found = new Float64Array(size)
    let count = 0
    for (let note = 0; note < size; note++) {
      const most = this.#most[note] as number
      if ((this.#is[note] as number) & PROJECT && most > 0) found[count++] = most * size + note
    }
    // As plain numbers they are in order many times as soon as by asking which of two has more.
    for (const each of found.subarray(0, count).sort().reverse()) yield [each % size, Math.floor(each / size)]
  }

  project(note: number): Project {
    const members = new Set((this.#open[note] as number) > 0 ? [note] : [])
    eachNeighbour(this.#graph, note, (other, link) => {
      if ((this.#open[other] as number) > 0 && this.#isMember(other, link)) members.add(other)
    })
    let open = 0
    for (const member of members) open += this.#open[member] as number
    return { note, open, members: [...members] }
  }
}

/** As the index has them: see `taskRows`. */
function openTasks({ kind, status, open }: KeptFile): number {
  if (kind === 'template') return 0
  return open + (kind === 'task' && !isEnded(status) ? 1 : 0)
}

function isPart(graph: LinkGraph, link: number): boolean {
  const { role, relation } = graph.meaning(link)
  return role === Role.along || relation === 'project'
}
