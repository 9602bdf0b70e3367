import type { SearchAnswer } from '../../core/answers.ts'
import type { NotePath } from '../../core/note.ts'
import { compareText } from '../../core/resolve.ts'
import { answeringIn } from '../answering.ts'
import { firstBacklinks } from '../backlinks.ts'
import type { Database } from '../database.ts'
import { linksIn, meaningOf, type StoredLink } from '../link-rows.ts'
import type { Mask } from './masks.ts'

/** How many of the best hits are asked who leads to them and where they lead. */
const LED_TO = 3
/** Of a hub's links the newest are looked at, of a list's the first. */
const MOST_LINKS = 100
/** A note that is linked with a hit counts as so much of it. */
const SHARE = 0.5

interface Best {
  readonly path: NotePath
  readonly title: string
  readonly score: number
}

/**
 * Notes that have not what was asked for, but link to the best hits or are linked from them: those that are linked with several first,
 * each with the sentence of the link to or from the best.
 */
export function leadsTo(db: Database, hits: readonly Best[], noLeads: Mask, limit: number): SearchAnswer[] {
  if (limit <= 0) return []
  const leads = new Map<string, SearchAnswer>()
  const isHit = new Set<string>(hits.map(({ path }) => path))
  for (const hit of hits.slice(0, LED_TO)) {
    const seen = new Set<string>()
    for (const lead of [...linkingTo(db, hit), ...linkedFrom(db, hit)]) {
      if (isHit.has(lead.path) || seen.has(lead.path)) continue
      seen.add(lead.path)
      const before = leads.get(lead.path)
      leads.set(lead.path, before === undefined ? lead : { ...before, score: before.score + lead.score })
    }
  }
  return [...leads.values()]
    .sort((a, b) => b.score - a.score || compareText(a.path, b.path))
    .filter(({ path }) => noLeads[docOf(db, path)] !== 1)
    .slice(0, limit)
    .map((lead) => ({ ...lead, score: Math.round(lead.score * 10_000) / 10_000 }))
}

function* linkingTo(db: Database, hit: Best): Iterable<SearchAnswer> {
  for (const link of firstBacklinks(db, hit.path, MOST_LINKS).links) {
    const { source: path, title, kind, context: snippet, contextFrom, contextTo, position } = link
    const marks = [[contextFrom, contextTo] as const]
    const score = hit.score * SHARE
    yield {
      path,
      title,
      kind,
      score,
      snippet,
      marks,
      via: 'link',
      from: hit.path,
      leads: 'to',
      missing: [],
      at: position.offset,
    }
  }
}

function* linkedFrom(db: Database, hit: Best): Iterable<SearchAnswer> {
  const answering = answeringIn(db)
  for (const link of linksIn(db, hit.path).slice(0, MOST_LINKS)) {
    const meaning = meaningOf(link, answering)
    if (meaning.kind !== 'resolved' || meaning.chosen.title === null || meaning.chosen.path === hit.path) continue
    const { path, title, kind } = meaning.chosen
    const score = hit.score * SHARE
    const sentence = { snippet: link.sentence, marks: [placeIn(link, meaning.by.to)] }
    yield { path, title, kind, score, ...sentence, via: 'link', from: hit.path, leads: 'from', missing: [], at: null }
  }
}

/** Where a link stands in its sentence. */
export function placeIn({ start, sentence, sentenceStart }: StoredLink, end: number): readonly [number, number] {
  const inside = (at: number): number => Math.min(Math.max(at - sentenceStart, 0), sentence.length)
  return [inside(start), inside(end)]
}

function docOf(db: Database, path: string): number {
  return db.first<[number | null]>('SELECT doc FROM file WHERE path = ?', path)?.[0] ?? -1
}
