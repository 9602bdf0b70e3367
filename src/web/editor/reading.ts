/** What the head shows, read from the text whenever that was understood anew. */
import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { propertyIn } from '../../core/properties.ts'
import { createStore, type Store } from '../store.ts'
import { frontmatterFold, textStart } from './fold.ts'
import { understanding } from './understanding.ts'

export interface Reading {
  readonly title: string
  /** Where the title is written. A heading at the top of the text is the title itself and is not shown again. */
  readonly titleFrom: 'frontmatter' | 'top heading' | 'heading' | 'file name'
  readonly kind: string | undefined
  /** Those of the frontmatter; the others stand in the text. */
  readonly tags: readonly string[]
  readonly date: string | undefined
  readonly status: string | undefined
  /** A day, or whatever was written. */
  readonly due: string | undefined
  readonly hasFrontmatter: boolean
  /** Why the frontmatter cannot be shown as anything but text. */
  readonly problem: string | undefined
  readonly propertiesShown: boolean
}

export function readingOf(state: EditorState): Reading {
  const { note } = state.field(understanding)
  const { frontmatter } = note
  const source = frontmatter === undefined ? '' : state.sliceDoc(0, frontmatter.to)
  const end = frontmatter?.to ?? 0
  return {
    title: note.title,
    titleFrom: titleFrom(state, propertyIn(source, frontmatter, 'title')),
    kind: note.kind,
    tags: note.tags.filter(({ to }) => to <= end).map(({ name }) => name),
    date: note.date,
    status: propertyIn(source, frontmatter, 'status'),
    due: propertyIn(source, frontmatter, 'due'),
    hasFrontmatter: frontmatter !== undefined,
    problem: note.problems[0]?.message,
    propertiesShown: state.field(frontmatterFold).shown,
  }
}

function titleFrom(state: EditorState, written: string | undefined): Reading['titleFrom'] {
  const { note } = state.field(understanding)
  if (written !== undefined && written !== '') return 'frontmatter'
  const heading = note.headings.find(({ level, text }) => level === 1 && text === note.title)
  if (heading === undefined) return 'file name'
  const start = note.frontmatter?.to ?? Math.min(textStart(state), heading.from)
  return state.sliceDoc(start, heading.from).trim() === '' ? 'top heading' : 'heading'
}

export type ReadingStore = Store<Reading | undefined>

export function createReading(): ReadingStore {
  return createStore<Reading | undefined>(undefined)
}

/** Keeps the store up to date; only a change of what is shown is told. */
export function followReading(store: ReadingStore): Extension {
  return EditorView.updateListener.of(({ state, startState }) => {
    const understood = state.field(understanding)
    const folded = state.field(frontmatterFold).shown !== startState.field(frontmatterFold).shown
    if (!folded && (understood === startState.field(understanding) || !understood.fresh)) return
    const next = readingOf(state)
    if (JSON.stringify(next) !== JSON.stringify(store.get())) store.set(next)
  })
}
