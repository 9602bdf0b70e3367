import { type Answer, answersTo } from './answering.ts'
import type { Database } from './database.ts'
import { keysOfLink } from './link-keys.ts'
import { linksAtRows, type Meaning, meaningOf } from './link-rows.ts'

export interface MeaningCounts {
  /** Bare mentions that nothing answers to are none. */
  links: number
  /** Some file answers, or the note itself is meant. */
  resolved: number
  ambiguous: number
}

/** How many files of the deciding group answer to the first key of a link; null where none does. */
const ANSWERS = '(SELECT count(*) FROM name WHERE key = asked GROUP BY grp ORDER BY grp LIMIT 1)'
/** By the conditions of the two indexes in which links lie by their first keys. */
const KINDS = ["form <> 'bare'", "form = 'bare'"]
/** Links that are looked at together. */
const TOGETHER = 1000

/** Counts what links mean without a look at each: most mean something by their first key, as do all others with that key. */
export function countMeanings(db: Database): MeaningCounts {
  const counts: MeaningCounts = { links: 0, resolved: 0, ambiguous: 0 }
  for (const kind of KINDS) {
    const asking = `asking AS MATERIALIZED (SELECT asked, count(*) AS links FROM link WHERE ${kind} GROUP BY asked)`
    const answered = `SELECT sum(links), answers > 1 FROM (SELECT links, ${ANSWERS} AS answers FROM asking) WHERE answers > 0 GROUP BY 2`
    for (const [links, isAmbiguous] of db.all<readonly [number, number]>(`WITH ${asking} ${answered}`)) {
      counts.links += links
      counts.resolved += links
      if (isAmbiguous === 1) counts.ambiguous += links
    }
    const left = `SELECT l.id FROM asking a CROSS JOIN link l ON l.asked = a.asked AND l.${kind}
      WHERE NOT EXISTS (SELECT 1 FROM name WHERE key = a.asked)`
    const rows = db.all<readonly [number]>(`WITH ${asking} ${left}`).map(([row]) => row)
    for (let at = 0; at < rows.length; at += TOGETHER) countEach(db, rows.slice(at, at + TOGETHER), counts)
  }
  return counts
}

/** Those that nothing answers to by their first key. */
function countEach(db: Database, rows: readonly number[], counts: MeaningCounts): void {
  const links = [...linksAtRows(db, rows).values()]
  const keys = links.flatMap((link) => [...keysOfLink(link, link.source)].map(({ key }) => key))
  const answers = answersTo(db, keys)
  for (const link of links)
    count(
      meaningOf(link, (key) => answers.get(key) ?? []),
      counts,
    )
}

function count(meaning: Meaning<Answer>, counts: MeaningCounts): void {
  if (meaning.kind === 'no link') return
  counts.links++
  if (meaning.kind !== 'unresolved') counts.resolved++
  if (meaning.kind === 'resolved' && meaning.candidates.length > 1) counts.ambiguous++
}
