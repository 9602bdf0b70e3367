import type { ProblemAnswer } from '../core/answers.ts'
import type { NotePath } from '../core/note.ts'
import { NameGroup } from '../core/resolve.ts'
import type { Database } from './database.ts'
import { writtenName } from './own-names.ts'

/**
 * Stems, titles and aliases that several notes share: one problem for each such set of notes, at the first of them by path.
 * Where the same notes share several names, the first in alphabetical order of their keys stands for all.
 */
export function* duplicateNames(db: Database): Iterable<ProblemAnswer> {
  const told = new Set<string>()
  for (const { written, paths } of sharedNames(db)) {
    const notes = paths.join('\n')
    if (told.has(notes)) continue
    told.add(notes)
    const [path = '', ...others] = paths
    const rest = others.length === 1 ? 'another note' : `${others.length} other notes`
    const message = `${written} is also a name of ${rest}; give them different names to tell them apart.`
    yield { path, position: { line: 1, column: 1, offset: 0 }, problem: 'duplicate', message, related: others }
  }
}

interface SharedName {
  readonly written: string
  readonly paths: readonly string[]
}

/** Paths are names too, but the longer ones (`clients/acme`) are there to tell stems apart. */
function* sharedNames(db: Database): Iterable<SharedName> {
  type NameRow = readonly [key: string, path: NotePath, title: string, group: NameGroup, apart: string | null]
  const rows = db.all<NameRow>(
    `SELECT n.key, f.path, f.title, n.grp, n.written FROM name n JOIN file f ON f.id = n.file
     WHERE f.is_note = 1 AND (n.grp <> ${NameGroup.path} OR instr(n.key, '/') = 0) AND n.key IN (
       SELECT key FROM name WHERE grp <> ${NameGroup.path} OR instr(key, '/') = 0 GROUP BY key HAVING count(DISTINCT file) > 1)
     ORDER BY n.key, f.path, n.grp`,
  )
  for (const group of Map.groupBy(rows, ([key]) => key).values()) {
    const paths = [...new Set(group.map(([, path]) => path))]
    const [, ...first] = group[0] as NameRow
    if (paths.length > 1) yield { written: writtenName(...first), paths }
  }
}
