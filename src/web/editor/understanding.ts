/**
 * What the text in the editor says, as `core` reads it: parsed off the typing path, when the keys rest, and carried along through
 * the changes in between.
 */
import {
  type EditorState,
  type Extension,
  Facet,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from '@codemirror/state'
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Link, Note } from '../../core/note.ts'
import { parseNote } from '../../core/parse.ts'
import { contextOf } from './context.ts'
import { isLong, readNote } from './reader.ts'

export class LinkValue extends RangeValue {
  readonly link: Link
  constructor(link: Link) {
    super()
    this.link = link
  }
}

export interface Understanding {
  readonly note: Note
  /** The links at their present places; for a bare mention all that could be a name. */
  readonly links: RangeSet<LinkValue>
  /** Whether the text has not changed since it was read. */
  readonly fresh: boolean
}

const understood = StateEffect.define<Note>()

function understandingOf(note: Note): Understanding {
  const links = note.links.map((link) => new LinkValue(link).range(link.range.from, link.range.to))
  return { note, links: RangeSet.of(links, true), fresh: true }
}

/** Of a note that is too much, only the beginning is read, at once: its title and its properties stand there. */
const beginningOnly = Facet.define<boolean, boolean>({ combine: (said) => said.includes(true) })
const BEGINNING = 10_000

function read(state: EditorState): Understanding {
  const { doc } = state
  const text = state.facet(beginningOnly) ? doc.sliceString(0, BEGINNING) : doc.toString()
  return understandingOf(parseNote(contextOf(state).path, text))
}

export const understanding = StateField.define<Understanding>({
  create: read,
  update(value, transaction) {
    if (transaction.docChanged && transaction.state.facet(beginningOnly)) return read(transaction.state)
    for (const effect of transaction.effects) if (effect.is(understood)) return understandingOf(effect.value)
    if (!transaction.docChanged) return value
    return { note: value.note, links: value.links.map(transaction.changes), fresh: false }
  },
})

/** Milliseconds without a key before the text is read again; a long one in a pause, not between two words. */
const REST = 60
const LONG_REST = 350

const reader = ViewPlugin.fromClass(
  class {
    #view: EditorView
    #timer: ReturnType<typeof setTimeout> | undefined
    #closed = false

    constructor(view: EditorView) {
      this.#view = view
    }

    update(update: ViewUpdate): void {
      if (!update.docChanged) return
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#read(), isLong(update.state.doc.length) ? LONG_REST : REST)
    }

    destroy(): void {
      this.#closed = true
      clearTimeout(this.#timer)
    }

    #read(): void {
      const { doc } = this.#view.state
      readNote(contextOf(this.#view.state).path, doc.toString(), (note) => {
        // A text that has moved on is read when it rests again.
        if (!this.#closed && this.#view.state.doc === doc) this.#view.dispatch({ effects: understood.of(note) })
      })
    }
  },
)

export const understandText: Extension = [understanding, reader]
export const understandBeginning: Extension = [understanding, beginningOnly.of(true)]
