import type { LinkAnswer } from '../core/answers.ts'
import type { LinkForm, NotePath } from '../core/note.ts'
import { reasonWithoutName } from '../core/reason.ts'
import { type Choice, resolveKeys } from '../core/resolve.ts'
import type { Answering } from './answering.ts'
import type { Database, Row } from './database.ts'

/** A link as stored, with its keys. */
export interface StoredLink {
  readonly file: number
  readonly source: NotePath
  readonly form: LinkForm
  readonly start: number
  readonly end: number
  readonly targetStart: number
  readonly target: string
  readonly fragment: string | null
  readonly text: string | null
  readonly relation: string | null
  readonly reason: string | null
  readonly line: number
  readonly column: number
  readonly sentence: string
  readonly sentenceStart: number
  readonly keys: readonly { readonly key: string; readonly to: number }[]
}

/** What a link means: its own note, one of the files that answer, or nothing. */
export type Meaning =
  | { readonly kind: 'own' }
  | ({ readonly kind: 'resolved'; readonly by: { readonly key: string; readonly to: number } } & Choice<Answering>)
  | { readonly kind: 'unresolved' }
  /** A bare mention that nothing answers to. */
  | { readonly kind: 'no link' }

const COLUMNS = `f.id, f.path, l.form, l.start, l.end, l.target_start, l.target, l.fragment, l.text, l.relation, l.reason,
  l.line, l.col, l.sentence, l.sentence_start, l.id`

/** Every link, by source path and position. */
export function allLinks(db: Database): Iterable<StoredLink> {
  return gather(
    db.each(
      `SELECT ${COLUMNS}, k.key, l.start + k.length FROM file f JOIN link l ON l.file = f.id LEFT JOIN link_key k ON k.link = l.id
       ORDER BY f.path, l.ordinal, k.rank`,
    ),
  )
}

/** The links of one note, by position. */
export function linksIn(db: Database, path: NotePath): Iterable<StoredLink> {
  return gather(
    db.all(
      `SELECT ${COLUMNS}, k.key, l.start + k.length FROM file f JOIN link l ON l.file = f.id LEFT JOIN link_key k ON k.link = l.id
       WHERE f.path = ? ORDER BY l.ordinal, k.rank`,
      path,
    ),
  )
}

/** Links by their rows in the index; every row must be there. */
export function linksAtRows(db: Database, rows: Iterable<number>): Map<number, StoredLink> {
  const sorted = [...new Set(rows)].sort((a, b) => a - b)
  const links = gather(
    db.all(
      `SELECT ${COLUMNS}, k.key, l.start + k.length FROM json_each(?) j CROSS JOIN link l ON l.id = j.value JOIN file f ON f.id = l.file
       LEFT JOIN link_key k ON k.link = l.id ORDER BY l.id, k.rank`,
      JSON.stringify(sorted),
    ),
  )
  return new Map([...links].map((link, at) => [sorted[at] as number, link]))
}

const KEY_AT = 16

/** One link from the neighbouring rows of its keys. */
function* gather(rows: Iterable<Row>): Iterable<StoredLink> {
  let link: Row | undefined
  let keys: { key: string; to: number }[] = []
  for (const row of rows) {
    if (link !== undefined && link[KEY_AT - 1] !== row[KEY_AT - 1]) {
      yield storedLink(link, keys)
      keys = []
    }
    link = row
    if (row[KEY_AT] !== null) keys.push({ key: row[KEY_AT] as string, to: row[KEY_AT + 1] as number })
  }
  if (link !== undefined) yield storedLink(link, keys)
}

function storedLink(row: Row, keys: StoredLink['keys']): StoredLink {
  return {
    file: row[0] as number,
    source: row[1] as NotePath,
    form: row[2] as LinkForm,
    start: row[3] as number,
    end: row[4] as number,
    targetStart: row[5] as number,
    target: row[6] as string,
    fragment: row[7] as string | null,
    text: row[8] as string | null,
    relation: row[9] as string | null,
    reason: row[10] as string | null,
    line: row[11] as number,
    column: row[12] as number,
    sentence: row[13] as string,
    sentenceStart: row[14] as number,
    keys,
  }
}

export function meaningOf(link: StoredLink, answering: (key: string) => readonly Answering[]): Meaning {
  const choice = resolveKeys(link.keys, link.source, answering)
  if (choice !== undefined) return { kind: 'resolved', ...choice }
  if (link.form === 'bare') return { kind: 'no link' }
  return link.keys.length === 0 && link.target === '' ? { kind: 'own' } : { kind: 'unresolved' }
}

/** For a bare mention, what of it is the name. */
export function writtenTarget(link: Pick<StoredLink, 'form' | 'target' | 'targetStart'>, end: number): string {
  return link.form === 'bare' ? link.target.slice(0, end - link.targetStart) : link.target
}

/** For a bare mention, what the writer said besides the name. */
export function writtenReason(
  { form, reason, target, targetStart }: Pick<StoredLink, 'form' | 'reason' | 'target' | 'targetStart'>,
  { shortest, end }: { readonly shortest: number; readonly end: number },
): string | null {
  if (form !== 'bare' || reason === null) return reason
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
    reason: writtenReason(link, { shortest: link.keys.at(-1)?.to ?? end, end }),
    context: link.sentence,
    resolved: meaning.kind === 'resolved' ? meaning.chosen.path : meaning.kind === 'own' ? link.source : null,
    title: meant?.title ?? null,
    kind: meant?.kind ?? null,
    ambiguous: meaning.kind === 'resolved' && meaning.candidates.length > 1,
  }
}
