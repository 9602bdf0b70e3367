import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const tone = (colour: string) => ({ '--tone': `var(--${colour})` })

export const calloutLook: Extension = EditorView.theme({
  '.cm-line.cm-callout': {
    borderInlineStart: '3px solid var(--tone)',
    paddingInlineStart: 'var(--s4)',
    paddingInlineEnd: 'var(--s3)',
    backgroundColor: 'color-mix(in oklab, var(--tone) 7%, transparent)',
  },
  '.cm-callout-note': tone('accent'),
  '.cm-callout-tip': tone('kind-knowledge'),
  '.cm-callout-good': tone('good'),
  '.cm-callout-warn': tone('warn'),
  '.cm-callout-bad': tone('danger'),
  '.cm-callout-title': { fontFamily: 'var(--sans)', fontWeight: '600', color: 'var(--tone)' },
  '.cm-callout-sign svg': { verticalAlign: '-0.1em', marginInlineEnd: 'var(--s2)' },
})
