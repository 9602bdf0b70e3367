import type { NotePath, Revision } from '../note.ts'
import { parseNote } from '../parse.ts'
import { isNotePath } from '../path.ts'
import type { FileChange } from '../refactor/plan.ts'
import type { World } from '../refactor/world.ts'
import { type Candidate, namesOf, resolveKeys } from '../resolve.ts'
import type { Source } from '../vault.ts'

export type Files = ReadonlyMap<string, string>

/** A vault in memory that answers what refactorings ask, by reading every text each time. */
export function worldOf(files: Files): World {
  const names = new Map<string, Candidate[]>()
  const linking = new Map<string, NotePath[]>()
  for (const [path, text] of files) {
    const note = isNotePath(path) ? parseNote(path as NotePath, text) : undefined
    for (const { key, group } of namesOf(path as NotePath, note?.title, note?.aliases))
      push(names, key, { path: path as NotePath, group })
    for (const { key } of note?.links.flatMap((link) => link.keys) ?? []) push(linking, key, path as NotePath)
  }
  return {
    answering: (key) => names.get(key) ?? [],
    linking: (keys) =>
      [...new Set(keys.flatMap((key) => linking.get(key) ?? []))].map((path) => ({ path, linksIn: () => undefined })),
    read: async (path) => sourceOf(files, path),
    async *readMany(paths) {
      for (const path of paths) {
        const source = sourceOf(files, path)
        if (source !== undefined) yield source
      }
    },
  }
}

export function sourceOf(files: Files, path: string): Source | undefined {
  const text = files.get(path)
  if (text === undefined) return undefined
  const revision = `${path}:${text}` as Revision
  return { path: path as NotePath, text, revision, stamp: '', modified: 0, bytes: text.length, readOnly: undefined }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

export function carryOut(files: Files, changes: readonly FileChange[]): Map<string, string> {
  const after = new Map(files)
  for (const { path } of changes) after.delete(path)
  for (const { to, after: text } of changes) if (to !== undefined) after.set(to, text)
  return after
}

/** What each link of a vault means, in order: `from note → to note`; undefined for an unresolved one. */
export function meanings(files: Files): Map<string, (string | undefined)[]> {
  const { answering } = worldOf(files)
  const found = new Map<string, (string | undefined)[]>()
  for (const [path, text] of files) {
    if (!isNotePath(path)) continue
    const links = parseNote(path as NotePath, text).links.map((link) => ({
      link,
      choice: resolveKeys(link.keys, path as NotePath, answering),
    }))
    found.set(
      path,
      links
        .filter(({ link, choice }) => link.form !== 'bare' || choice !== undefined)
        .map(({ choice }) => choice?.chosen.path),
    )
  }
  return found
}
