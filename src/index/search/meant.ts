import type { LinkForm, NotePath } from '../../core/note.ts'
import { type Choice, choose, resolveKeys } from '../../core/resolve.ts'
import { shownWords } from '../../core/suggest/shown.ts'
import { type Answer, answersTo } from '../answering.ts'
import type { Database } from '../database.ts'
import { keysOfLink } from '../link-keys.ts'
import { linksAtRows } from '../link-rows.ts'

/** What a link says and the text of the note that it means. */
export interface Meant {
  /** Number of the text. */
  readonly doc: number
  readonly words: string
  /** Row of the link. */
  readonly link: number
}

/** A link by the number of its note's text and its place among that note's links, as one number. */
export function placeOf(doc: number, ordinal: number): number {
  return doc * ORDINALS + ordinal
}

export function docOf(place: number): number {
  return Math.floor(place / ORDINALS)
}

/** More links than this no note has. */
const ORDINALS = 1 << 22

type LinkRow = readonly [place: number, link: number, form: LinkForm, target: string, words: string | null, key: string]

const LINKS = `SELECT j.value, l.id, l.form, l.target, l.text, l.asked
  FROM json_each(?) j CROSS JOIN file f ON f.doc = j.value / ${ORDINALS}
  CROSS JOIN link l ON l.file = f.id AND l.ordinal = j.value % ${ORDINALS} AND l.asked <> ''`

/**
 * What each of some links says and means, by its place: asked in two questions, since a common word stands in a thousand links. Links
 * that say nothing, or mean no other note, are left out.
 */
export function meantBy(db: Database, places: readonly number[]): Map<number, Meant> {
  const rows = db.all<LinkRow>(LINKS, JSON.stringify(places))
  const answers = answersTo(
    db,
    rows.map((row) => row[5]),
  )
  const meant = new Map<number, Meant>()
  for (const [place, link, form, target, text, key] of rows) {
    const words = shownWords({ form, target, text })
    if (words === undefined) continue
    const doc = docMeant(db, docOf(place), link, answers.get(key) ?? [])
    if (doc === null || doc === docOf(place)) continue
    meant.set(place, { doc, words, link })
  }
  return meant
}

/**
 * The text that a link means. Where one note alone answers to its first key, it does not matter where the link stands.
 * @returns null when it means none, or an attachment
 */
function docMeant(db: Database, from: number, link: number, answers: readonly Answer[]): number | null {
  const [only] = answers
  if (only !== undefined && answers.every(({ path }) => path === only.path)) return only.doc
  const [source] = db.first<[NotePath]>('SELECT path FROM file WHERE doc = ?', from) ?? []
  if (source === undefined) return null
  const chosen = choose(answers, source) ?? chooseByOthers(db, link, source)
  return chosen?.chosen.doc ?? null
}

/** Few links mean something only by what more than their first key says. */
function chooseByOthers(db: Database, row: number, source: NotePath): Choice<Answer> | undefined {
  const link = linksAtRows(db, [row]).get(row)
  return link && resolveKeys(keysOfLink(link, source), source, (key) => answersTo(db, [key]).get(key) ?? [])
}
