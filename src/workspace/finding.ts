import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import { folderOf, isNotePath, joinPath, notePath } from '../core/path.ts'
import { choose, keysOfTarget } from '../core/resolve.ts'
import { type Answering, answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'
import { summaryOf } from '../index/summaries.ts'
import type { Picker } from './picker.ts'

export interface NoteRef {
  readonly path: NotePath
  readonly title: string
  readonly kind: string | null
}

/**
 * The note of a name: a path first, else as a link written in the vault's root would mean it.
 * @throws {UserError} when no note or several have the name.
 */
export function findNote(db: Database, picker: Picker, name: string): NoteRef {
  const typed = name.trim()
  const byPath = summaryOf(db, notePath(typed)) ?? summaryOf(db, notePath(`${typed}.md`))
  if (byPath !== undefined) return { path: notePath(byPath.path), title: byPath.title, kind: byPath.kind }
  const root = notePath('')
  for (const key of keysOfTarget('wikilink', root, typed)) {
    const choice = choose(notesOnly(answeringIn(db)(key)), root)
    if (choice === undefined) continue
    if (choice.candidates.length > 1) throw severalNotes(typed, choice.candidates)
    const { path, title, kind } = choice.chosen
    return { path, title: title ?? path, kind }
  }
  throw noNote(typed, picker)
}

function notesOnly(candidates: readonly Answering[]): Answering[] {
  return candidates.filter(({ path }) => isNotePath(path))
}

function severalNotes(name: string, candidates: readonly Answering[]): UserError {
  const paths = candidates.map(({ path }) => path)
  return new UserError('ambiguous', `${name} could mean ${paths.length} notes; give the path of one of them.`, paths)
}

const NEAR = 3

function noNote(name: string, picker: Picker): UserError {
  const begun = picker.pick(name, undefined, NEAR).map((answer) => answer.name)
  const words = [...new Set([...picker.near(name, NEAR), ...begun])].slice(0, NEAR)
  if (words.length === 0)
    return new UserError('not-found', `No note is called ${name}; search for a word of it instead.`)
  return new UserError('not-found', `No note is called ${name}; did you mean ${listed(words)}?`, words)
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** Where the note of a day is, or will be. @param day ISO date */
export function dailyPath(db: Database, day: string): NotePath {
  return notePath(joinPath(dailyFolder(db), `${day}.md`))
}

/** The folder that most notes named by a day are in; `daily` when there are none. */
function dailyFolder(db: Database): string {
  const counts = new Map<string, number>()
  for (const [path] of db.all<[string]>(
    "SELECT path FROM file WHERE is_note = 1 AND path GLOB '*[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].md' ORDER BY path",
  )) {
    if (!/(?:^|\/)\d{4}-\d{2}-\d{2}\.md$/.test(path)) continue
    const folder = folderOf(path)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 'daily'
}
