import { type Document, parseDocument } from 'yaml'
import type { SaveAnswer } from '../core/answers.ts'
import { UserError } from '../core/errors.ts'
import { fileNameFor } from '../core/filename.ts'
import type { NotePath } from '../core/note.ts'
import { joinPath, notePath } from '../core/path.ts'
import { fillFields, takeCursor } from '../core/templates/fields.ts'
import { formatMoment } from '../core/templates/moments.ts'
import type { ApplyResult } from '../core/vault.ts'
import { MAKES } from '../index/templates.ts'

export interface NewNote {
  /** `clients/Acme` makes `Acme` in the folder `clients`. */
  readonly title: string
  readonly folder?: string
  readonly kind?: string
  readonly tags?: readonly string[]
  /** The name of a note whose text the new one starts from. */
  readonly template?: string
  readonly text?: string
}

export interface Placed {
  readonly path: NotePath
  readonly title: string
  /** Whether the file's name says the title. */
  readonly isTitled: boolean
}

/**
 * Where a new note goes. Slashes in a title part folders from the name; a folder that is given stands before them.
 * @throws {UserError} when that is not in the vault
 */
export function place({ title, folder = '' }: Pick<NewNote, 'title' | 'folder'>): Placed {
  const written = title.normalize('NFC').replace(/\s+/g, ' ').trim()
  const segments = written.replace(/^\/+/, '').replace(/\.md$/i, '').split('/')
  const own = segments.pop()?.trim() ?? ''
  const inside = segments.map((segment) => segment.trim()).filter(Boolean)
  if (inside.includes('..') || own === '..')
    throw new UserError('invalid', `${written} leads out of the vault; leave out the two dots.`)
  const name = fileNameFor(own)
  const folders = [...folder.split('/').filter(Boolean), ...inside.map(fileNameFor)].join('/')
  return { path: notePath(joinPath(folders, `${name}.md`)), title: own, isTitled: name === own }
}

/** A template's text, and the kind that it is for. */
export interface Template {
  readonly text: string
  readonly kind: string | undefined
}

/**
 * The text of a new note: what is given, else the template's, else just its title as a heading; with kind, tags and, where the file's
 * name cannot say it, the title in the frontmatter. Where the template's `{{cursor}}` stood the writer goes on.
 */
export function textOf(
  asked: NewNote,
  { title, isTitled }: Placed,
  template: Template | undefined,
  now: Date,
): { readonly text: string; readonly cursor: number | undefined } {
  const kind = asked.kind || template?.kind
  const filled = template && fillFields(template.text, { title, kind: kind ?? '', now })
  const text = asked.text ?? filled ?? `# ${title}\n\n`
  const entries: [string, unknown][] = []
  if (!isTitled) entries.push(['title', title])
  if (kind !== undefined) entries.push(['kind', kind])
  else if (template !== undefined) entries.push(['kind', undefined])
  if (asked.tags !== undefined && asked.tags.length > 0) entries.push(['tags', asked.tags])
  return takeCursor(withFrontmatter(template === undefined ? text : asNew(text, now), entries))
}

/** What a template says of itself a note that is made from it does not: what it makes, and when it was written. */
function asNew(text: string, now: Date): string {
  const today = formatMoment(now, 'YYYY-MM-DD')
  return withFrontmatter(text, [[MAKES, undefined]], (yaml) => {
    for (const key of yaml.contents === null ? [] : ['date', 'created'])
      if (DAY.test(String(yaml.get(key) ?? ''))) yaml.set(key, today)
  })
}

const DAY = /^\d{4}-\d{2}-\d{2}/

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?:^)---[ \t]*(?:\r?\n|$)/m

/** Sets entries of a text's frontmatter; an undefined value takes `template` as the kind away, which the new note is not. */
function withFrontmatter(
  text: string,
  entries: readonly (readonly [string, unknown])[],
  change: (yaml: Document) => void = () => {},
): string {
  if (entries.length === 0) return text
  const fenced = text.startsWith('---') ? FENCED.exec(text) : null
  const yaml = parseDocument(fenced?.[1] ?? '')
  if (yaml.errors.length > 0) return text
  for (const [key, value] of entries) {
    if (value !== undefined) yaml.set(key, Array.isArray(value) ? yaml.createNode(value, { flow: true }) : value)
    else if (yaml.contents === null) continue
    else if (key === MAKES || String(yaml.get(key)).toLowerCase() === 'template') yaml.delete(key)
  }
  change(yaml)
  const rest = text.slice(fenced?.[0].length ?? 0)
  const isEmpty = yaml.contents === null || JSON.stringify(yaml) === '{}'
  return isEmpty ? rest.replace(/^\s+/, '') : `---\n${yaml.toString({ lineWidth: 0 })}---\n${rest}`
}

/** What a face says of edits of one note. */
export function saveAnswer(path: NotePath, result: ApplyResult): SaveAnswer {
  if (result.ok) return { saved: true, path, revision: result.revisions.get(path) ?? '' }
  const [conflict] = result.conflicts
  switch (conflict?.kind) {
    case 'stale':
      return {
        saved: false,
        reason: 'conflict',
        text: conflict.current?.text ?? null,
        revision: conflict.current?.revision ?? null,
      }
    case 'exists':
      return { saved: false, reason: 'exists', existing: conflict.existing }
    case 'refused':
      return { saved: false, reason: 'refused', message: conflict.message }
    case undefined:
      throw new Error(`Edits of ${path} failed without a conflict`)
  }
}
