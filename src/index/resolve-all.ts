import { type Answering, loadAnswering } from './answering.ts'
import type { Database } from './database.ts'
import { allLinks, type Meaning, meaningOf, type StoredLink } from './link-rows.ts'

export interface ResolvedLink {
  readonly link: StoredLink
  readonly meaning: Meaning
}

/** What every link of the vault means, by source path and position; for questions about the vault as a whole. */
export function* resolveAll(
  db: Database,
  answering: (key: string) => readonly Answering[] = loadAnswering(db),
): Iterable<ResolvedLink> {
  for (const link of allLinks(db)) {
    const meaning = meaningOf(link, answering)
    if (meaning.kind !== 'no link') yield { link, meaning }
  }
}
