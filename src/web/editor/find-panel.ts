import {
  highlightSelectionMatches,
  openSearchPanel,
  SearchQuery,
  search,
  searchKeymap,
  searchPanelOpen,
  setSearchQuery,
} from '@codemirror/search'
import type { Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

/** Opens the panel; words that were typed for it already are looked for. */
export function openWith(view: EditorView, words: string): void {
  openSearchPanel(view)
  if (words !== '') view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: words })) })
}

/** A pattern that somebody copied from elsewhere can hold up the page for ever, so none can be asked for. */
const wordsOnly = EditorView.updateListener.of(({ view, state }) => {
  if (searchPanelOpen(state)) view.dom.querySelector('.cm-search [name=re]')?.closest('label')?.remove()
})

export const finding: Extension = [
  keymap.of(searchKeymap),
  search({ top: true }),
  wordsOnly,
  highlightSelectionMatches({ minSelectionLength: 3 }),
]
