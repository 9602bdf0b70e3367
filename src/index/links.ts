import type { LinkAnswer, ResolveAnswer } from '../core/answers.ts'
import type { NotePath } from '../core/note.ts'
import { resolveKeys } from '../core/resolve.ts'
import { type Answering, answeringIn } from './answering.ts'
import type { Database } from './database.ts'
import { linkAnswer, linksIn, meaningOf } from './link-rows.ts'
import { resolveAll } from './resolve-all.ts'

/** Every link of the vault, by source path and position. */
export function* linksOfAll(db: Database): Iterable<LinkAnswer> {
  const own = titles(db)
  for (const { link, meaning } of resolveAll(db)) {
    const answer = linkAnswer(link, meaning, own.get(link.file) ?? { title: null, kind: null })
    if (answer !== undefined) yield answer
  }
}

/** The links of one note, by position. */
export function linksOf(db: Database, path: NotePath): LinkAnswer[] {
  const answering = answeringIn(db)
  const [title = null, kind = null] =
    db.first<[string, string | null]>('SELECT title, kind FROM file WHERE path = ?', path) ?? []
  return linksIn(db, path).flatMap((link) => linkAnswer(link, meaningOf(link, answering), { title, kind }) ?? [])
}

export interface WrittenLink {
  readonly keys: readonly { readonly key: string; readonly to: number }[]
}

/** What links of an unsaved text mean now. */
export function resolveWritten(db: Database, from: NotePath, links: readonly WrittenLink[]): ResolveAnswer[] {
  const answering = answeringIn(db)
  return links.map(({ keys }) => {
    const choice = resolveKeys(keys, from, answering)
    const to = choice?.by.to ?? keys[0]?.to ?? 0
    if (choice === undefined) return { path: null, title: null, kind: null, ambiguous: false, to }
    const { path, title, kind } = choice.chosen
    return { path, title, kind, ambiguous: choice.candidates.length > 1, to }
  })
}

function titles(db: Database): ReadonlyMap<number, Pick<Answering, 'title' | 'kind'>> {
  const rows = db.all<[number, string, string | null]>('SELECT id, title, kind FROM file WHERE is_note')
  return new Map(rows.map(([file, title, kind]) => [file, { title, kind }]))
}
