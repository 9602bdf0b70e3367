/** How the text looks; every value comes from the tokens. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { calloutLook } from './theme-callouts.ts'
import { listSteps } from './theme-lists.ts'
import { panelLook } from './theme-panels.ts'
import { pickerLook } from './theme-picker.ts'

const code = { fontFamily: 'var(--mono)', fontSize: '0.85em' }

const textLook = EditorView.theme({
  '&': { color: 'var(--ink)', fontSize: 'var(--text-read)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--serif)', lineHeight: 'var(--leading-read)', overflow: 'visible' },
  '&.cm-unwrapped .cm-scroller': { overflowX: 'auto' },
  '.cm-content': { padding: '0 0 30vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px', marginLeft: '-1px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-placeholder': { color: 'var(--ink-faint)', fontStyle: 'italic' },

  '.cm-h1, .cm-h2, .cm-h3, .cm-h4, .cm-h5, .cm-h6': {
    fontFamily: 'var(--serif)',
    fontWeight: '600',
    lineHeight: 'var(--leading-head)',
    textWrap: 'balance',
  },
  '.cm-h1': { fontSize: 'var(--text-h1)', paddingBlock: 'var(--s2)', letterSpacing: '-0.01em' },
  '.cm-h2': { fontSize: 'var(--text-h2)', paddingBlock: 'var(--s2) 0' },
  '.cm-h3': { fontSize: 'var(--text-h3)', paddingBlock: 'var(--s1) 0' },
  '.cm-h4, .cm-h5, .cm-h6': { fontSize: 'inherit' },

  '.cm-emphasis': { fontStyle: 'italic' },
  '.cm-strong': { fontWeight: '650' },
  '.cm-strike': { textDecoration: 'line-through', textDecorationColor: 'var(--ink-faint)' },
  '.cm-done': { color: 'var(--ink-faint)' },
  '.cm-code': {
    ...code,
    backgroundColor: 'var(--paper-sunken)',
    borderRadius: 'var(--radius-s)',
    padding: '0.1em 0.3em',
  },
  '.cm-blockid': { ...code, fontSize: '0.75em', color: 'var(--ink-faint)' },
  '.cm-dim': { color: 'var(--ink-faint)' },
  '.cm-codeblock-first': { borderStartStartRadius: 'var(--radius)', borderStartEndRadius: 'var(--radius)' },
  '.cm-codeblock-last': { borderEndStartRadius: 'var(--radius)', borderEndEndRadius: 'var(--radius)' },
  '.cm-codeblock, .cm-frontmatter': {
    ...code,
    lineHeight: '1.6',
    backgroundColor: 'var(--paper-sunken)',
    paddingInline: 'var(--s4)',
  },
  // A live query behind the mark of a list is no code any more.
  '.cm-codeblock:has(> .cm-live)': { backgroundColor: 'transparent', paddingInlineEnd: '0' },
  '.cm-live': { textIndent: '0' },
  '.cm-codeblock .cm-code': { padding: '0', backgroundColor: 'transparent' },
  '.cm-frontmatter': { color: 'var(--ink-soft)' },
  '.cm-dimblock': { color: 'var(--ink-faint)' },
  '.cm-quote': {
    borderInlineStart: '3px solid var(--line-strong)',
    paddingInlineStart: 'var(--s4)',
    color: 'var(--ink-soft)',
  },
  '.cm-footnote': { color: 'var(--accent)', fontSize: '0.75em', verticalAlign: 'super', lineHeight: '1' },
  '.cm-marked': { backgroundColor: 'var(--mark)', borderRadius: 'var(--radius-s)' },
  '.cm-field': {
    fontFamily: 'var(--sans)',
    fontSize: '0.85em',
    color: 'var(--ink-faint)',
    letterSpacing: '0.01em',
  },
  '.cm-rule': {
    display: 'inline-block',
    width: '100%',
    height: '0',
    verticalAlign: 'middle',
    borderTop: '1px solid var(--line-strong)',
  },
  '.cm-picture': {
    display: 'inline-block',
    verticalAlign: 'middle',
    maxWidth: '100%',
    height: 'auto',
    marginBlock: 'var(--s2)',
    borderRadius: 'var(--radius)',
  },

  '.cm-table': { ...code, overflowWrap: 'anywhere' },
  '.cm-tableholder': { overflowX: 'auto', paddingBlock: 'var(--s2)' },
  '.cm-tableholder table': {
    borderCollapse: 'collapse',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-ui)',
    lineHeight: '1.4',
    // A table that is too wide is pushed sideways, not its words apart.
    overflowWrap: 'break-word',
    wordBreak: 'normal',
  },
  '.cm-tableholder th': { fontWeight: '600', borderBottom: '1px solid var(--line-strong)' },
  '.cm-tableholder td': { borderBottom: '1px solid var(--line)' },
  '.cm-tableholder th, .cm-tableholder td': { padding: 'var(--s1) var(--s4) var(--s1) 0', verticalAlign: 'top' },

  '.cm-address': {
    color: 'var(--accent)',
    textDecoration: 'underline',
    textDecorationColor: 'var(--line-strong)',
    textUnderlineOffset: '0.2em',
    cursor: 'pointer',
  },
  '.cm-link-source': { color: 'var(--accent)' },
  '.cm-tag': {
    fontFamily: 'var(--sans)',
    fontSize: '0.85em',
    color: 'var(--ink-soft)',
    backgroundColor: 'var(--paper-sunken)',
    borderRadius: 'var(--radius-s)',
    padding: '0.1em 0.4em',
  },
  '.cm-tag[data-tag]': { cursor: 'pointer' },
  '.cm-tag[data-tag]:hover': { color: 'var(--ink)', backgroundColor: 'var(--pressed)' },

  '.cm-sign': {
    fontFamily: 'var(--sans)',
    fontSize: '0.8em',
    color: 'var(--ink-faint)',
    whiteSpace: 'nowrap',
    textIndent: '0',
  },
  '.cm-sign svg': { width: '1.05em', height: '1.05em', verticalAlign: '-0.15em', marginInlineEnd: '0.25em' },
  '.cm-sign-soon': { color: 'var(--warn)' },
  '.cm-sign-overdue': { color: 'var(--danger)' },

  '.cm-chip': {
    // The editor lets spaces hang at a line's end, where they would be underlined; browsers allow another way only in rich text.
    whiteSpace: 'normal',
    WebkitUserModify: 'read-write',
    color: 'var(--accent)',
    borderRadius: 'var(--radius-s)',
    cursor: 'pointer',
    boxDecorationBreak: 'clone',
    WebkitBoxDecorationBreak: 'clone',
    textDecoration: 'underline',
    textDecorationColor: 'color-mix(in oklab, var(--accent) 30%, transparent)',
    textDecorationThickness: '1px',
    textUnderlineOffset: '0.2em',
  },
  '.cm-named': {
    textDecoration: 'underline dotted 1px',
    textDecorationColor: 'var(--line-control)',
    textUnderlineOffset: '0.25em',
  },
  '.cm-chip-start': { whiteSpace: 'nowrap' },
  // The editor puts pictures of no width around what is hidden; in the flow they would let a line break before the full stop.
  '.cm-chip + .cm-widgetBuffer, .cm-chip + .cm-widgetBuffer + [contenteditable=false] + .cm-widgetBuffer': {
    position: 'absolute',
  },
  '.cm-chip:hover': { backgroundColor: 'var(--accent-wash)', textDecorationColor: 'currentColor' },
  '.cm-chip-icon': {
    display: 'inline-block',
    verticalAlign: '-0.1em',
    marginInlineEnd: '0.2em',
    lineHeight: '1',
    textIndent: '0',
  },
  '.cm-chip-icon svg': { width: '0.85em', height: '0.85em', display: 'block' },
  '.cm-chip-unresolved': {
    color: 'var(--ink-soft)',
    textDecorationStyle: 'dotted',
    textDecorationThickness: '1.5px',
    textDecorationColor: 'var(--ink-faint)',
  },
  '.cm-chip-ambiguous::after': { content: '"?"', color: 'var(--warn)', fontSize: '0.75em', verticalAlign: 'super' },
})

/** Only what the decorations do not say: code in fences stays plain, marks are faint. */
const highlighting = HighlightStyle.define([
  { tag: tags.processingInstruction, color: 'var(--ink-faint)' },
  { tag: tags.meta, color: 'var(--ink-soft)' },
  { tag: tags.comment, color: 'var(--ink-faint)' },
])

export const look: Extension = [
  textLook,
  calloutLook,
  listSteps,
  pickerLook,
  panelLook,
  syntaxHighlighting(highlighting),
]
