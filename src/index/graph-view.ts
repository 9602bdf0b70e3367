/** The notes and links of a picture: the whole vault, or what is around one note. */

import { bestOf } from '../core/best.ts'
import type { GraphAnswer } from '../core/chain/answers.ts'
import { NONE } from '../core/chain/graph.ts'
import { type Neighbourhood, neighbourhood } from '../core/chain/neighbours.ts'
import { compareLinks } from '../core/chain/steps.ts'
import type { NotePath } from '../core/note.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { linkCounts } from './graph/hubs.ts'
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
  const { sources } = linkCounts(graph)
  const order = (a: number, b: number): number => (sources[b] ?? 0) - (sources[a] ?? 0) || a - b
  if (around === undefined) {
    const all = Array.from({ length: graph.size }, (_, note) => note).filter((note) => graph.isNote(note))
    const shown = bestOf(all, most, order)
    return columns(db, graph, { distances: new Map(shown.map((note) => [note, 0])), more: all.length - shown.length })
  }
  const start = graph.files.number(around)
  return start === undefined ? undefined : columns(db, graph, neighbourhood(graph, start, { depth, most, order }))
}

function columns(db: Database, graph: LinkGraph, { distances, more }: Neighbourhood): GraphAnswer {
  const { sources } = linkCounts(graph)
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
      sources: notes.map((note) => sources[note] ?? 0),
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
  const places = new Int32Array(graph.size).fill(NONE)
  for (const [at, note] of notes.entries()) places[note] = at
  // By the place of its target, the best link of the note that was looked at last, and which note that was.
  const best = new Int32Array(notes.length)
  const bestOfNote = new Int32Array(notes.length).fill(NONE)
  const relations: (string | null)[] = []
  const numbers = new Map<string | null, number>()
  const links: number[] = []
  for (const [at, note] of notes.entries()) {
    const targets: number[] = []
    for (let link = graph.firstFrom(note); link !== NONE; link = graph.nextFrom(link)) {
      const target = places[graph.target(link)] as number
      if (target === NONE) continue
      const isNew = bestOfNote[target] !== at
      if (isNew) targets.push(target)
      bestOfNote[target] = at
      if (isNew || compareLinks(graph, link, best[target] as number) < 0) best[target] = link
    }
    for (const target of targets.sort((a, b) => a - b)) {
      const { relation } = graph.meaning(best[target] as number)
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
    'SELECT f.path, t.written FROM json_each(?) j CROSS JOIN file f ON f.path = j.value JOIN tag t ON t.file = f.id ORDER BY t.key',
    JSON.stringify(paths),
  )) {
    const known = tags.get(path)
    if (known === undefined) tags.set(path, [tag])
    else known.push(tag)
  }
  return tags
}
