import { type EditorState, Facet } from '@codemirror/state'
import type { NotePath } from '../../core/note.ts'

export interface OpenOptions {
  readonly fragment?: string
  /** Offset in the note's text. */
  readonly at?: number
  readonly beside?: boolean
}

/** What the extensions of one editor need to know about the app around it. */
export interface EditorContext {
  readonly path: NotePath
  open(path: string, options?: OpenOptions): void
  create(target: string): void
  openTag(tag: string): void
}

export const editorContext = Facet.define<EditorContext, EditorContext | undefined>({ combine: ([first]) => first })

export function contextOf(state: EditorState): EditorContext {
  const context = state.facet(editorContext)
  if (context === undefined) throw new Error('An editor was made without its context')
  return context
}
