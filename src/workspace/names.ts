import type { NotePath } from '../core/note.ts'
import type { Database } from '../index/database.ts'
import { ALIASES, knownNames } from '../index/own-names.ts'
import { type Foldable, foldForMatching } from './matching.ts'

/** A note as the picker knows it. */
export interface NamedNote {
  readonly path: NotePath
  readonly title: string
  readonly kind: string | null
  readonly modified: number
  /** Title first, then aliases, then the stem; each once. */
  readonly names: readonly Foldable[]
}

type NameRow = readonly [
  file: number,
  path: NotePath,
  title: string,
  kind: string | null,
  modified: number,
  alias: string | null,
]

const NAMES = `SELECT f.id, f.path, f.title, f.kind, f.modified, a.written FROM file f ${ALIASES} WHERE f.is_note = 1`

/** Every note with the names under which a person would look for it. */
export function loadNames(db: Database): Map<NotePath, NamedNote> {
  return gather(db.each<NameRow>(`${NAMES} ORDER BY f.id`))
}

/**
 * The same of some of the files, in the order of their rows.
 * @param from row of the first
 * @param count of files, notes or not
 * @returns with them the row to go on from; undefined when there are no more
 */
export function loadNamesFrom(
  db: Database,
  from: number,
  count: number,
): { readonly notes: Iterable<NamedNote>; readonly next: number | undefined } {
  const [next] = db.first<[number]>('SELECT id FROM file WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?', from, count) ?? []
  const rows = db.all<NameRow>(
    `${NAMES} AND f.id >= ? AND f.id < ? ORDER BY f.id`,
    from,
    next ?? Number.MAX_SAFE_INTEGER,
  )
  return { notes: gather(rows).values(), next }
}

export function loadNamesOf(db: Database, paths: readonly NotePath[]): Map<NotePath, NamedNote> {
  return gather(paths.flatMap((path) => db.all<NameRow>(`${NAMES} AND f.path = ?`, path)))
}

/** @param rows those of one file after the other */
function gather(rows: Iterable<NameRow>): Map<NotePath, NamedNote> {
  const notes = new Map<NotePath, NamedNote>()
  let own: NameRow[] = []
  const take = (): void => {
    const note = own[0] && noteOf(own[0], own)
    if (note !== undefined) notes.set(note.path, note)
  }
  for (const row of rows) {
    if (row[0] !== own[0]?.[0]) {
      take()
      own = []
    }
    own.push(row)
  }
  take()
  return notes
}

function noteOf([, path, title, kind, modified]: NameRow, own: readonly NameRow[]): NamedNote {
  const aliases = own.map((row) => row[5]).sort()
  return { path, title, kind, modified, names: knownNames(path, title, aliases).map(foldForMatching) }
}
