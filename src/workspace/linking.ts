import type { LinkForm, NameKey, NotePath, Revision } from '../core/note.ts'
import { type KnownLink, locateAll } from '../core/refactor/known-links.ts'
import type { Holder } from '../core/refactor/world.ts'
import type { Database } from '../index/database.ts'

type Row = readonly [
  path: NotePath,
  revision: Revision,
  id: number,
  form: LinkForm,
  start: number,
  end: number,
  targetStart: number,
  target: string,
  fragment: string | null,
  text: string | null,
  key: NameKey,
  keyEnd: number,
]

const SQL = `SELECT f.path, f.revision, l.id, l.form, l.start, l.end, l.target_start, l.target, l.fragment, l.text, k.key, l.start + k.length
  FROM link l JOIN file f ON f.id = l.file JOIN link_key k ON k.link = l.id
  WHERE l.id IN (SELECT link FROM link_key WHERE key IN (SELECT value FROM json_each(?)))
  ORDER BY l.id, k.rank`

/** Everything that links by one of these keys, with the links themselves: a text that the index has read need not be parsed again. */
export function linkingIn(db: Database, keys: readonly string[]): Holder[] {
  const holders = new Map<NotePath, { readonly revision: Revision; readonly links: Growing[] }>()
  let last: { readonly id: number; readonly link: Growing } | undefined
  for (const row of db.each<Row>(SQL, JSON.stringify(keys))) {
    const [path, revision, id, , , , , , , , key, to] = row
    if (last?.id !== id) {
      last = { id, link: linkOf(row) }
      const holder = holders.get(path) ?? { revision, links: [] }
      holders.set(path, holder)
      holder.links.push(last.link)
    }
    last.link.keys.push({ key, to })
  }
  return [...holders].map(([path, { revision, links }]) => ({
    path,
    linksIn: (source) => (source.revision === revision ? locateAll(source.text, links) : undefined),
  }))
}

/** A link whose keys are still coming. */
type Growing = Omit<KnownLink, 'keys'> & { readonly keys: { readonly key: NameKey; readonly to: number }[] }

function linkOf([, , , form, start, end, targetStart, target, fragment, text]: Row): Growing {
  const range = { from: start, to: end }
  return { form, range, targetStart, target, fragment: fragment ?? undefined, text: text ?? undefined, keys: [] }
}
