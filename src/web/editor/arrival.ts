/** Shows for a moment which line was meant, where one arrives from a backlink or a heading's link. */
import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

const arrived = StateEffect.define<number | undefined>()
const line = Decoration.line({ class: 'cm-arrived' })
/** Milliseconds, the fading included. */
const SHOWN = 2400

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, { effects, docChanged, state }) {
    for (const effect of effects) {
      if (!effect.is(arrived)) continue
      return effect.value === undefined
        ? Decoration.none
        : Decoration.set(line.range(state.doc.lineAt(effect.value).from))
    }
    return docChanged ? Decoration.none : marked
  },
  provide: (marked) => EditorView.decorations.from(marked),
})

const timers = new WeakMap<EditorView, ReturnType<typeof setTimeout>>()

export function showArrival(view: EditorView, offset: number): void {
  clearTimeout(timers.get(view))
  view.dispatch({ effects: arrived.of(offset) })
  timers.set(
    view,
    setTimeout(() => {
      if (view.dom.isConnected) view.dispatch({ effects: arrived.of(undefined) })
    }, SHOWN),
  )
}

export const arrival: Extension = [
  field,
  EditorView.theme({
    '.cm-line.cm-arrived': {
      borderRadius: 'var(--radius-s)',
      boxShadow: '0 0 0 3px var(--arrived)',
      backgroundColor: 'var(--arrived)',
    },
    '@media (prefers-reduced-motion: no-preference)': {
      '.cm-line.cm-arrived': { animation: `cm-arrive ${SHOWN}ms ease-in forwards` },
    },
    '@keyframes cm-arrive': {
      '60%': { boxShadow: '0 0 0 3px var(--arrived)', backgroundColor: 'var(--arrived)' },
      to: { boxShadow: '0 0 0 3px transparent', backgroundColor: 'transparent' },
    },
  }),
]
