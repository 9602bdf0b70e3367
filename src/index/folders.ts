import type { FolderNode } from '../core/answers.ts'
import { folderOf } from '../core/path.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { alphabetical } from './summaries.ts'

/** Every folder with notes in it or below it, each before those in it, alphabetically. */
export function folderTree(db: Database): FolderNode[] {
  const { files } = graphOf(db)
  const own = new Map<string, number>()
  files.eachNote(({ path }) => {
    const folder = folderOf(path)
    own.set(folder, (own.get(folder) ?? 0) + 1)
  })
  const all = new Map<string, number>()
  for (const [folder, notes] of own)
    for (let above = folder; above !== ''; above = folderOf(above)) all.set(above, (all.get(above) ?? 0) + notes)
  return [...all]
    .map(([path, count]) => ({ path, notes: own.get(path) ?? 0, all: count }))
    .sort((a, b) => byPath(a.path, b.path))
}

/** By each part of a path in turn, so that what is below a place comes next to it. */
export function byPath(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')]
  for (let at = 0; at < one.length && at < other.length; at++) {
    const order = alphabetical(one[at] as string, other[at] as string)
    if (order !== 0) return order
  }
  return one.length - other.length
}
