/** Templates, and the kinds of which notes are made. */
import { bestOf } from '../core/best.ts'
import { folderOf, stemOf } from '../core/path.ts'
import { compareText } from '../core/resolve.ts'
import type { TemplateAnswer } from '../core/templates/answers.ts'
import { kindByName } from '../core/templates/kind-of.ts'
import type { Database } from './database.ts'

/** What any vault has notes of. */
const USUAL = ['task', 'idea', 'knowledge', 'decision', 'project', 'meeting', 'daily', 'person'] as const
/** Of other kinds those that most notes are of. */
const MOST = 12

type TemplateRow = readonly [path: string, makes: string | null]

/** The property in which a template says which kind it is for. */
export const MAKES = 'makes'

/** Templates by their file names, then kinds without one, those that most notes are of first. */
export function templatesIn(db: Database): TemplateAnswer[] {
  const counts = kindsIn(db)
  const kinds = new Set([...USUAL, ...counts.map(([kind]) => kind)])
  const folderFor = (kind: string | undefined): string => (kind === undefined ? '' : folderOfKind(db, kind))
  const templates = db
    .all<TemplateRow>(
      `SELECT f.path, (SELECT min(p.value) FROM property p WHERE p.key = '${MAKES}' AND p.file = f.id)
       FROM file f WHERE f.is_note = 1 AND f.kind = 'template' ORDER BY f.path`,
    )
    .map(([path, makes]): TemplateAnswer => {
      // Its title may be `{{title}}`.
      const title = stemOf(path)
      const kind = makes ?? kindByName(title, kinds)
      return { kind: kind ?? null, path, title, folder: folderFor(kind) }
    })
  const made = new Set(templates.map(({ kind }) => kind))
  // The note of a day has a way of its own.
  const others = counts.flatMap(([kind]) => (made.has(kind) || kind === 'daily' ? [] : [kind]))
  return [
    ...templates.sort((a, b) => compareText(a.title ?? '', b.title ?? '')),
    ...others.slice(0, MOST).map((kind) => ({ kind, path: null, title: null, folder: folderFor(kind) })),
  ]
}

/** The template of a kind; the first by path where several are for it. */
export function templateFor(db: Database, kind: string): string | undefined {
  const wanted = kind.trim().toLowerCase()
  return templatesIn(db).find((each) => each.kind === wanted)?.path ?? undefined
}

function kindsIn(db: Database): (readonly [kind: string, notes: number])[] {
  return db.all<readonly [string, number]>(
    "SELECT kind, count(*) FROM file WHERE kind IS NOT NULL AND kind <> 'template' GROUP BY kind ORDER BY 2 DESC, 1",
  )
}

function folderOfKind(db: Database, kind: string): string {
  const counts = new Map<string, number>()
  for (const [path] of db.all<readonly [string]>('SELECT path FROM file WHERE kind = ?', kind)) {
    const folder = folderOf(path)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [most] = bestOf(counts, 1, (a, b) => b[1] - a[1] || compareText(a[0], b[0]))
  return most?.[0] ?? ''
}
