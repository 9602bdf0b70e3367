import { NONE } from '../core/chain/graph.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import type { KeptTopic, TopicAnswer } from '../core/topic/answers.ts'
import type { Database } from '../index/database.ts'
import { dateOf } from '../index/dates.ts'
import type { LinkGraph } from '../index/graph/link-graph.ts'

type KeptRow = readonly [path: NotePath, title: string, date: string | null, modified: number]

/** The dossier of this topic that was kept as a note, the newest of several; null when there is none. */
export function keptTopic(db: Database, graph: LinkGraph, now: Omit<TopicAnswer, 'kept'>): KeptTopic | null {
  const [path, title, date, modified] =
    db.first<KeptRow>(
      `SELECT f.path, f.title, f.date, f.modified FROM property p JOIN file f ON f.id = p.file
       WHERE p.key = 'topic' AND p.value = ? AND f.kind = 'dossier' ORDER BY f.date DESC, f.path LIMIT 1`,
      foldName(now.topic),
    ) ?? []
  if (path === undefined || title === undefined || modified === undefined) return null
  const linked = new Set<string>()
  const note = graph.files.number(path)
  if (note !== undefined)
    for (let link = graph.firstFrom(note); link !== NONE; link = graph.nextFrom(link))
      linked.add(graph.path(graph.target(link)))
  const all = [...now.notes, ...now.decisions, ...now.linked, ...now.mentions].map((each) => each.path)
  return {
    path,
    title,
    date: dateOf(date ?? null, modified),
    fresh: [...new Set(all)].filter((each) => !linked.has(each)),
  }
}
