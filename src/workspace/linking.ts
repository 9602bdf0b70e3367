import type { NotePath, Revision } from '../core/note.ts'
import { type KnownLink, locateAll } from '../core/refactor/known-links.ts'
import type { Holder } from '../core/refactor/world.ts'
import { askersFor } from '../index/askers.ts'
import type { Database } from '../index/database.ts'
import { keysOfLink } from '../index/link-keys.ts'
import { linksAtRows, type StoredLink } from '../index/link-rows.ts'

type Row = readonly [row: number, revision: Revision]

const REVISIONS =
  'SELECT l.id, f.revision FROM json_each(?) j CROSS JOIN link l ON l.id = j.value JOIN file f ON f.id = l.file'

/** Everything that links by one of these keys, with the links themselves: a text that the index has read need not be parsed again. */
export function linkingIn(db: Database, keys: readonly string[]): Holder[] {
  const rows = [...new Set(keys.flatMap((key) => askersFor(db, key).map(({ link }) => link)))].sort((a, b) => a - b)
  const links = linksAtRows(db, rows)
  const holders = new Map<NotePath, { readonly revision: Revision; readonly links: KnownLink[] }>()
  for (const [row, revision] of db.all<Row>(REVISIONS, JSON.stringify(rows))) {
    const link = links.get(row) as StoredLink
    const holder = holders.get(link.source) ?? { revision, links: [] }
    holders.set(link.source, holder)
    holder.links.push(knownLink(link))
  }
  return [...holders].map(([path, { revision, links }]) => ({
    path,
    linksIn: (source) => (source.revision === revision ? locateAll(source.text, links) : undefined),
  }))
}

function knownLink(link: StoredLink): KnownLink {
  const { form, start, end, targetStart, target, fragment, text } = link
  const range = { from: start, to: end }
  const keys = [...keysOfLink(link, link.source)]
  return { form, range, targetStart, target, fragment: fragment ?? undefined, text: text ?? undefined, keys }
}
