import { useEffect } from 'react'
import { showChain } from '../chain/wanted.ts'
import { openToday } from '../create.ts'
import { currentRoute, go } from '../navigate.ts'
import { takeAction } from '../notice.ts'
import { startExtract, startRename } from '../refactor/start.ts'
import { linkHere, nameHere } from '../suggest/acts.ts'
import { openTopic } from '../topic/open-topic.ts'
import { isShortcut } from '../ui/shortcuts.ts'
import { drawerOpen, leftOpen, marginOpen, searchWanted, switcher } from './panels.ts'

export const SHORTCUTS = {
  switcher: 'Ctrl+K',
  search: 'Ctrl+Shift+F',
  left: 'Ctrl+\\',
  margin: 'Ctrl+Shift+\\',
  create: 'Alt+N',
  today: 'Alt+T',
  rename: 'F2',
  extract: 'Ctrl+Shift+N',
  undo: 'Alt+Z',
  why: 'Alt+W',
  topic: 'Alt+O',
  link: 'Ctrl+Shift+L',
  name: 'Alt+C',
} as const

/** The keys that work everywhere, the editor included. */
export function useShortcuts(narrow: boolean): void {
  useEffect(() => {
    const left = narrow ? drawerOpen : leftOpen
    const actions: Record<keyof typeof SHORTCUTS, () => void> = {
      switcher: () => switcher.set(switcher.get() === 'closed' ? 'open' : 'closed'),
      search: openSearch,
      left: () => left.set(!left.get()),
      margin: () => marginOpen.set(!marginOpen.get()),
      create: () => switcher.set('create'),
      today: () => void openToday(),
      rename: () => startRename(),
      extract: () => startExtract(),
      undo: takeAction,
      why: showChain,
      topic: openTopic,
      link: () => void linkHere(),
      name: () => void nameHere(),
    }
    const onKey = (event: KeyboardEvent) => {
      for (const name of Object.keys(SHORTCUTS) as (keyof typeof SHORTCUTS)[]) {
        if (!isShortcut(event, SHORTCUTS[name])) continue
        // In a tree it is the row that is renamed.
        if (name === 'rename' && event.target instanceof Element && event.target.closest('[role="tree"]')) continue
        event.preventDefault()
        event.stopPropagation()
        actions[name]()
        return
      }
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [narrow])
}

export function openSearch(): void {
  if (currentRoute().kind !== 'search') go({ kind: 'search', q: '' })
  searchWanted.set(searchWanted.get() + 1)
}
