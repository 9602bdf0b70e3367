/** Finding in the note, fetched when it is first asked for. */
import { type Extension, StateEffect } from '@codemirror/state'
import { type EditorView, keymap, ViewPlugin } from '@codemirror/view'
import { catchKeys, releaseKeys } from '../catch-keys.ts'
import { say } from '../notice.ts'

/** Milliseconds after an editor was opened: whatever was wanted first is there by then. */
const LATER = 1000

const loader = ViewPlugin.fromClass(
  class {
    #timer: ReturnType<typeof setTimeout>
    #found: Promise<typeof import('./find-panel.ts')> | undefined
    #closed = false

    constructor(view: EditorView) {
      this.#timer = setTimeout(() => this.load(view).catch(() => undefined), LATER)
    }

    destroy(): void {
      this.#closed = true
      clearTimeout(this.#timer)
    }

    /** Adds finding to the editor, once. */
    async load(view: EditorView): Promise<typeof import('./find-panel.ts')> {
      if (this.#found !== undefined) return this.#found
      this.#found = import('./find-panel.ts')
      this.#found.catch(() => {
        this.#found = undefined
      })
      const found = await this.#found
      if (!this.#closed) view.dispatch({ effects: StateEffect.appendConfig.of(found.finding) })
      return found
    }
  },
)

function open(view: EditorView): boolean {
  const plugin = view.plugin(loader)
  if (plugin === null) return false
  catchKeys('Finding in the note opens', () => void releaseKeys())
  plugin.load(view).then(
    ({ openWith }) => openWith(view, releaseKeys()),
    () => {
      releaseKeys()
      say('Finding in the note could not be loaded. Check that Notly is still running, then try again.')
    },
  )
  return true
}

export const findLater: Extension = [loader, keymap.of([{ key: 'Mod-f', run: open, preventDefault: true }])]
