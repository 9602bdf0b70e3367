import { createHash } from 'node:crypto'
import type { NotePath, Revision } from '../../core/note.ts'
import { notePath } from '../../core/path.ts'
import type { Edit } from '../../core/vault.ts'
import type { GivenChange, GivenSide } from '../shapes.ts'
import type { Present } from '../undo.ts'

/** Paths and texts: the plainest vault there is. */
export type Texts = Readonly<Record<string, string>>

export function revisionOf(text: string): Revision {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22) as Revision
}

export function side(path: string, text: string): GivenSide & { readonly text: string } {
  return { path: notePath(path), revision: revisionOf(text), text }
}

/** `change('a.md: one', 'b.md: two')`; a side that is left out was not there. */
export function change(before: string | undefined, after: string | undefined): GivenChange {
  return {
    before: before === undefined ? undefined : sideOf(before),
    after: after === undefined ? undefined : sideOf(after),
  }
}

export function sideOf(picture: string): GivenSide & { readonly text: string } {
  const colon = picture.indexOf(': ')
  return side(picture.slice(0, colon), picture.slice(colon + 2))
}

export function currentOf(texts: Texts): (path: NotePath) => Present | undefined {
  return (path) => {
    const text = Object.hasOwn(texts, path) ? texts[path] : undefined
    return text === undefined ? undefined : { text, revision: revisionOf(text) }
  }
}

/**
 * Makes edits all at once, as a vault does.
 * @throws Error when a base is stale or a path is taken: an undo must never plan that.
 */
export function applyEdits(texts: Texts, edits: readonly Edit[]): Texts {
  const result = new Map(Object.entries(texts))
  for (const edit of edits) {
    if (edit.kind === 'create') continue
    const text = texts[edit.path]
    if (text === undefined || revisionOf(text) !== edit.base) throw new Error(`Stale base for ${edit.path}`)
    if (edit.kind !== 'write') result.delete(edit.path)
  }
  for (const edit of edits) {
    if (edit.kind === 'delete') continue
    const path = edit.kind === 'move' ? edit.to : edit.path
    if (edit.kind !== 'write' && result.has(path)) throw new Error(`${path} is taken`)
    result.set(path, edit.text ?? (texts[edit.path] as string))
  }
  return Object.fromEntries([...result].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What edits did, as it is recorded. */
export function changesOf(texts: Texts, edits: readonly Edit[]): GivenChange[] {
  return edits.map((edit) => {
    const old = texts[edit.path] ?? ''
    if (edit.kind === 'create') return { after: side(edit.path, edit.text) }
    const before = side(edit.path, old)
    if (edit.kind === 'delete') return { before }
    const to = edit.kind === 'move' ? edit.to : edit.path
    return { before, after: side(to, edit.text ?? old) }
  })
}
