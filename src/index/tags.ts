import type { TagAnswer, TagNode } from '../core/answers.ts'
import type { Database } from './database.ts'
import { byPath } from './folders.ts'
import { alphabetical } from './summaries.ts'

interface Tag extends TagAnswer {
  readonly key: string
}

/** Every tag with the number of notes that have it, the most used first; as spelled in the first note by path. */
export function allTags(db: Database): TagAnswer[] {
  return storedTags(db)
    .map(({ tag, notes }) => ({ tag, notes }))
    .sort((a, b) => b.notes - a.notes || alphabetical(a.tag, b.tag))
}

/** Every tag and every tag above one, each before those below it, alphabetically. */
export function tagTree(db: Database): TagNode[] {
  const known = new Map(storedTags(db).map((tag) => [tag.key, tag]))
  const above = new Map<string, string>()
  for (const { key, tag } of known.values())
    for (const [at, parent] of parentsOf(key).entries()) above.set(parent, parentsOf(tag)[at] ?? parent)
  return [...new Set([...known.keys(), ...above.keys()])].sort(byPath).map((key) => {
    const { tag = above.get(key) ?? key, notes = 0 } = known.get(key) ?? {}
    return { tag, notes, all: above.has(key) ? notesAtOrBelow(db, key) : notes }
  })
}

function storedTags(db: Database): Tag[] {
  return db
    .all<[string, number, string, string]>('SELECT key, count(*), min(written), max(written) FROM tag GROUP BY key')
    .map(([key, notes, first, last]) => ({
      key,
      notes,
      tag: first === last ? first : (firstSpelling(db, key) ?? first),
    }))
}

function firstSpelling(db: Database, key: string): string | undefined {
  return db.first<[string]>(
    'SELECT t.written FROM tag t JOIN file f ON f.id = t.file WHERE t.key = ? ORDER BY f.path LIMIT 1',
    key,
  )?.[0]
}

/** `a/b/c`: `a` and `a/b`. */
function parentsOf(tag: string): string[] {
  const parts = tag.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}

function notesAtOrBelow(db: Database, key: string): number {
  const [notes = 0] =
    db.first<[number]>(
      'SELECT count(DISTINCT file) FROM tag WHERE key = ? OR (key >= ? AND key < ?)',
      key,
      `${key}/`,
      `${key}0`,
    ) ?? []
  return notes
}
