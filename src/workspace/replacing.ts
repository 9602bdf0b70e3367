import type { RefactorRequest } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { readQuery } from '../core/query/read.ts'
import { planReplace } from '../core/refactor/replace.ts'
import type { World } from '../core/refactor/world.ts'
import type { Source } from '../core/vault.ts'
import { wantedWords } from '../core/wanted-words.ts'
import type { Database } from '../index/database.ts'
import { askingOf } from '../index/search/asking.ts'
import { find } from '../index/search.ts'
import { FullText } from '../index/words/full-text.ts'
import type { Prepared } from './refactoring.ts'

/** More notes than this are too many to look through one by one. */
const MOST = 200_000

/** @throws {UserError} when nothing is to be replaced, or the words stand nowhere */
export async function prepareReplace(
  db: Database,
  world: World,
  today: string,
  { from, to, within }: RefactorRequest & { kind: 'replace' },
): Promise<Prepared> {
  if (from.trim() === '') throw new UserError('invalid', 'There is nothing to replace; give the words that shall go.')
  if (from === to) throw new UserError('invalid', 'Both are the same; give other words for what shall come.')
  const sources: Source[] = []
  for await (const source of world.readMany(notesToRead(db, today, from, within)))
    if (source.text.includes(from)) sources.push(source)
  const plan = planReplace(sources, from, to)
  if (plan.changes.length === 0)
    throw new UserError(
      'not-found',
      `No text has “${from}” as it is written there; search for it to see how notes write it.`,
    )
  const label = to === '' ? `Remove “${from}”` : `Replace “${from}” with “${to}”`
  return { kind: 'replace', label, plan, path: plan.changes[0]?.path ?? '' }
}

/** Notes that may have the words: of those that a search finds, or of all. */
function notesToRead(db: Database, today: string, from: string, within: string | undefined): NotePath[] {
  const docs = docsWith(db, from)
  const matches =
    within === undefined || within.trim() === ''
      ? undefined
      : find(askingOf(db, today), readQuery(`${within} `), 1).matches
  return db
    .all<readonly [string, number]>('SELECT path, doc FROM file WHERE is_note = 1 ORDER BY path LIMIT ?', MOST)
    .filter(([, doc]) => (docs === undefined || docs.has(doc)) && (matches === undefined || matches[doc] === 1))
    .map(([path]) => notePath(path))
}

/** Notes with every whole word; undefined where there is none to ask for. */
function docsWith(db: Database, said: string): Set<number> | undefined {
  const text = FullText.of(db)
  let found: Set<number> | undefined
  for (const { term, isBegun } of wantedWords(said, false)) {
    const docs = new Set(text.unite(text.stored(term, isBegun)).docs)
    found = found === undefined ? docs : new Set([...found].filter((doc) => docs.has(doc)))
  }
  return found
}
