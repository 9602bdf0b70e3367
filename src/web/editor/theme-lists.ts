import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Width of one level, and of a mark, in em: wide enough for `10.` */
export const LIST_STEP = 1.6
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

const steps = Object.fromEntries(
  LEVELS.flatMap((depth) => [
    [`.cm-line.cm-li-${depth}`, { paddingInlineStart: `${depth * LIST_STEP}em` }],
    [`.cm-line.cm-quote.cm-li-${depth}`, { paddingInlineStart: `calc(var(--s4) + ${depth * LIST_STEP}em)` }],
  ]),
)

export const listSteps: Extension = EditorView.theme({
  ...steps,
  '.cm-line.cm-li': { textIndent: `${-LIST_STEP}em` },
  '.cm-bullet, .cm-number': { display: 'inline-block', minWidth: `${LIST_STEP}em`, textIndent: '0' },
  '.cm-bullet': { color: 'var(--ink-faint)', paddingInlineStart: '0.3em' },
  '.cm-number': { color: 'var(--ink-soft)', fontVariantNumeric: 'tabular-nums', whiteSpace: 'pre' },
  '.cm-checkbox': {
    width: '1em',
    height: '1em',
    margin: `0 ${LIST_STEP - 1.4}em 0 0.15em`,
    verticalAlign: '-0.1em',
    accentColor: 'var(--accent)',
    cursor: 'pointer',
  },
})
