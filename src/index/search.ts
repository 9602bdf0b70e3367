import type { SearchAnswer } from '../core/answers.ts'
import type { NotePath } from '../core/note.ts'
import { compareText } from '../core/resolve.ts'
import { firstBacklinks } from './backlinks.ts'
import type { Database } from './database.ts'
import type { Query } from './query.ts'
import { FullText } from './words/full-text.ts'
import { notesWith } from './words/match.ts'
import { leastOf, score } from './words/rank.ts'

/** A note that was found; its snippet is cut from its text by whoever can read it. */
export interface Hit {
  readonly path: NotePath
  readonly title: string
  readonly kind: string | null
  readonly score: number
  readonly via: 'text' | 'title' | 'tag'
}

/** Notes that have all words and tags of a query, best first: by how much they are about them, then by path. */
export function searchNotes(db: Database, query: Query, limit: number): Hit[] {
  return query.words.length === 0 ? taggedOnly(db, query, limit) : matching(db, query, limit)
}

type HitRow = readonly [doc: number, path: NotePath, title: string, kind: string | null]

const HIT = 'f.doc, f.path, f.title, f.kind'

function matching(db: Database, query: Query, limit: number): Hit[] {
  const text = FullText.of(db)
  const last = query.words.length - 1
  const wanted = query.words.map((word, at) => notesWith(text, word, query.lastIsBegun && at === last))
  const found = score(text, wanted, rightDocs(db, query, text))
  const least = leastOf(found.scores, limit)
  const best = [...found.docs.keys()].filter((at) => (found.scores[at] as number) >= least)
  const hits = best.map((at): Hit => {
    const [, path, title, kind] = db.first<HitRow>(
      `SELECT ${HIT} FROM file f WHERE f.doc = ?`,
      found.docs[at] as number,
    ) as HitRow
    return {
      path,
      title,
      kind,
      score: rounded(found.scores[at] as number),
      via: found.named[at] === 1 ? 'title' : 'text',
    }
  })
  return hits.sort((a, b) => b.score - a.score || compareText(a.path, b.path)).slice(0, limit)
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000
}

/** Which notes have the tags and not the unwanted words of a query. */
function rightDocs(db: Database, query: Query, text: FullText): (doc: number) => boolean {
  const unwanted = new Set(query.unwanted.flatMap((word) => [...notesWith(text, word, false).docs]))
  const tagged = query.tags.length === 0 ? undefined : new Set(taggedRows(db, query, -1).map(([doc]) => doc))
  return (doc) => !unwanted.has(doc) && (tagged === undefined || tagged.has(doc))
}

function taggedOnly(db: Database, query: Query, limit: number): Hit[] {
  if (query.tags.length === 0) return []
  return taggedRows(db, query, limit).map(([, path, title, kind]) => ({ path, title, kind, score: 0, via: 'tag' }))
}

function taggedRows(db: Database, { tags }: Query, limit: number): HitRow[] {
  const one = 'f.id IN (SELECT file FROM tag WHERE key = ? OR (key >= ? AND key < ?))'
  return db.all<HitRow>(
    `SELECT ${HIT} FROM file f WHERE ${['f.is_note = 1', ...tags.map(() => one)].join(' AND ')}
     ORDER BY f.modified DESC, f.path LIMIT ?`,
    ...tags.flatMap((key) => [key, `${key}/`, `${key}0`]),
    limit,
  )
}

/** How many of the best hits are asked who leads to them. */
const LED_TO = 3
/** Of a hub's links the newest are looked at. */
const MOST_LEADS = 200

/** Notes that link to the best hits and are none themselves: with the sentence of the link, in the order of the hits. */
export function leadsTo(db: Database, hits: readonly Hit[], limit: number): SearchAnswer[] {
  const seen = new Set<string>(hits.map(({ path }) => path))
  const leads: SearchAnswer[] = []
  for (const hit of hits.slice(0, LED_TO)) {
    for (const link of firstBacklinks(db, hit.path, MOST_LEADS).links) {
      if (leads.length >= limit) return leads
      if (seen.has(link.source)) continue
      seen.add(link.source)
      const { source: path, title, kind, context: snippet, contextFrom, contextTo } = link
      leads.push({
        path,
        title,
        kind,
        score: Math.round(hit.score * 5000) / 10_000,
        snippet,
        marks: [[contextFrom, contextTo]],
        via: 'link',
        from: hit.path,
      })
    }
  }
  return leads
}
