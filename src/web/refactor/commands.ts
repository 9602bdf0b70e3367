import {
  Compass,
  FilePlus2,
  FolderInput,
  Heading,
  History,
  Link2,
  type LucideIcon,
  Merge,
  Network,
  PencilLine,
  Scissors,
  Spline,
  Trash2,
  Waypoints,
} from 'lucide-react'
import { showChain } from '../chain/wanted.ts'
import { currentRoute, go } from '../navigate.ts'
import { linkHere, nameHere } from '../suggest/acts.ts'
import { openTopic } from '../topic/open-topic.ts'
import { startDelete, startExtract, startMerge, startMove, startRename, startRenameHeading } from './start.ts'

export interface NoteCommand {
  readonly title: string
  readonly icon: LucideIcon
  readonly shortcut?: string
  run(): void
}

/** What can be done with the open note as a whole. */
export const NOTE_COMMANDS: readonly NoteCommand[] = [
  { title: 'Rename this note…', icon: PencilLine, shortcut: 'F2', run: startRename },
  { title: 'Move this note…', icon: FolderInput, run: startMove },
  { title: 'Merge this note into another…', icon: Merge, run: startMerge },
  { title: 'Why is this note here?', icon: Waypoints, shortcut: 'Alt+W', run: showChain },
  { title: 'How does this hang together with…', icon: Spline, run: openBetween },
  { title: 'Graph around this note', icon: Network, run: openGraph },
  { title: 'Earlier texts of this note', icon: History, run: openHistory },
  { title: 'Delete this note…', icon: Trash2, run: startDelete },
]

/** What needs a place in its text. */
export const PLACE_COMMANDS: readonly NoteCommand[] = [
  { title: 'Rename this heading…', icon: Heading, run: startRenameHeading },
  { title: 'Make a note of the selection…', icon: Scissors, shortcut: 'Ctrl+Shift+N', run: startExtract },
  { title: 'Link the names in the selection', icon: Link2, shortcut: 'Ctrl+Shift+L', run: () => void linkHere() },
  {
    title: 'Make a note of what this paragraph says…',
    icon: FilePlus2,
    shortcut: 'Alt+C',
    run: () => void nameHere(),
  },
  { title: 'What is known about the selection?', icon: Compass, shortcut: 'Alt+O', run: openTopic },
]

export function isOnNote(): boolean {
  return currentRoute().kind === 'note'
}

function openBetween(): void {
  const here = currentRoute()
  if (here.kind === 'note') go({ kind: 'between', path: here.path })
}

function openGraph(): void {
  const here = currentRoute()
  if (here.kind === 'note') go({ kind: 'graph', path: here.path })
}

function openHistory(): void {
  const here = currentRoute()
  if (here.kind === 'note') go({ kind: 'history', path: here.path })
}
