import { closeBrackets } from '@codemirror/autocomplete'
import { EditorState, Prec } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { type ReactElement, useEffect, useRef } from 'react'
import type { NotePath } from '../../core/note.ts'
import { go, openNote } from '../navigate.ts'
import type { Store } from '../store.ts'
import { editorContext } from './context.ts'
import { openLinks } from './links.ts'
import { picker } from './picker/picker.ts'
import { livePreview } from './preview.ts'
import { resolveText } from './resolver.ts'
import { plainText } from './setup.ts'
import { suggested } from './suggested.ts'
import { thoughtLook } from './theme-thought.ts'
import { understandText } from './understanding.ts'

interface ThoughtEditorProps {
  /** What is typed. */
  readonly typed: Store<string>
  /** The note that it will stand in: links are written for it. */
  readonly path: string
  readonly label: string
  readonly hint: string
  /** Whether the keyboard was in the field that this one takes the place of. */
  readonly hasFocus: boolean
  onEnter(): void
}

/** A small field that writes as the editor of a note does: with the picker, links as chips, and suggestions. */
export function ThoughtEditor(props: ThoughtEditorProps): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const { typed, path, label, hint } = props
  useEffect(() => {
    if (place.current === null) return
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: typed.get(),
        selection: { anchor: typed.get().length },
        extensions: [
          editorContext.of({
            path: path as NotePath,
            open: openNote,
            create: () => {},
            openTag: (tag) => go({ kind: 'tag', tag }),
          }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) typed.set(state.doc.toString())
          }),
          understandText,
          resolveText,
          picker,
          // Before the keys of the text: a thought is sent where a note would get a line more.
          Prec.high(keymap.of([{ key: 'Enter', run: () => send(latest.current) }])),
          openLinks,
          closeBrackets(),
          placeholder(hint),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true', autocapitalize: 'sentences' }),
          suggested,
          livePreview,
          plainText,
          thoughtLook,
        ],
      }),
    })
    if (latest.current.hasFocus) view.focus()
    const end = typed.subscribe(() => {
      const now = view.state.doc.toString()
      if (typed.get() !== now) view.dispatch({ changes: { from: 0, to: now.length, insert: typed.get() } })
    })
    return () => {
      end()
      view.destroy()
    }
  }, [typed, path, label, hint])
  return <div ref={place} />
}

function send({ onEnter }: ThoughtEditorProps): true {
  onEnter()
  return true
}
