import {
  highlightSelectionMatches,
  openSearchPanel,
  SearchQuery,
  search,
  searchKeymap,
  setSearchQuery,
} from '@codemirror/search'
import type { Extension } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'

/** Opens the panel; words that were typed for it already are looked for. */
export function openWith(view: EditorView, words: string): void {
  openSearchPanel(view)
  if (words !== '') view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: words })) })
}

export const finding: Extension = [
  keymap.of(searchKeymap),
  search({ top: true }),
  highlightSelectionMatches({ minSelectionLength: 3 }),
]
