import type { NotePath } from '../core/note.ts'
import type { Candidate, NameGroup } from '../core/resolve.ts'
import type { Database } from './database.ts'

/** A file that answers to a key, with what a list shows of it. */
export interface Answering extends Candidate {
  readonly file: number
  /** Null for an attachment. */
  readonly title: string | null
  readonly kind: string | null
}

type AnsweringRow = readonly [file: number, path: NotePath, group: NameGroup, title: string | null, kind: string | null]

const COLUMNS = 'f.id, f.path, n.grp, CASE WHEN f.is_note THEN f.title END, f.kind'

/** Who answers to a key, asked of the index one key at a time. */
export function answeringIn(db: Database): (key: string) => Answering[] {
  return (key) =>
    db
      .all<AnsweringRow>(`SELECT ${COLUMNS} FROM name n JOIN file f ON f.id = n.file WHERE n.key = ?`, key)
      .map(([file, path, group, title, kind]) => ({ file, path, group, title, kind }))
}

export interface Answer extends Candidate {
  /** Null for an attachment. */
  readonly doc: number | null
}

type AnswerRow = readonly [key: string, path: NotePath, group: NameGroup, doc: number | null]

const ANSWERS = `SELECT n.key, f.path, n.grp, f.doc
  FROM json_each(?) j CROSS JOIN name n ON n.key = j.value CROSS JOIN file f ON f.id = n.file`

/** Who answers to some keys, asked all at once. */
export function answersTo(db: Database, keys: readonly string[]): Map<string, Answer[]> {
  const byKey = new Map<string, Answer[]>()
  for (const [key, path, group, doc] of db.all<AnswerRow>(ANSWERS, JSON.stringify([...new Set(keys)]))) {
    const answers = byKey.get(key)
    if (answers === undefined) byKey.set(key, [{ path, group, doc }])
    else answers.push({ path, group, doc })
  }
  return byKey
}

/** Who answers to any key, held in memory for questions about the whole vault. */
export function loadAnswering(db: Database): (key: string) => readonly Answering[] {
  const files = new Map<number, Omit<Answering, 'group'>>()
  type FileRow = readonly [file: number, path: NotePath, title: string | null, kind: string | null]
  for (const [file, path, title, kind] of db.each<FileRow>(
    'SELECT id, path, CASE WHEN is_note THEN title END, kind FROM file',
  ))
    files.set(file, { file, path, title, kind })
  const byKey = new Map<string, Answering[]>()
  for (const [key, group, file] of db.each<readonly [string, NameGroup, number]>('SELECT key, grp, file FROM name')) {
    const described = files.get(file)
    if (described === undefined) throw new Error(`The name ${key} belongs to no file (${file})`)
    const candidates = byKey.get(key)
    if (candidates === undefined) byKey.set(key, [{ ...described, group }])
    else candidates.push({ ...described, group })
  }
  return (key) => byKey.get(key) ?? []
}
