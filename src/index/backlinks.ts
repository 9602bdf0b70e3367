import type { BacklinkAnswer } from '../core/answers.ts'
import { bestOf } from '../core/best.ts'
import type { LinkForm, NotePath } from '../core/note.ts'
import { inverseRelation } from '../core/relations.ts'
import { choose, compareText, namesOf } from '../core/resolve.ts'
import { answeringIn } from './answering.ts'
import { type Asker, decidedBy } from './askers.ts'
import type { Database } from './database.ts'
import { dateOf, isoTime } from './dates.ts'
import { linksAtRows, meaningOf, type StoredLink, writtenReason } from './link-rows.ts'
import { namesOfFile } from './own-names.ts'

/** Where a link stands: all that it takes to bring many into their order. */
interface Place extends Asker {
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
  const [file] = db.first<[number]>('SELECT id FROM file WHERE path = ?', path) ?? []
  if (file === undefined) return placesWaitingFor(db, path)
  const keys = new Set(namesOfFile(db, file).map(({ key }) => key))
  return [...keys].flatMap((key) => placesByKey(db, key, path))
}

/** A link may ask for several names of one path. */
function placesWaitingFor(db: Database, path: NotePath): Place[] {
  const keys = namesOf(path).map(({ key }) => key)
  const wanted = keys.filter((key) => answeringIn(db)(key).length === 0)
  const places = wanted.flatMap((key) => decidedBy(db, key)).filter(({ source }) => source !== path)
  const links = linksAtRows(
    db,
    places.map(({ link }) => link),
  )
  const isWaiting = ({ link }: Asker) => meaningOf(links.get(link) as StoredLink, answeringIn(db)).kind !== 'resolved'
  return [...new Map(places.filter(isWaiting).map((place) => [place.link, { ...place, ambiguous: false }])).values()]
}

function placesByKey(db: Database, key: string, path: NotePath): Place[] {
  const askers = decidedBy(db, key).filter(({ source }) => source !== path)
  if (askers.length === 0) return []
  const candidates = answeringIn(db)(key)
  // Where no other file answers it does not matter where a link stands.
  if (candidates.every((each) => each.path === path)) return askers.map((asker) => ({ ...asker, ambiguous: false }))
  return askers.flatMap((asker) => {
    const choice = choose(candidates, asker.source)
    return choice?.chosen.path === path ? [{ ...asker, ambiguous: choice.candidates.length > 1 }] : []
  })
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
  end: number,
]

const LINKS = `SELECT f.title, f.kind, f.date, f.modified, l.form, l.start, l.line, l.col, l.relation, l.reason, l.sentence,
    l.sentence_start, l.target, l.target_start, l.end
  FROM json_each(?) j CROSS JOIN link l ON l.id = j.value CROSS JOIN file f ON f.id = l.file ORDER BY j.key`

/** All at once: to ask for each by itself takes twice as long. */
function answers(db: Database, places: readonly Place[]): BacklinkAnswer[] {
  const rows = db.all<LinkRow>(LINKS, JSON.stringify(places.map(({ link }) => link)))
  return places.map((place, at) => answer(place, rows[at] as LinkRow))
}

function answer({ source, length, ambiguous }: Place, row: LinkRow): BacklinkAnswer {
  const [title, kind, date, modified, form, offset, line, column, relation, reason, sentence, from] = row
  const [target, targetStart, linkEnd] = row.slice(12) as [string, number, number]
  const end = length === undefined ? linkEnd : offset + length
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
    reason: writtenReason({ form, reason, target, targetStart }, end),
    context: sentence,
    contextFrom: inside(offset),
    contextTo: inside(end),
    modified: isoTime(modified),
    ambiguous,
  }
}
