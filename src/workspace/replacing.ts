import type { RefactorRequest } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { planReplace } from '../core/refactor/replace.ts'
import type { World } from '../core/refactor/world.ts'
import type { Source } from '../core/vault.ts'
import { wantedWords } from '../core/wanted-words.ts'
import type { Database } from '../index/database.ts'
import { FullText } from '../index/words/full-text.ts'
import { notesFound } from './notes-found.ts'
import type { Prepared } from './refactoring.ts'

/** @throws {UserError} when nothing is to be replaced, or the words stand nowhere */
export async function prepareReplace(
  db: Database,
  world: World,
  today: string,
  { from, to, within, matchCase = false }: RefactorRequest & { kind: 'replace' },
): Promise<Prepared> {
  if (from.trim() === '') throw new UserError('invalid', 'There is nothing to replace; give the words that shall go.')
  if (from === to) throw new UserError('invalid', 'Both are the same; give other words for what shall come.')
  const sources: Source[] = []
  for await (const source of world.readMany(notesFound(db, today, within ?? '', docsWith(db, from))))
    sources.push(source)
  const plan = planReplace(sources, { from, to, matchCase })
  if (plan.changes.length === 0)
    throw new UserError(
      'not-found',
      `No text has “${from}”${matchCase ? ' as it is written there' : ''}; names, tags and properties do not count. Search for it to see where it stands.`,
    )
  const label = to === '' ? `Remove “${from}”` : `Replace “${from}” with “${to}”`
  return { kind: 'replace', label, plan, path: plan.changes[0]?.path ?? '' }
}

/** Notes with every whole word; undefined where there is none to ask for. */
function docsWith(db: Database, said: string): Set<number> | undefined {
  const text = FullText.of(db)
  let found: Set<number> | undefined
  for (const word of wantedWords(said, false)) {
    const docs = new Set(text.unite(text.stored(word)).docs)
    found = found === undefined ? docs : new Set([...found].filter((doc) => docs.has(doc)))
  }
  return found
}
