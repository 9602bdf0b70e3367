import type { NotePath } from '../core/note.ts'
import { NameGroup } from '../core/resolve.ts'
import type { Database } from '../index/database.ts'
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
  written: string,
  group: NameGroup,
]

const NAMES = `
  SELECT f.id, f.path, f.title, f.kind, f.modified, n.written, n.grp FROM file f JOIN name n ON n.file = f.id
  WHERE f.is_note = 1 AND (n.grp <> ${NameGroup.path} OR instr(n.key, '/') = 0)`

/** Every note with the names under which a person would look for it. */
export function loadNames(db: Database): Map<NotePath, NamedNote> {
  return gather(db.each<NameRow>(`${NAMES} ORDER BY f.id`))
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

function noteOf([, path, title, kind, modified]: NameRow, own: NameRow[]): NamedNote {
  // Titles before aliases before stems: of names that match alike the first is shown.
  const sorted = own.sort((a, b) => ORDER[a[6]] - ORDER[b[6]] || (a[5] < b[5] ? -1 : 1))
  // The title is one of them: one string serves both.
  const names = [...new Set(sorted.map((row) => (row[5] === title ? title : row[5])))].map(foldForMatching)
  return { path, title, kind, modified, names }
}

const ORDER: Readonly<Record<NameGroup, number>> = { [NameGroup.title]: 0, [NameGroup.alias]: 1, [NameGroup.path]: 2 }
