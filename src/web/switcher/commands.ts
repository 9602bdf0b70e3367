import {
  Activity,
  CalendarDays,
  type LucideIcon,
  PanelLeft,
  PanelRight,
  Settings,
  SquarePen,
  SunMoon,
  Trash2,
} from 'lucide-react'
import { openToday } from '../create.ts'
import { drawerOpen, leftOpen, marginOpen, sheetOpen, switcher } from '../layout/panels.ts'
import { openSearch, SHORTCUTS } from '../layout/use-shortcuts.ts'
import { VIEWS } from '../layout/view-links.tsx'
import { go } from '../navigate.ts'
import { isOnNote, NOTE_COMMANDS, PLACE_COMMANDS } from '../refactor/commands.ts'
import { FOLDER_COMMANDS, folderHere } from '../refactor/folder-commands.ts'
import { toggleTheme } from '../theme.ts'
import { NARROW, SLIM } from '../ui/media.ts'

export interface Command {
  readonly title: string
  readonly icon: LucideIcon
  readonly shortcut?: string
  /** Whether it has a meaning where one is; always, when there is none. */
  isPossible?(): boolean
  run(): void
}

export const COMMANDS: readonly Command[] = [
  { title: 'New note', icon: SquarePen, shortcut: SHORTCUTS.create, run: () => switcher.set('create') },
  { title: "Today's note", icon: CalendarDays, shortcut: SHORTCUTS.today, run: () => void openToday() },
  ...VIEWS.map(({ route, title, icon }) =>
    route.kind === 'search'
      ? { title: 'Search', icon, shortcut: SHORTCUTS.search, run: openSearch }
      : { title: `Go to ${title.toLowerCase()}`, icon, run: () => go(route) },
  ),
  { title: 'Go to activity', icon: Activity, run: () => go({ kind: 'activity' }) },
  { title: 'Go to trash', icon: Trash2, run: () => go({ kind: 'trash' }) },
  { title: 'Go to settings', icon: Settings, run: () => go({ kind: 'settings' }) },
  ...[...NOTE_COMMANDS, ...PLACE_COMMANDS].map((command) => ({ ...command, isPossible: isOnNote })),
  ...FOLDER_COMMANDS.map(({ title, icon, run }) => ({
    title,
    icon,
    isPossible: () => folderHere() !== undefined,
    run: () => run(folderHere() ?? ''),
  })),
  { title: 'Switch between light and dark', icon: SunMoon, run: toggleTheme },
  {
    title: 'Show or hide notes and views',
    icon: PanelLeft,
    shortcut: SHORTCUTS.left,
    run: () => toggle(matchMedia(NARROW).matches ? drawerOpen : leftOpen),
  },
  {
    title: 'Show or hide the margin',
    icon: PanelRight,
    shortcut: SHORTCUTS.margin,
    run: () => toggle(matchMedia(SLIM).matches ? sheetOpen : marginOpen),
  },
]

function toggle(store: { get(): boolean; set(value: boolean): void }): void {
  store.set(!store.get())
}

/** The commands whose words start with the words of the query; all of them when there is none. */
export function commandsFor(query: string): Command[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return COMMANDS.filter(({ title, isPossible }) => {
    if (isPossible?.() === false) return false
    const words = title.toLowerCase().split(/\s+/)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}
