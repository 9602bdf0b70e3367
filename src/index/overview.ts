import type { HubAnswer, IndexSummary, NoteSummary, UnresolvedAnswer } from '../core/answers.ts'
import { isAttachmentTarget } from '../core/attachments.ts'
import type { WaitingAnswer } from '../core/chain/answers.ts'
import { NONE } from '../core/chain/graph.ts'
import { foldName } from '../core/fold.ts'
import type { LinkForm } from '../core/note.ts'
import { withoutExtension } from '../core/path.ts'
import { compareText } from '../core/resolve.ts'
import { countMeanings } from './count-meanings.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { greatestHubs, linkCounts } from './graph/hubs.ts'
import { linksAtRows, type StoredLink } from './link-rows.ts'
import { SUMMARY, summary } from './summaries.ts'

export type Counts = Omit<IndexSummary, 'added' | 'changed' | 'removed' | 'milliseconds'>

/** Counts over the whole vault. A link into its own note is resolved; a missing attachment is unresolved. */
export function countAll(db: Database): Counts {
  const [notes = 0, bytes = 0] =
    db.first<[number, number]>('SELECT count(*), coalesce(sum(bytes), 0) FROM file WHERE is_note = 1') ?? []
  const [tags = 0] = db.first<[number]>('SELECT count(DISTINCT key) FROM tag') ?? []
  const { links, resolved, ambiguous } = countMeanings(db)
  return { notes, links, resolved, unresolved: links - resolved, ambiguous, tags, bytes }
}

/** The notes that others link to, by the number of distinct notes that do, then of links. */
export function hubs(db: Database, limit: number): HubAnswer[] {
  const graph = graphOf(db)
  const counts = linkCounts(graph)
  return greatestHubs(graph, counts, limit).map((note) => {
    const { path, title, kind } = graph.files.at(note)
    return { path, title, kind, backlinks: counts.backlinks[note] ?? 0, sources: counts.sources[note] ?? 0 }
  })
}

/**
 * Notes without a link to or from another note, by path. A link that nothing answers to yet, one into the note itself, or a picture
 * makes it no less of an island.
 */
export function islands(db: Database): NoteSummary[] {
  const graph = graphOf(db)
  const paths: string[] = []
  for (let note = 0; note < graph.size; note++)
    if (graph.isNote(note) && graph.firstFrom(note) === NONE && graph.firstTo(note) === NONE)
      paths.push(graph.path(note))
  return db
    .all<Parameters<typeof summary>[0]>(
      `SELECT ${SUMMARY} FROM json_each(?) j CROSS JOIN file f ON f.path = j.value ORDER BY f.path`,
      JSON.stringify(paths),
    )
    .map(summary)
}

/** Names that links ask for and nothing answers to, the most wanted first, as first written. Files that are missing are no such names. */
export function unresolved(db: Database): UnresolvedAnswer[] {
  const wanted = new Map<string, { target: string; links: number; sources: Set<string> }>()
  for (const { form, target, source, key } of unresolvedLinks(db)) {
    if (isAttachmentTarget(form, target)) continue
    const folded = wantedKey(target, key)
    const name = wanted.get(folded) ?? { target, links: 0, sources: new Set<string>() }
    name.links++
    name.sources.add(source)
    wanted.set(folded, name)
  }
  return [...wanted.values()]
    .map(({ target, links, sources }) => ({ target, links, sources: [...sources] }))
    .sort((a, b) => b.sources.length - a.sources.length || b.links - a.links || compareText(a.target, b.target))
}

/** The sentences that wait for a name, by source path and position. @param target as `unresolved` has it */
export function waitingFor(db: Database, target: string, limit: number): WaitingAnswer[] {
  const rows = unresolvedLinks(db)
  const asked = rows.find((link) => link.target === target)
  if (asked === undefined) return []
  const key = wantedKey(asked.target, asked.key)
  const wanted = rows.filter((link) => wantedKey(link.target, link.key) === key).slice(0, limit)
  const links = linksAtRows(
    db,
    wanted.map(({ row }) => row),
  )
  return wanted.map(({ row, title, kind }) => {
    const { source, start, end, sentence, sentenceStart } = links.get(row) as StoredLink
    const inside = (at: number): number => Math.min(Math.max(at - sentenceStart, 0), sentence.length)
    return {
      source,
      title,
      kind,
      offset: start,
      context: sentence,
      contextFrom: inside(start),
      contextTo: inside(end),
    }
  })
}

interface UnresolvedLink {
  readonly row: number
  readonly title: string
  readonly kind: string | null
  readonly source: string
  readonly form: LinkForm
  readonly target: string
  readonly key: string | null
}

/** By source path and position. */
function unresolvedLinks(db: Database): UnresolvedLink[] {
  return db
    .all<[string, LinkForm, string, string | null, number, string, string | null]>(
      `SELECT f.path, l.form, l.target, nullif(l.asked, ''), l.id, f.title, f.kind FROM json_each(?) u CROSS JOIN link l ON l.id = u.value
       JOIN file f ON f.id = l.file ORDER BY f.path, l.ordinal`,
      JSON.stringify([...graphOf(db).unresolvedRows()]),
    )
    .map(([source, form, target, key, row, title, kind]) => ({ source, form, target, key, row, title, kind }))
}

/** A relative target means another note in each folder. */
function wantedKey(target: string, key: string | null): string {
  const folded = foldName(withoutExtension(target.trim()))
  return /^\.\.?(\/|$)/.test(folded) ? (key ?? folded) : folded
}
