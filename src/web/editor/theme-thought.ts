import { type Extension, Prec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** A field as others of the app are, not a page. */
export const thoughtLook: Extension = Prec.highest(
  EditorView.theme({
    '&': {
      border: '1px solid var(--line-control)',
      borderRadius: 'var(--radius)',
      backgroundColor: 'var(--paper-raised)',
      fontSize: 'var(--text-ui)',
    },
    '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '2px' },
    '.cm-scroller': { fontFamily: 'var(--sans)', lineHeight: '1.4', overflow: 'auto', maxHeight: '30vh' },
    '.cm-content': {
      boxSizing: 'border-box',
      minHeight: 'calc(var(--target) - 2px)',
      padding: 'calc((var(--target) - 2px - 1.4em) / 2) var(--s3)',
    },
    '.cm-placeholder': { fontStyle: 'normal' },
  }),
)
