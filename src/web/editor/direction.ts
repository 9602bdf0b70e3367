/** A line of Arabic or Hebrew reads from the right; its neighbours go on as they are. */
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** The browser decides by the first letter. */
const byItsLetters = Decoration.line({ attributes: { dir: 'auto' } })

function directions({ state, visibleRanges }: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges)
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at)
      if (FROM_THE_RIGHT.test(line.text)) found.add(line.from, line.from, byItsLetters)
      at = line.to + 1
    }
  return found.finish()
}

export const direction: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = directions(view)
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = directions(update.view)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
]
