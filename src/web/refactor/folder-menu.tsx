import { Ellipsis } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { fileNameOf } from '../../core/path.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { laterMenu } from '../ui/later.tsx'

interface FolderMenuProps {
  readonly path: string
  readonly className?: string | undefined
}

const Menu = laterMenu(async () => (await import('./folder-menu-list.tsx')).FolderMenuList)

/** What can be done with a folder, for who uses the mouse. */
export function FolderMenu(props: FolderMenuProps): ReactElement {
  return <Menu {...props} fallback={<FolderMenuButton {...props} />} />
}

export function FolderMenuButton({ path, ...rest }: FolderMenuProps & ComponentProps<'button'>): ReactElement {
  return <IconButton icon={Ellipsis} size={16} label={`More to do with the folder ${fileNameOf(path)}`} {...rest} />
}
