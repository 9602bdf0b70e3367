import { FolderInput, type LucideIcon, PencilLine } from 'lucide-react'
import { currentRoute } from '../navigate.ts'
import { startMoveFolder, startRenameFolder } from './start.ts'

export interface FolderCommand {
  readonly title: string
  readonly icon: LucideIcon
  run(path: string): void
}

/** What can be done with a folder as a whole. */
export const FOLDER_COMMANDS: readonly FolderCommand[] = [
  { title: 'Rename this folder…', icon: PencilLine, run: startRenameFolder },
  { title: 'Move this folder…', icon: FolderInput, run: startMoveFolder },
]

/** The folder that is shown; the top folder has no name, and stays where it is. */
export function folderHere(): string | undefined {
  const here = currentRoute()
  return here.kind === 'folder' && here.path !== '' ? here.path : undefined
}
