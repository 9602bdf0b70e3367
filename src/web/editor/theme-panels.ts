import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const control = {
  minHeight: 'var(--target)',
  padding: '0 var(--s2)',
  margin: '0',
  border: '1px solid var(--line-control)',
  borderRadius: 'var(--radius)',
  fontFamily: 'var(--sans)',
  fontSize: 'var(--text-sm)',
  color: 'var(--ink)',
}

export const panelLook: Extension = EditorView.theme({
  '.cm-panels': { backgroundColor: 'transparent', color: 'var(--ink)', zIndex: '10' },
  '.cm-panels.cm-panels-top': { borderBottom: 'none', position: 'sticky' },
  '.cm-panel.cm-search': {
    display: 'grid',
    gridTemplateColumns: 'minmax(6rem, 1fr) auto auto auto',
    alignItems: 'center',
    gap: 'var(--s1)',
    padding: 'var(--s2) var(--s8) var(--s2) var(--s2)',
    marginBottom: 'var(--s3)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-l)',
    backgroundColor: 'var(--paper-raised)',
    boxShadow: 'var(--shadow)',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-sm)',
  },
  '.cm-panel.cm-search br': { display: 'none' },
  // What the words mean comes last, in a row of its own.
  '.cm-panel.cm-search label:last-of-type': { gridColumn: 'span 2' },
  '.cm-panel.cm-search [name=replaceAll]': { gridColumn: 'span 2' },
  '.cm-panel.cm-search .cm-textfield': { ...control, width: '100%', backgroundColor: 'var(--paper)' },
  '.cm-panel.cm-search .cm-button': {
    ...control,
    borderColor: 'var(--line-strong)',
    backgroundColor: 'transparent',
    backgroundImage: 'none',
    textAlign: 'center',
    cursor: 'pointer',
  },
  '.cm-panel.cm-search .cm-button:hover': { backgroundColor: 'var(--hover)' },
  '.cm-panel.cm-search label': {
    order: '1',
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--s1)',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search [name=close]': {
    top: 'var(--s2)',
    right: 'var(--s2)',
    width: 'var(--s6)',
    height: 'var(--s6)',
    fontSize: 'var(--text-h3)',
    color: 'var(--ink-soft)',
    cursor: 'pointer',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--mark)', outline: '2px solid var(--accent)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--mark-link)' },
})
