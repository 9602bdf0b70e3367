/**
 * A cursor that blinks by a clock, twice in a while. The editor's own blinks by a style animation, for which browsers make a new
 * picture of the page sixty times a second, and each key waits for the one that is being made.
 */
import type { Extension } from '@codemirror/state'
import { drawSelection, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/** How long it is seen, and not seen. Milliseconds. */
const HALF = 600
/** It does not blink for ever: a page that is only looked at has nothing to draw. */
const TIMES = 60

const blinking = ViewPlugin.fromClass(
  class {
    #view: EditorView
    #timer: ReturnType<typeof setInterval> | undefined

    constructor(view: EditorView) {
      this.#view = view
      this.#start()
    }

    update({ docChanged, selectionSet, focusChanged }: ViewUpdate): void {
      if (docChanged || selectionSet || focusChanged) this.#start()
    }

    destroy(): void {
      clearInterval(this.#timer)
    }

    /** Seen at first, wherever it went. */
    #start(): void {
      clearInterval(this.#timer)
      this.#show(true)
      if (!this.#view.hasFocus || matchMedia('(prefers-reduced-motion: reduce)').matches) return
      let times = 0
      this.#timer = setInterval(() => {
        this.#show(++times % 2 === 0)
        if (times === 2 * TIMES) clearInterval(this.#timer)
      }, HALF)
    }

    #show(seen: boolean): void {
      const layer = this.#view.scrollDOM.querySelector<HTMLElement>('.cm-cursorLayer')
      const visibility = seen ? '' : 'hidden'
      if (layer !== null && layer.style.visibility !== visibility) layer.style.visibility = visibility
    }
  },
)

// Important, since the editor names its animation anew on the element with each key.
export const caret: Extension = [
  drawSelection(),
  EditorView.theme({ '&.cm-focused > .cm-scroller > .cm-cursorLayer': { animation: 'none !important' } }),
  blinking,
]
