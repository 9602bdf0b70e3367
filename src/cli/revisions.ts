import { UserError } from '../core/errors.ts'
import type { NotePath } from '../core/note.ts'
import { isNotePath, isSafePath, notePath } from '../core/path.ts'
import type { Workspace } from '../workspace.ts'

/** As many characters as tell the texts of a note apart, and are still copied with ease. */
const SHORT = 8

interface Revised {
  readonly revision: string
}

/** The start of a revision, long enough to be the only one among `others` that starts so. */
export function shortOf(revision: string, others: readonly Revised[]): string {
  let length = SHORT
  while (
    others.some((other) => other.revision !== revision && other.revision.startsWith(revision.slice(0, length))) &&
    length < revision.length
  )
    length++
  return revision.slice(0, length)
}

/** The path of a note that is there, or was. @throws {UserError} when there is and was none. */
export function placeOf(workspace: Workspace, name: string): NotePath {
  try {
    return workspace.find(name).path
  } catch (error) {
    if (!(error instanceof UserError) || error.kind !== 'not-found') throw error
    const gone = [name, `${name}.md`].map(notePath).find((path) => isKept(workspace, path))
    if (gone === undefined) throw error
    return gone
  }
}

function isKept(workspace: Workspace, path: NotePath): boolean {
  return isSafePath(path) && isNotePath(path) && workspace.versions(path).length > 0
}

/** `Acme@Xk3f` → the note and the whole revision. @throws {UserError} when it is none of the note's earlier texts, or several. */
export function revisionOf(
  workspace: Workspace,
  nameAndRevision: string,
  nameOf: (words: readonly string[]) => string,
): { readonly path: NotePath; readonly revision: string } {
  const at = nameAndRevision.lastIndexOf('@')
  const [name, start] = [nameAndRevision.slice(0, at).trim(), nameAndRevision.slice(at + 1).trim()]
  if (at < 0 || name === '' || start === '')
    throw new UserError('invalid', 'Say which text, as in notly restore Acme@Xk3fQ2aB; notly history Acme lists them.')
  const path = placeOf(workspace, nameOf([name]))
  const [found, ...more] = workspace.versions(path).filter(({ revision }) => revision.startsWith(start))
  if (found === undefined)
    throw new UserError('not-found', `No text of ${path} is kept as ${start}; see notly history "${path}".`)
  if (more.length > 0)
    throw new UserError('invalid', `Several texts of ${path} begin with ${start}; give more of the revision.`)
  return { path, revision: found.revision }
}
