import type { BacklinkAnswer } from '../core/answers.ts'
import { bestOf } from '../core/best.ts'
import type { LinkForm, NotePath } from '../core/note.ts'
import { inverseRelation } from '../core/relations.ts'
import { choose, compareText, namesOf } from '../core/resolve.ts'
import { answeringIn } from './answering.ts'
import type { Database } from './database.ts'
import { dateOf, isoTime } from './dates.ts'
import { writtenReason } from './link-rows.ts'

/** A link that a key decides: no key before it in the link has any file that answers. */
const DECIDED = `(k.rank = 0 OR NOT EXISTS (
  SELECT 1 FROM link_key b JOIN name n ON n.key = b.key WHERE b.link = k.link AND b.rank < k.rank
))`

/** No file answers to any of a link's keys. */
const WAITING = `NOT EXISTS (SELECT 1 FROM link_key b JOIN name n ON n.key = b.key WHERE b.link = k.link)`

const BY_KEY = `SELECT k.link, f.path, coalesce(f.at, f.modified), k.length FROM link_key k JOIN file f ON f.id = k.file
  WHERE k.key = ? AND f.path <> ? AND ${DECIDED}`

type PlaceRow = readonly [link: number, source: NotePath, at: number, length: number]

/** Where a link stands: all that it takes to bring many into their order. */
interface Place {
  readonly link: number
  readonly source: NotePath
  readonly at: number
  /** Of the link, in UTF-16 units. */
  readonly length: number
  readonly ambiguous: boolean
}

/** Some of the links to a file, and how many there are. */
export interface Backlinks {
  readonly total: number
  readonly links: BacklinkAnswer[]
}

/**
 * Who links to a file: by the source's date, newest first, then its path, then position. Links from the note to itself are left out.
 * Where there is no file, those that wait for one of its names.
 */
export function backlinksOf(db: Database, path: NotePath): BacklinkAnswer[] {
  return firstBacklinks(db, path, Number.POSITIVE_INFINITY).links
}

/** The first so many of `backlinksOf`; the others are counted only. */
export function firstBacklinks(db: Database, path: NotePath, limit: number): Backlinks {
  const places = placesOf(db, path)
  return { total: places.length, links: answers(db, bestOf(places, limit, newestFirst)) }
}

function newestFirst(a: Place, b: Place): number {
  return b.at - a.at || compareText(a.source, b.source) || a.link - b.link
}

/** The notes that link to a file, each once. */
export function sourcesOf(db: Database, path: NotePath): Set<string> {
  return new Set(placesOf(db, path).map(({ source }) => source))
}

function placesOf(db: Database, path: NotePath): Place[] {
  const keys = db.all<[string]>('SELECT DISTINCT n.key FROM file f JOIN name n ON n.file = f.id WHERE f.path = ?', path)
  return keys.length === 0 ? placesWaitingFor(db, path) : keys.flatMap(([key]) => placesByKey(db, key, path))
}

/** A link may ask for several names of one path. */
function placesWaitingFor(db: Database, path: NotePath): Place[] {
  const rows = namesOf(path).flatMap(({ key }) => db.all<PlaceRow>(`${BY_KEY} AND ${WAITING}`, key, path))
  return [...new Map(rows.map((row) => [row[0], placeOf(row, false)])).values()]
}

function placesByKey(db: Database, key: string, path: NotePath): Place[] {
  const rows = db.all<PlaceRow>(BY_KEY, key, path)
  if (rows.length === 0) return []
  const candidates = answeringIn(db)(key)
  // Where no other file answers it does not matter where a link stands.
  if (candidates.every((each) => each.path === path)) return rows.map((row) => placeOf(row, false))
  return rows.flatMap((row) => {
    const choice = choose(candidates, row[1])
    return choice?.chosen.path === path ? [placeOf(row, choice.candidates.length > 1)] : []
  })
}

function placeOf([link, source, at, length]: PlaceRow, ambiguous: boolean): Place {
  return { link, source, at, length, ambiguous }
}

type LinkRow = readonly [
  title: string,
  kind: string | null,
  date: string | null,
  modified: number,
  form: LinkForm,
  start: number,
  line: number,
  column: number,
  relation: string | null,
  reason: string | null,
  sentence: string,
  sentenceStart: number,
  target: string,
  targetStart: number,
  /** Of a bare mention alone. */
  shortest: number | null,
]

const LINKS = `SELECT f.title, f.kind, f.date, f.modified, l.form, l.start, l.line, l.col, l.relation, l.reason, l.sentence,
    l.sentence_start, l.target, l.target_start,
    CASE WHEN l.form = 'bare' THEN (SELECT l.start + min(b.length) FROM link_key b WHERE b.link = l.id) END
  FROM json_each(?) j CROSS JOIN link l ON l.id = j.value CROSS JOIN file f ON f.id = l.file ORDER BY j.key`

/** All at once: to ask for each by itself takes twice as long. */
function answers(db: Database, places: readonly Place[]): BacklinkAnswer[] {
  const rows = db.all<LinkRow>(LINKS, JSON.stringify(places.map(({ link }) => link)))
  return places.map((place, at) => answer(place, rows[at] as LinkRow))
}

function answer({ source, length, ambiguous }: Place, row: LinkRow): BacklinkAnswer {
  const [title, kind, date, modified, form, offset, line, column, relation, reason, sentence, from] = row
  const [target, targetStart, least] = row.slice(12) as [string, number, number | null]
  const end = offset + length
  const shortest = least ?? end
  const inside = (at: number): number => Math.min(Math.max(at - from, 0), sentence.length)
  return {
    source,
    title,
    kind,
    date: dateOf(date, modified),
    position: { line, column, offset },
    form,
    relation,
    inverse: relation === null ? null : inverseRelation(relation),
    reason: writtenReason({ form, reason, target, targetStart }, { shortest, end }),
    context: sentence,
    contextFrom: inside(offset),
    contextTo: inside(end),
    modified: isoTime(modified),
    ambiguous,
  }
}
