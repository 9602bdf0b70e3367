import { bestOf } from '../core/best.ts'
import type { NotePath } from '../core/note.ts'
import { compareText } from '../core/resolve.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { keptUntilChange } from './kept-until-change.ts'

/** Notes that stand for all. */
const SAMPLE = 2000

/**
 * The paths of some notes, as JSON: those that come first when all are put in an order that says nothing. It hangs on the paths alone, so that
 * an index that was kept up to date has the same ones as one that is made anew, whose files have other numbers. Kept until the index changes.
 */
export const sampleOf = keptUntilChange((db) => JSON.stringify(choose(db)))

function choose(db: Database): NotePath[] {
  const notes: { readonly path: NotePath; readonly place: number }[] = []
  graphOf(db).files.eachNote(({ path }) => notes.push({ path, place: placeOf(path) }))
  const first = bestOf(notes, SAMPLE, (a, b) => a.place - b.place || compareText(a.path, b.path))
  return first.map(({ path }) => path)
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), stirred once more, as paths that differ in their last letter only are alike in it. */
function placeOf(path: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return (hash ^ (hash >>> 15)) >>> 0
}
