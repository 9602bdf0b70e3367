/** The notes and links of a picture: the whole vault, or what is around one note. */
import type { GraphAnswer } from '../core/chain/answers.ts'
import { NONE } from '../core/chain/graph.ts'
import { neighbourhood } from '../core/chain/neighbours.ts'
import { compareLinks } from '../core/chain/steps.ts'
import type { NotePath } from '../core/note.ts'
import type { Database } from './database.ts'
import { bestOf } from './graph/best.ts'
import { graphOf } from './graph/graph.ts'
import { allLinkedNotes, countSources } from './graph/hubs.ts'
import type { LinkGraph } from './graph/link-graph.ts'

export interface GraphQuery {
  /** The note in the middle; the whole vault when undefined. */
  readonly around?: NotePath | undefined
  /** Steps from it. */
  readonly depth: number
  /** Notes at most. */
  readonly most: number
}

/** @returns undefined when there is no such note */
export function graphView(db: Database, { around, depth, most }: GraphQuery): GraphAnswer | undefined {
  const graph = graphOf(db)
  if (around === undefined) {
    const sources = new Map(allLinkedNotes(graph).map(({ note, sources: count }) => [note, count]))
    const all = Array.from({ length: graph.size }, (_, note) => note).filter((note) => graph.isNote(note))
    const shown = bestOf(all, most, (a, b) => (sources.get(b) ?? 0) - (sources.get(a) ?? 0) || a - b)
    return columns(db, graph, new Map(shown.map((note) => [note, 0])), sources, all.length - shown.length)
  }
  const start = graph.files.number(around)
  if (start === undefined) return undefined
  const notes = neighbourhood(graph, start, depth, most)
  const sources = new Map([...notes.keys()].map((note) => [note, countSources(graph, note)]))
  return columns(db, graph, notes, sources, 0)
}

function columns(
  db: Database,
  graph: LinkGraph,
  distances: ReadonlyMap<number, number>,
  sources: ReadonlyMap<number, number>,
  more: number,
): GraphAnswer {
  const notes = [...distances.keys()].sort((a, b) => (graph.path(a) < graph.path(b) ? -1 : 1))
  const files = notes.map((note) => graph.files.at(note))
  const tags = tagsOf(
    db,
    files.map(({ path }) => path),
  )
  const { links, relations } = linksAmong(graph, notes)
  return {
    notes: {
      path: files.map(({ path }) => path),
      title: files.map(({ title }) => title),
      kind: files.map(({ kind }) => kind),
      day: files.map(({ at }) => new Date(at).toISOString().slice(0, 10)),
      sources: notes.map((note) => sources.get(note) ?? 0),
      distance: notes.map((note) => distances.get(note) ?? 0),
      tags: files.map(({ path }) => tags.get(path) ?? []),
    },
    relations,
    links,
    more,
  }
}

/** One link for each pair and direction: the one that says most. */
function linksAmong(graph: LinkGraph, notes: readonly number[]): Pick<GraphAnswer, 'links' | 'relations'> {
  const places = new Map(notes.map((note, at) => [note, at]))
  const relations: (string | null)[] = []
  const numbers = new Map<string | null, number>()
  const links: number[] = []
  for (const [at, note] of notes.entries()) {
    const best = new Map<number, number>()
    for (let link = graph.firstFrom(note); link !== NONE; link = graph.nextFrom(link)) {
      const target = places.get(graph.target(link))
      if (target === undefined) continue
      const known = best.get(target)
      if (known === undefined || compareLinks(graph, link, known) < 0) best.set(target, link)
    }
    for (const [target, link] of [...best].sort(([a], [b]) => a - b)) {
      const { relation } = graph.meaning(link)
      const number = numbers.get(relation) ?? relations.push(relation) - 1
      numbers.set(relation, number)
      links.push(at, target, number)
    }
  }
  return { links, relations }
}

function tagsOf(db: Database, paths: readonly NotePath[]): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>()
  for (const [path, tag] of db.each<[string, string]>(
    'SELECT f.path, t.written FROM json_each(?) j JOIN file f ON f.path = j.value JOIN tag t ON t.file = f.id ORDER BY t.key',
    JSON.stringify(paths),
  )) {
    const known = tags.get(path)
    if (known === undefined) tags.set(path, [tag])
    else known.push(tag)
  }
  return tags
}
