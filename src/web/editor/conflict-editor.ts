/** Two versions of a note in CodeMirror: side by side, or, where there is no room, one text with what differs above each other. */
import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { plainText } from './setup.ts'

export interface ConflictEditor {
  /** The text that is to be saved, as edited so far. */
  text(): string
  destroy(): void
}

interface Versions {
  /** The file's text. */
  readonly theirs: string
  readonly mine: string
}

const COLLAPSE = { margin: 2, minSize: 3 }

export function sideBySide(parent: HTMLElement, { theirs, mine }: Versions): ConflictEditor {
  const merge = new MergeView({
    parent,
    a: { doc: theirs, extensions: [plainText, EditorState.readOnly.of(true), named('The text in the file')] },
    b: { doc: mine, extensions: [plainText, named('Your text')] },
    revertControls: 'a-to-b',
    renderRevertControl: () => button('→', 'Take this part over'),
    collapseUnchanged: COLLAPSE,
    gutter: false,
  })
  return { text: () => merge.b.state.doc.toString(), destroy: () => merge.destroy() }
}

export function stacked(parent: HTMLElement, { theirs, mine }: Versions): ConflictEditor {
  const merging = unifiedMergeView({
    original: theirs,
    gutter: false,
    allowInlineDiffs: false,
    collapseUnchanged: COLLAPSE,
    mergeControls: (type, act) => {
      const words = type === 'reject' ? 'Take the file’s' : 'Keep mine'
      const control = button(words, `${words}, for this part`)
      control.addEventListener('mousedown', act)
      return control
    },
  })
  const view = new EditorView({ parent, doc: mine, extensions: [plainText, merging, named('Both texts')] })
  return { text: () => view.state.doc.toString(), destroy: () => view.destroy() }
}

function named(label: string): Extension {
  return EditorView.contentAttributes.of({ 'aria-label': label })
}

function button(words: string, title: string): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = words
  element.title = title
  element.setAttribute('aria-label', title)
  return element
}
