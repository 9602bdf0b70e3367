import type { LinkAnswer } from '../core/answers.ts'
import type { LinkForm, NotePath } from '../core/note.ts'
import { nameCandidates } from '../core/parse/bare.ts'
import { reasonWithoutName } from '../core/reason.ts'
import { type Candidate, type Choice, resolveKeys } from '../core/resolve.ts'
import type { Answering } from './answering.ts'
import type { Database } from './database.ts'
import { type Asking, keysOfLink } from './link-keys.ts'

/** A link as stored. */
export interface StoredLink extends Asking {
  readonly row: number
  readonly file: number
  readonly source: NotePath
  readonly start: number
  readonly text: string | null
  readonly relation: string | null
  readonly reason: string | null
  readonly line: number
  readonly column: number
  readonly sentence: string
  readonly sentenceStart: number
}

/** What a link means: its own note, one of the files that answer, or nothing. */
export type Meaning<C extends Candidate = Answering> =
  | { readonly kind: 'own' }
  | ({ readonly kind: 'resolved'; readonly by: { readonly key: string; readonly to: number } } & Choice<C>)
  | { readonly kind: 'unresolved' }
  /** A bare mention that nothing answers to. */
  | { readonly kind: 'no link' }

const COLUMNS = `f.id, f.path, l.form, l.start, l.end, l.target_start, l.target, l.fragment, l.text, l.relation, l.reason,
  l.line, l.col, l.sentence, l.sentence_start, l.asked, l.id`

type StoredRow = readonly [
  file: number,
  source: NotePath,
  form: LinkForm,
  start: number,
  end: number,
  targetStart: number,
  target: string,
  fragment: string | null,
  text: string | null,
  relation: string | null,
  reason: string | null,
  line: number,
  column: number,
  sentence: string,
  sentenceStart: number,
  asked: string,
  row: number,
]

/** Every link, by source path and position. */
export function* allLinks(db: Database): Iterable<StoredLink> {
  const rows = db.each<StoredRow>(
    `SELECT ${COLUMNS} FROM file f JOIN link l ON l.file = f.id ORDER BY f.path, l.ordinal`,
  )
  for (const row of rows) yield storedLink(row)
}

/** The links of one note, by position. */
export function linksIn(db: Database, path: NotePath): StoredLink[] {
  return db
    .all<StoredRow>(
      `SELECT ${COLUMNS} FROM file f JOIN link l ON l.file = f.id WHERE f.path = ? ORDER BY l.ordinal`,
      path,
    )
    .map(storedLink)
}

/** Links by their rows in the index; every row must be there. */
export function linksAtRows(db: Database, rows: Iterable<number>): Map<number, StoredLink> {
  const links = db.all<StoredRow>(
    `SELECT ${COLUMNS} FROM json_each(?) j CROSS JOIN link l ON l.id = j.value JOIN file f ON f.id = l.file`,
    JSON.stringify([...new Set(rows)]),
  )
  return new Map(links.map(storedLink).map((link) => [link.row, link]))
}

function storedLink(row: StoredRow): StoredLink {
  const [file, source, form, start, end, targetStart, target, fragment, text, relation, reason, line, column] = row
  const [sentence, sentenceStart, asked, id] = row.slice(13) as [string, number, string, number]
  return {
    row: id,
    file,
    source,
    form,
    start,
    end,
    targetStart,
    target,
    fragment,
    text,
    relation,
    reason,
    line,
    column,
    sentence,
    sentenceStart,
    asked,
  }
}

export function meaningOf<C extends Candidate>(link: StoredLink, answering: (key: string) => readonly C[]): Meaning<C> {
  const choice = resolveKeys(keysOfLink(link, link.source), link.source, answering)
  if (choice !== undefined) return { kind: 'resolved', ...choice }
  if (link.form === 'bare') return { kind: 'no link' }
  return link.asked === '' && link.target === '' ? { kind: 'own' } : { kind: 'unresolved' }
}

/** For a bare mention, what of it is the name. */
export function writtenTarget(link: Pick<StoredLink, 'form' | 'target' | 'targetStart'>, end: number): string {
  return link.form === 'bare' ? link.target.slice(0, end - link.targetStart) : link.target
}

/** For a bare mention, what the writer said besides the name. @param end of the name */
export function writtenReason(
  { form, reason, target, targetStart }: Pick<StoredLink, 'form' | 'reason' | 'target' | 'targetStart'>,
  end: number,
): string | null {
  if (form !== 'bare' || reason === null) return reason
  const shortest = nameCandidates(target, targetStart).at(-1)?.to ?? end
  return reasonWithoutName(reason, target.slice(shortest - targetStart, end - targetStart)) ?? null
}

/** @returns undefined for what is no link */
export function linkAnswer(
  link: StoredLink,
  meaning: Meaning,
  own: Pick<Answering, 'title' | 'kind'>,
): LinkAnswer | undefined {
  if (meaning.kind === 'no link') return undefined
  const end = meaning.kind === 'resolved' ? meaning.by.to : link.end
  const meant = meaning.kind === 'resolved' ? meaning.chosen : meaning.kind === 'own' ? own : undefined
  return {
    source: link.source,
    position: { line: link.line, column: link.column, offset: link.start },
    end,
    form: link.form,
    target: writtenTarget(link, end),
    fragment: link.fragment,
    text: link.text,
    relation: link.relation,
    reason: writtenReason(link, end),
    context: link.sentence,
    resolved: meaning.kind === 'resolved' ? meaning.chosen.path : meaning.kind === 'own' ? link.source : null,
    title: meant?.title ?? null,
    kind: meant?.kind ?? null,
    ambiguous: meaning.kind === 'resolved' && meaning.candidates.length > 1,
  }
}
