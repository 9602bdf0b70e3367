import type { ChainNote, WhyAnswer } from '../core/chain/answers.ts'
import { saidBetween } from '../core/chain/sentences.ts'
import type { NotePath } from '../core/note.ts'
import { firstNamed } from './askers.ts'
import type { Database } from './database.ts'
import { dateOf } from './dates.ts'
import type { LinkGraph } from './graph/link-graph.ts'
import { keysOfLink } from './link-keys.ts'
import { linksAtRows, type StoredLink, writtenReason } from './link-rows.ts'

/** Puts into words what the graph has as numbers: those of one answer together, so that the index is asked once for all. */
export class ChainWords {
  readonly #graph: LinkGraph
  readonly #notes: ReadonlyMap<NotePath, ChainNote>
  readonly #links: ReadonlyMap<number, StoredLink>
  readonly #db: Database

  constructor(db: Database, graph: LinkGraph, notes: Iterable<number>, links: Iterable<number>) {
    this.#db = db
    this.#graph = graph
    this.#notes = readNotes(
      db,
      [...new Set(notes)].map((note) => graph.path(note)),
    )
    this.#links = linksAtRows(
      db,
      [...links].map((link) => graph.row(link)),
    )
  }

  note(note: number): ChainNote {
    const path = this.#graph.path(note)
    const found = this.#notes.get(path)
    if (found === undefined) throw new Error(`The graph has ${path}, the index has not`)
    return found
  }

  /** @param from the note before it */
  why(link: number, from: number): WhyAnswer {
    const stored = this.#links.get(this.#graph.row(link))
    if (stored === undefined) throw new Error(`The graph has link ${this.#graph.row(link)}, the index has not`)
    const end = this.#endOf(stored)
    const inside = (at: number): number => Math.min(Math.max(at - stored.sentenceStart, 0), stored.sentence.length)
    return {
      source: stored.source,
      offset: stored.start,
      relation: stored.relation,
      reason: writtenReason(stored, end),
      said: saidBetween({ relation: stored.relation, isForward: this.#graph.source(link) === from }),
      context: stored.sentence,
      contextFrom: inside(stored.start),
      contextTo: inside(end),
    }
  }

  /** Where a bare mention ends depends on who answers to it. */
  #endOf(link: StoredLink): number {
    if (link.form !== 'bare') return link.end
    return firstNamed(this.#db, [...keysOfLink(link, link.source)])?.to ?? link.end
  }
}

type NoteRow = readonly [
  path: NotePath,
  title: string,
  kind: string | null,
  status: string | null,
  date: string | null,
  modified: number,
  open: number,
  done: number,
]

function readNotes(db: Database, paths: readonly NotePath[]): ReadonlyMap<NotePath, ChainNote> {
  const rows = db.all<NoteRow>(
    `SELECT f.path, f.title, f.kind, f.status, f.date, f.modified, f.open, f.done
     FROM json_each(?) j CROSS JOIN file f ON f.path = j.value`,
    JSON.stringify(paths),
  )
  return new Map(
    rows.map(([path, title, kind, status, date, modified, open, done]) => [
      path,
      { path, title, kind, status, date: dateOf(date, modified), tasks: { open, done } },
    ]),
  )
}
