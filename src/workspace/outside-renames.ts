import type { NotePath, Revision } from '../core/note.ts'
import { folderOf, isNotePath } from '../core/path.ts'

/** A file that is at another path, with the same text. */
export interface Moved {
  readonly from: NotePath
  readonly to: NotePath
  readonly revision: Revision
}

/** A note or a folder that another program renamed. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

type Place = readonly [path: NotePath, revision: Revision | undefined]

/** More renames than this within one sync, of unlike folders, are somebody's tidying up, and too many to be asked about one by one. */
const FEW = 10

/** Notes that went and came with one text, where no other note that went or came has that text. */
export function movedIn(gone: readonly Place[], come: readonly Place[]): Moved[] {
  const [left, arrived] = [onlyOnes(gone), onlyOnes(come)]
  return [...left].flatMap(([revision, from]) => {
    const to = arrived.get(revision)
    return from === undefined || to === undefined ? [] : [{ from, to, revision }]
  })
}

function onlyOnes(places: readonly Place[]): Map<Revision, NotePath | undefined> {
  const byText = new Map<Revision, NotePath | undefined>()
  for (const [path, revision] of places)
    if (revision !== undefined && isNotePath(path)) byText.set(revision, byText.has(revision) ? undefined : path)
  return byText
}

/** Notes that went from one folder to another are that folder, renamed. */
export function renamingsOf(moved: readonly Moved[]): readonly Renaming[] {
  const [first] = moved
  if (first === undefined) return []
  const folder = moved.length > 1 ? folderShift(first) : undefined
  if (folder !== undefined && moved.every(({ from, to }) => isBelow(folder, from, to))) return [folder]
  return moved.slice(0, FEW).map(({ from, to }) => ({ from, to }))
}

/** `a/b/x.md` → `a/c/x.md` is `a/b` → `a/c`. */
function folderShift({ from, to }: Moved): Renaming | undefined {
  let [a, b] = [from as string, to as string]
  while (a !== '' && b !== '' && a.slice(folderOf(a).length) === b.slice(folderOf(b).length))
    [a, b] = [folderOf(a), folderOf(b)]
  return a === '' || b === '' || a === from ? undefined : { from: a, to: b }
}

function isBelow(folder: Renaming, from: string, to: string): boolean {
  return from.startsWith(`${folder.from}/`) && to === folder.to + from.slice(folder.from.length)
}
