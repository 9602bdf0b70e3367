/** What the head shows, read from the text whenever that was understood anew. */
import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type Field, fieldsIn } from '../../core/properties/fields.ts'
import { valueIn } from '../../core/properties.ts'
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
  /** All properties, one by one; undefined when only their text can be shown. */
  readonly fields: readonly Field[] | undefined
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
  const read = note.problems.length > 0 ? undefined : fieldsIn(source, frontmatter)
  const fields = read ?? []
  return {
    title: note.title,
    titleFrom: titleFrom(state, valueIn(fields, 'title')),
    kind: note.kind,
    tags: note.tags.filter(({ to }) => to <= end).map(({ name }) => name),
    date: note.date,
    status: valueIn(fields, 'status'),
    due: valueIn(fields, 'due'),
    fields: read,
    hasFrontmatter: frontmatter !== undefined,
    problem: note.problems[0]?.message,
    propertiesShown: state.field(frontmatterFold).shown,
  }
}

function titleFrom(state: EditorState, written: string | undefined): Reading['titleFrom'] {
  const { note } = state.field(understanding)
  if (written !== undefined) return 'frontmatter'
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
