import { NONE } from '../core/chain/graph.ts'
import { foldName } from '../core/fold.ts'
import type { NotePath } from '../core/note.ts'
import type { KeptTopic, TopicAnswer } from '../core/topic/answers.ts'
import type { Database } from '../index/database.ts'
import { dateOf } from '../index/dates.ts'
import type { LinkGraph } from '../index/graph/link-graph.ts'

type KeptRow = readonly [path: NotePath, title: string, date: string | null, modified: number]
const KEPT = 'SELECT f.path, f.title, f.date, f.modified FROM property p JOIN file f ON f.id = p.file'

/** The topic of a dossier that was kept as a note; undefined when the note is none. */
export function topicKeptIn(db: Database, path: NotePath): string | undefined {
  const [topic] =
    db.first<[string]>(
      `SELECT coalesce(p.written, p.value) FROM file f JOIN property p ON p.file = f.id AND p.key = 'topic'
       WHERE f.path = ? AND f.kind = 'dossier' ORDER BY p.value LIMIT 1`,
      path,
    ) ?? []
  return topic
}

/**
 * The dossier of this topic that was kept as a note, the newest of several; null when there is none.
 * @param now what the dossier has now
 * @param changedAt when a note was last changed, or seen changed
 * @param path that note, when it is known
 */
export function keptTopic(
  db: Database,
  graph: LinkGraph,
  now: Omit<TopicAnswer, 'kept'>,
  changedAt: (path: NotePath) => number,
  path?: NotePath,
): KeptTopic | null {
  const row =
    path === undefined
      ? db.first<KeptRow>(
          `${KEPT} WHERE p.key = 'topic' AND p.value = ? AND f.kind = 'dossier' ORDER BY f.date DESC, f.path LIMIT 1`,
          foldName(now.topic),
        )
      : db.first<KeptRow>(`${KEPT} WHERE f.path = ? LIMIT 1`, path)
  if (row === undefined) return null
  const [kept, title, date, modified] = row
  const since = dateOf(date, modified)
  const linked = linkedIn(graph, kept)
  const all = [...now.notes, ...now.decisions, ...now.linked, ...now.mentions].map((each) => each.path)
  // What was there already, and only had no place among the best, is not new.
  const isNew = (each: string): boolean =>
    each !== kept && !linked.has(each) && changedAt(each as NotePath) >= Date.parse(since.slice(0, 10))
  return { path: kept, title, date: since, fresh: [...new Set(all)].filter(isNew) }
}

function linkedIn(graph: LinkGraph, path: NotePath): ReadonlySet<string> {
  const linked = new Set<string>()
  const note = graph.files.number(path)
  if (note === undefined) return linked
  for (let link = graph.firstFrom(note); link !== NONE; link = graph.nextFrom(link))
    linked.add(graph.path(graph.target(link)))
  return linked
}
