import type {
  ChainNote,
  DecisionAnswer,
  DecisionsAnswer,
  FollowerAnswer,
  OutcomeAnswer,
} from '../core/chain/answers.ts'
import { rungOf } from '../core/chain/meaning.ts'
import { type Follower, followersOf, mentionersOf, supersedes } from '../core/chain/outcome.ts'
import { eachStep, type Step, type Way } from '../core/chain/steps.ts'
import type { NotePath } from '../core/note.ts'
import { ChainWords } from './chain-words.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import type { LinkGraph } from './graph/link-graph.ts'

/** More notes than this are not counted or listed: nobody reads that far. */
const MOST = 200

/** What came of a note, without the words of its tasks; undefined when there is no such note. */
export function outcomeOf(db: Database, path: NotePath): Omit<OutcomeAnswer, 'tasks'> | undefined {
  const graph = graphOf(db)
  const start = graph.files.number(path)
  if (start === undefined) return undefined
  const all = followersOf(graph, start, MOST)
  const ending = all.filter((follower) => follower.from === start && supersedes(graph, follower))
  const ended = superseded(graph, start, 'up')
  const follow = all.filter((follower) => !ending.includes(follower))
  const mentions = mentionersOf(graph, start).slice(0, MOST)
  const steps: Step[] = [...all, ...mentions]
  const words = new ChainWords(db, graph, [start, ...ended, ...steps.map(({ note }) => note)], linksIn(steps))
  const said = ({ note, link, from, distance }: Follower): FollowerAnswer => ({
    note: words.note(note),
    why: words.why(link, from),
    distance,
  })
  const { open, done } = tasksIn(graph, follow)
  return {
    note: words.note(start),
    supersedes: ended.map((note) => words.note(note)),
    supersededBy: ending.map(({ note }) => words.note(note)),
    groups: byKind(follow.map(said)),
    mentions: mentions.map((step) => said({ ...step, from: start, distance: 1 })),
    open,
    done,
  }
}

function linksIn(steps: readonly Step[]): number[] {
  return steps.map(({ link }) => link)
}

/** Up, what a note put an end to; down, what put an end to it. */
function superseded(graph: LinkGraph, start: number, way: Way): number[] {
  const found = new Set<number>()
  eachStep(graph, start, way, (note, link) => {
    if (supersedes(graph, { note, link })) found.add(note)
  })
  return [...found]
}

function tasksIn(graph: LinkGraph, steps: readonly Step[]): { readonly open: number; readonly done: number } {
  let [open, done] = [0, 0]
  for (const { note } of steps) {
    const file = graph.files.at(note)
    open += file.open
    done += file.done
  }
  return { open, done }
}

function byKind(followers: readonly FollowerAnswer[]): OutcomeAnswer['groups'] {
  const groups = Map.groupBy(followers, ({ note }) => note.kind)
  return [...groups]
    .map(([kind, notes]) => ({ kind, notes }))
    .sort((a, b) => rungOf(a.kind) - rungOf(b.kind) || (a.kind ?? '').localeCompare(b.kind ?? '', 'en'))
}

export interface DecisionsAsked {
  /** How many are described. */
  readonly limit: number
  /** As `statuses` has it, the empty string for those without one; undefined for all. */
  readonly status?: string | undefined
  /** What their titles are to have. */
  readonly words?: string | undefined
}

export function decisionsOf(db: Database, { limit, status, words = '' }: DecisionsAsked): DecisionsAnswer {
  const graph = graphOf(db)
  const all = decisionsIn(graph)
  const known = new Map(all.map((note) => [note, statusOf(graph, note)]))
  const counts = new Map<string | null, number>()
  for (const own of known.values()) counts.set(own, (counts.get(own) ?? 0) + 1)
  const wanted = words.trim().toLowerCase()
  const found = all
    .filter((note) => status === undefined || (known.get(note) ?? '') === status)
    .filter((note) => graph.files.at(note).title.toLowerCase().includes(wanted))
  const listed = found.slice(0, limit)
  const said = new ChainWords(db, graph, [...listed, ...listed.flatMap((note) => superseded(graph, note, 'down'))], [])
  return {
    decisions: listed.map((note) => describe(graph, said, note)),
    found: found.length,
    statuses: [...counts]
      .map(([name, decisions]) => ({ status: name, decisions }))
      .sort((a, b) => b.decisions - a.decisions || (a.status ?? '').localeCompare(b.status ?? '', 'en')),
  }
}

/** Newest first. */
function decisionsIn(graph: LinkGraph): number[] {
  const found: number[] = []
  for (let note = 0; note < graph.size; note++) if (graph.files.get(note)?.kind === 'decision') found.push(note)
  return found.sort((a, b) => graph.at(b) - graph.at(a) || (graph.path(a) < graph.path(b) ? -1 : 1))
}

/** What is written, in lower case; without anything written, what follows from the links. */
export function statusOf(graph: LinkGraph, note: number): string | null {
  const written = graph.files.at(note).status?.trim().toLowerCase()
  if (written) return written
  return superseded(graph, note, 'down').length > 0 ? 'superseded' : null
}

function describe(graph: LinkGraph, words: ChainWords, note: number): DecisionAnswer {
  const all = followersOf(graph, note, MOST)
  const follow = all.filter((follower) => follower.from !== note || !supersedes(graph, follower))
  const own: ChainNote = words.note(note)
  return {
    ...own,
    status: statusOf(graph, note),
    supersededBy: superseded(graph, note, 'down').map((by) => {
      const { path, title } = words.note(by)
      return { path, title }
    }),
    follow: follow.length,
    ...tasksIn(graph, follow),
    mentions: mentionersOf(graph, note).length,
  }
}
