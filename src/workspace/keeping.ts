import { fileNameFor } from '../core/filename.ts'
import type { NotePath } from '../core/note.ts'
import { folderOf, joinPath, notePath } from '../core/path.ts'
import { shortestTarget } from '../core/resolve.ts'
import type { ReviewAnswer } from '../core/review/answers.ts'
import { keptReview, reviewTitle } from '../core/review/keep.ts'
import type { TopicAnswer } from '../core/topic/answers.ts'
import { freshText, keptText } from '../core/topic/keep.ts'
import type { Edit, Source } from '../core/vault.ts'
import { answeringIn } from '../index/answering.ts'
import type { Database } from '../index/database.ts'

/** Where dossiers and reviews go where there is none yet. */
const TOPICS = 'topics'
const REVIEWS = 'reviews'

/**
 * The edit that keeps a dossier: a new note, or what is new at the end of the one that was kept.
 * @param kept that note's text, when there is one
 * @returns undefined when the note that was kept has all of it
 */
export function keepEdit(db: Database, answer: TopicAnswer, kept: Source | undefined, today: string): Edit | undefined {
  const answering = answeringIn(db)
  const title = `About ${answer.topic}`
  const path = kept?.path ?? notePath(joinPath(folderOfKind(db, 'dossier', TOPICS), `${fileNameFor(title)}.md`))
  const targetOf = (to: string): string => shortestTarget(to as NotePath, path, answering)
  if (kept === undefined) return { kind: 'create', path, text: keptText(answer, title, targetOf, today) }
  const fresh = freshText(answer, targetOf, today)
  if (fresh === undefined) return undefined
  const end = kept.text.includes('\r\n') ? '\r\n' : '\n'
  const text = `${kept.text.trimEnd()}${end}${end}${fresh.replaceAll('\n', end)}`
  return { kind: 'write', path, text, base: kept.revision }
}

/** The edit that keeps a look back as a note. */
export function keepReviewEdit(db: Database, answer: ReviewAnswer, today: string): Edit {
  const answering = answeringIn(db)
  const path = notePath(joinPath(folderOfKind(db, 'review', REVIEWS), `${fileNameFor(reviewTitle(answer))}.md`))
  const targetOf = (to: string): string => shortestTarget(to as NotePath, path, answering)
  return { kind: 'create', path, text: keptReview(answer, targetOf, today) }
}

/** Where the newest note of a kind is. */
function folderOfKind(db: Database, kind: string, otherwise: string): string {
  const [path] =
    db.first<[string]>('SELECT path FROM file WHERE kind = ? ORDER BY coalesce(at, modified) DESC, path', kind) ?? []
  return path === undefined ? otherwise : folderOf(path)
}
