/** What files answer to, by file. The table of names is by key, and has in full only what neither path nor title says. */
import type { NotePath } from '../core/note.ts'
import { stemOf } from '../core/path.ts'
import { type Name, NameGroup, namesOf } from '../core/resolve.ts'
import type { Database } from './database.ts'

/** Beside a file's row `f`, one row for each alias of it, the alias as `a.written`; one without an alias where it has none. */
export const ALIASES = `LEFT JOIN name a ON a.file = f.id AND a.grp = ${NameGroup.alias}`

/** Everything that a file answers to. */
export function namesOfFile(db: Database, file: number): Name[] {
  type NameRow = readonly [path: NotePath, title: string, alias: string | null]
  const rows = db.all<NameRow>(`SELECT f.path, f.title, a.written FROM file f ${ALIASES} WHERE f.id = ?`, file)
  const [first] = rows
  if (first === undefined) return []
  return namesOf(first[0], first[1], aliasesIn(rows.map(([, , alias]) => alias)))
}

/** The names by which people know a note: its title, its aliases, its stem; each once, in that order. */
export function knownNames(path: string, title: string, aliases: readonly (string | null)[]): string[] {
  const names = [title, ...aliasesIn(aliases), stemOf(path)]
  return [...new Set(names)].filter((name) => name !== '')
}

/** How the table of names keeps what is written: nothing where the file's own row says it. */
export function writtenApart({ group, written }: Pick<Name, 'group' | 'written'>): string | null {
  return group === NameGroup.alias ? written : null
}

/** A name that a person knows a file by, as it is written. @param apart as the table has it */
export function writtenName(path: string, title: string, group: NameGroup, apart: string | null): string {
  if (apart !== null) return apart
  return group === NameGroup.title ? title : stemOf(path)
}

function aliasesIn(aliases: readonly (string | null)[]): string[] {
  return aliases.filter((alias) => alias !== null)
}
