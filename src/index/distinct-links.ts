import { NONE } from '../core/chain/graph.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import type { Database } from './database.ts'
import { graphOf } from './graph/graph.ts'
import { UNRESOLVED } from './graph/link-pool.ts'

/** To how many files and waiting names notes link, each counted once for each note, the note itself not at all. */
export function countDistinctLinks(db: Database, paths: Iterable<NotePath>): number {
  const graph = graphOf(db)
  const waiting: number[] = []
  let count = 0
  for (const path of paths) {
    const note = graph.files.number(path)
    if (note === undefined) continue
    const targets = new Set<number>()
    for (const first of [graph.firstFrom(note), graph.pool.firstOther(note)])
      for (let link = first; link !== NONE; link = graph.nextFrom(link)) {
        const target = graph.target(link)
        if (target >= 0 && target !== note) targets.add(target)
        else if (target === UNRESOLVED) waiting.push(graph.row(link))
      }
    count += targets.size
  }
  return count + countNames(db, waiting)
}

function countNames(db: Database, rows: readonly number[]): number {
  if (rows.length === 0) return 0
  const names = db.all<[number, string]>(
    'SELECT l.file, l.target FROM json_each(?) j CROSS JOIN link l ON l.id = j.value',
    JSON.stringify(rows),
  )
  return new Set(names.map(([file, target]) => `${file} ${foldName(target)}`)).size
}
