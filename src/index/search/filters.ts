import { foldName, propertyKey } from '../../core/fold.ts'
import type { NotePath } from '../../core/note.ts'
import { notePath } from '../../core/path.ts'
import { daysOf, type Period, periodOf } from '../../core/query/dates.ts'
import type { Filter } from '../../core/query/tree.ts'
import { canonicalRelation } from '../../core/relations.ts'
import { choose, keysOfTarget } from '../../core/resolve.ts'
import { wantedWords } from '../../core/wanted-words.ts'
import { answeringIn } from '../answering.ts'
import { sourcesOf } from '../backlinks.ts'
import type { Database, Row } from '../database.ts'
import { linksOf } from '../links.ts'
import { islands } from '../overview.ts'
import { DUE } from '../rows.ts'
import { IN_TITLE } from '../words/fields.ts'
import { notesWith } from '../words/match.ts'
import type { Asking } from './asking.ts'
import { everyNote, intersect, type Mask, maskOf } from './masks.ts'
import { propertyTest } from './property-test.ts'

/** Whether what a filter says of a note is a matter of the note's own text, which gets another number with each change. */
export function isOfText({ kind, ...filter }: Filter): boolean {
  if (kind === 'date') return 'field' in filter && filter.field === 'due'
  return OF_TEXT.has(kind)
}

/** Not `folder`: whether it is found as it was typed or in another case hangs on all notes. */
const OF_TEXT = new Set<Filter['kind']>(['tag', 'kind', 'status', 'relation', 'property', 'has'])

/** Notes that a filter lets through. @param since only those of higher numbers; of a filter that is of the text */
export function notesThrough(asking: Asking, filter: Filter, since = 0): Mask {
  const { db, text } = asking
  const having = (condition: string, ...values: (string | number)[]): Mask =>
    maskOf(docsWhere(db, after(since) + condition, ...values), text.size)
  switch (filter.kind) {
    case 'tag': {
      const key = foldName(filter.value)
      return having('f.id IN (SELECT file FROM tag WHERE key = ? OR (key >= ? AND key < ?))', key, `${key}/`, `${key}0`)
    }
    case 'kind':
      return having('f.kind = ?', filter.value.trim().toLowerCase())
    case 'status':
      return having('f.id IN (SELECT file FROM property WHERE key = ? AND value = ?)', 'status', foldName(filter.value))
    case 'folder':
      return maskOf(docsBelow(db, filter.value), text.size)
    case 'title':
      return titled(asking, filter.value)
    case 'links':
      return notesAt(asking, sourcesOf(db, notePathOf(db, filter.value)))
    case 'linked-from':
      return notesAt(
        asking,
        new Set(linksOf(db, notePathOf(db, filter.value)).flatMap(({ resolved }) => resolved ?? [])),
      )
    case 'relation':
      return since === 0
        ? having('f.id IN (SELECT file FROM link WHERE relation = ?)', canonicalRelation(filter.value))
        : having(
            'EXISTS (SELECT 1 FROM link l WHERE l.file = f.id AND l.relation = ?)',
            canonicalRelation(filter.value),
          )
    case 'property':
      return withProperty(asking, propertyKey(filter.key), filter.value, since)
    case 'date':
      return dated(asking, filter, since)
    case 'is':
      return notesAt(asking, new Set(islands(db).map(({ path }) => path)))
    case 'has':
      return having(since > 0 && filter.value === 'link' ? HAS_LINK : HAS[filter.value])
  }
}

const HAS = {
  task: 'f.open + f.done > 0',
  'open-task': 'f.open > 0',
  tag: 'f.id IN (SELECT file FROM tag)',
  link: "f.id IN (SELECT file FROM link WHERE form <> 'bare')",
  date: 'f.at IS NOT NULL',
  due: `f.id IN (SELECT file FROM property WHERE key = '${DUE}')`,
} as const

/** Of one note at a time. */
const HAS_LINK = "EXISTS (SELECT 1 FROM link l WHERE l.file = f.id AND l.form <> 'bare')"

function after(since: number): string {
  return since === 0 ? '' : `f.doc > ${since} AND `
}

/** The `+` keeps SQLite from the index of all notes, which is slower than the table, and than any other index. */
function docsWhere(db: Database, condition: string, ...values: (string | number)[]): number[] {
  return db
    .all<Row>(`SELECT f.doc FROM file f WHERE +f.is_note = 1 AND ${condition}`, ...values)
    .map(([doc]) => doc as number)
}

/** In whatever case the folder is typed: as written first, which the index finds by itself. */
function docsBelow(db: Database, folder: string): number[] {
  const exact = docsWhere(db, 'f.path >= ? AND f.path < ?', `${folder}/`, `${folder}0`)
  if (exact.length > 0) return exact
  const prefix = `${foldName(folder)}/`
  return db
    .all<readonly [number, string]>('SELECT f.doc, f.path FROM file f WHERE +f.is_note = 1')
    .flatMap(([doc, path]) => (foldName(path).startsWith(prefix) ? [doc] : []))
}

/** Notes whose titles have all words, the last of which may go on. */
function titled({ text }: Asking, words: string): Mask {
  const mask = everyNote(text)
  for (const word of words.trim().split(/\s+/)) {
    if (wantedWords(word, true).length === 0) continue
    const { docs, weights } = notesWith(text, word, true)
    intersect(
      mask,
      maskOf(
        docs.filter((_, at) => ((weights[at] as number) & IN_TITLE) !== 0),
        text.size,
      ),
    )
  }
  return mask
}

function notesAt({ db, text }: Asking, paths: ReadonlySet<string>): Mask {
  return maskOf(
    db
      .all<readonly [number]>(
        'SELECT f.doc FROM json_each(?) j CROSS JOIN file f ON f.path = j.value WHERE +f.is_note = 1',
        JSON.stringify([...paths]),
      )
      .map(([doc]) => doc),
    text.size,
  )
}

/** The note of a name; where there is none, the path that it would have. */
function notePathOf(db: Database, name: string): NotePath {
  return noteCalled(db, name) ?? notePath(/\.md$/i.test(name) ? name : `${name}.md`)
}

/** The note that a name means, as a link would. */
export function noteCalled(db: Database, name: string): NotePath | undefined {
  const root = notePath('')
  const target = name.split('#')[0] as string
  for (const key of keysOfTarget('wikilink', root, target.trim() === '' ? name : target)) {
    const chosen = choose(answeringIn(db)(key), root)?.chosen
    if (chosen !== undefined) return chosen.path
  }
  return undefined
}

function withProperty({ db, text, checkTime }: Asking, key: string, asked: string, since: number): Mask {
  const isAsked = propertyTest(asked)
  if (since > 0) {
    const rows = db.all<readonly [number, string]>(
      'SELECT f.doc, p.value FROM file f CROSS JOIN property p ON p.file = f.id WHERE f.doc > ? AND +p.key = ?',
      since,
      key,
    )
    return maskOf(
      rows.flatMap(([doc, value]) => (isAsked(value) ? [doc] : [])),
      text.size,
    )
  }
  const values = db.all<readonly [string]>('SELECT DISTINCT value FROM property WHERE key = ?', key)
  checkTime()
  const right = values.flatMap(([value]) => (isAsked(value) ? [value] : []))
  // The values come first: were the rows of the key gone through for each of them, it would take minutes.
  const docs = db.all<readonly [number]>(
    'SELECT f.doc FROM json_each(?2) j CROSS JOIN property p ON p.key = ?1 AND p.value = j.value CROSS JOIN file f ON f.id = p.file',
    key,
    JSON.stringify(right),
  )
  return maskOf(
    docs.map(([doc]) => doc),
    text.size,
  )
}

function dated(
  { db, text, today }: Asking,
  { field, compare, value }: Extract<Filter, { kind: 'date' }>,
  since: number,
): Mask {
  const period = periodOf(value, field, today)
  if (period === undefined) return new Uint8Array(text.size)
  const days = daysOf(compare, period)
  if (field === 'due')
    return maskOf(
      docsWhere(
        db,
        `${after(since)}f.id IN (SELECT file FROM property WHERE key = ? AND value >= ? AND value < ?)`,
        DUE,
        days.from,
        days.to,
      ),
      text.size,
    )
  const changed = moments(days, '')
  if (field === 'modified')
    return maskOf(docsWhere(db, 'f.is_note = 1 AND f.modified >= ? AND f.modified < ?', ...changed), text.size)
  const said = moments(days, 'Z')
  return maskOf(
    docsWhere(
      db,
      '((f.at >= ? AND f.at < ?) OR (f.at IS NULL AND f.modified >= ? AND f.modified < ?))',
      ...said,
      ...changed,
    ),
    text.size,
  )
}

/** When days begin and end: a note's own date is one everywhere, the time of a change is that of this machine. */
function moments({ from, to }: Period, zone: 'Z' | ''): [number, number] {
  return [Date.parse(`${from}T00:00:00${zone}`), Date.parse(`${to}T00:00:00${zone}`)]
}
