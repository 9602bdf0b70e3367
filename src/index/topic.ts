/** What the index knows of a topic; sentences of notes that say it are read from their texts by whoever can. */
import { bestOf } from '../core/best.ts'
import { eachNeighbour } from '../core/chain/neighbours.ts'
import { compareLinks } from '../core/chain/steps.ts'
import type { NotePath } from '../core/note.ts'
import { readQuery } from '../core/query/read.ts'
import { compareText } from '../core/resolve.ts'
import type { TopicTag } from '../core/topic/answers.ts'
import type { Database } from './database.ts'
import { type Forgotten, isForgotten, isThought, MADE, mostForgotten } from './forgotten.ts'
import { graphOf } from './graph/graph.ts'
import { linkCounts } from './graph/hubs.ts'
import type { LinkGraph } from './graph/link-graph.ts'
import { askingOf } from './search/asking.ts'
import { find, type Hit } from './search.ts'

/** Notes that are looked at, and of them those that are about the topic. */
const HITS = 60
const ABOUT = 24
/** Where no note is called or tagged so, the notes that say it best are about it. */
const BEST = 5
const LINKED = 24
const TAGS = 12
/** Before all notes, so that none is told to be more recent: a dossier asks what was ever thought. */
const EVER = '0001-01-01'
/** Nobody types a topic letter by letter: it may take longer than a search. Milliseconds. */
const PATIENCE = 3000

/** A note that is linked with some of those about the topic, by the best of the links. */
export interface LinkedNote {
  readonly note: number
  readonly link: number
  /** The note about the topic at the link's other end. */
  readonly about: number
  /** How many notes about the topic it is linked with. */
  readonly times: number
}

export interface TopicParts {
  readonly graph: LinkGraph
  /** The words that were asked for. */
  readonly words: readonly string[]
  readonly about: readonly (Hit & { readonly note: number })[]
  readonly others: readonly (Hit & { readonly note: number })[]
  readonly linked: readonly LinkedNote[]
  /** Of the notes, those that have the topic as a tag, by path, with the tag as they write it. */
  readonly tagged: ReadonlyMap<string, string>
  readonly tags: readonly TopicTag[]
}

/** The words of a topic, whatever marks stand between them. */
export function topicWords(topic: string): string[] {
  return topic.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)?.map((word) => word.toLowerCase()) ?? []
}

export function topicParts(db: Database, topic: string): TopicParts {
  const graph = graphOf(db)
  const words = topicWords(topic)
  // The space says that the last word is whole.
  const found = find(askingOf(db, EVER, PATIENCE), readQuery(`${words.join(' ')} `), HITS)
  const whole = found.hits.filter(({ missing }) => missing.length === 0)
  const hits = (whole.length > 0 ? whole : found.hits).flatMap((hit) => {
    const note = graph.files.number(hit.path)
    return note === undefined || MADE.has(hit.kind ?? '') ? [] : [{ ...hit, note }]
  })
  const tagged = taggedSo(
    db,
    words,
    hits.map(({ path }) => path),
  )
  const named = hits.filter(({ via, path }) => via === 'title' || tagged.has(path))
  const about = (named.length > 0 ? named : hits.slice(0, BEST)).slice(0, ABOUT)
  const isAbout = new Set(about.map(({ note }) => note))
  const linked = linkedWith(
    graph,
    about.map(({ note }) => note),
  )
  return {
    graph,
    words,
    about,
    others: hits.filter(({ note }) => !isAbout.has(note)),
    linked,
    tagged,
    tags: tagsOf(
      db,
      hits.map(({ path }) => path),
    ),
  }
}

/** The notes that are linked with some of those, with most of them first; a note of few links before one that all link to. */
function linkedWith(graph: LinkGraph, about: readonly number[]): LinkedNote[] {
  const isAbout = new Set(about)
  const found = new Map<number, LinkedNote>()
  for (const start of about) {
    const met = new Set<number>()
    const visit = (note: number, link: number): void => {
      if (isAbout.has(note) || !graph.isNote(note) || MADE.has(graph.kind(note) ?? '')) return
      const known = found.get(note)
      const times = (known?.times ?? 0) + (met.has(note) ? 0 : 1)
      met.add(note)
      const isBetter = known === undefined || compareLinks(graph, link, known.link) < 0
      found.set(note, isBetter ? { note, link, about: start, times } : { ...known, times })
    }
    eachNeighbour(graph, start, visit)
  }
  const order = (a: LinkedNote, b: LinkedNote): number =>
    b.times - a.times ||
    graph.meaning(a.link).role - graph.meaning(b.link).role ||
    graph.at(b.note) - graph.at(a.note) ||
    compareText(graph.path(a.note), graph.path(b.note))
  return bestOf(found.values(), LINKED * 8, order)
}

function tagsOf(db: Database, paths: readonly string[]): TopicTag[] {
  return db
    .all<[string, number]>(
      `SELECT min(t.written), count(*) AS notes FROM json_each(?) j CROSS JOIN file f ON f.path = j.value JOIN tag t ON t.file = f.id
       GROUP BY t.key ORDER BY notes DESC, t.key LIMIT ?`,
      JSON.stringify(paths),
      TAGS,
    )
    .map(([tag, notes]) => ({ tag, notes }))
}

function taggedSo(db: Database, words: readonly string[], paths: readonly string[]): ReadonlyMap<string, string> {
  const keys = [...new Set(['-', '_', ''].map((between) => words.join(between)))]
  return new Map(
    db.all<[string, string]>(
      `SELECT f.path, t.written FROM json_each(?) j CROSS JOIN file f ON f.path = j.value JOIN tag t ON t.file = f.id
       WHERE t.key IN (SELECT value FROM json_each(?))`,
      JSON.stringify(paths),
      JSON.stringify(keys),
    ),
  )
}

/** Of the notes about the topic, the one that most notes of the dossier are linked with. */
export function hubOf({ graph, about, linked }: TopicParts): number | undefined {
  const { sources } = linkCounts(graph)
  const inside = new Set([...about.map(({ note }) => note), ...linked.map(({ note }) => note)])
  const [best] = bestOf(
    about.map(({ note }) => ({ note, joined: joinedWith(graph, note, inside), sources: sources[note] as number })),
    1,
    (a, b) => b.joined - a.joined || b.sources - a.sources || compareText(graph.path(a.note), graph.path(b.note)),
  )
  return best?.note
}

function joinedWith(graph: LinkGraph, note: number, inside: ReadonlySet<number>): number {
  const joined = new Set<number>()
  eachNeighbour(graph, note, (other) => joined.add(other))
  return [...joined].filter((other) => inside.has(other)).length
}

/** A note about the topic or linked with it, much older than the last of them, not read of late, and that fewest later notes link to. */
export function forgottenOf(
  { graph, about, linked }: TopicParts,
  hub: number | undefined,
  wasOpened: (path: NotePath) => boolean,
): Forgotten | undefined {
  const notes = [...about, ...linked].map(({ note }) => note)
  const last = notes.reduce((last, note) => Math.max(last, graph.at(note)), Number.NEGATIVE_INFINITY)
  const old = notes.filter(
    (note) => note !== hub && isThought(graph, note) && isForgotten(graph.files.at(note), last, wasOpened),
  )
  return mostForgotten(graph, old, 1)[0]
}
