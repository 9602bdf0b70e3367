import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import menu from '../ui/menu.module.css'
import { FOLDER_COMMANDS } from './folder-commands.ts'
import { FolderMenuButton } from './folder-menu.tsx'
import css from './note-menu.module.css'

interface FolderMenuListProps {
  readonly path: string
  readonly className?: string | undefined
}

export function FolderMenuList({ path, className }: FolderMenuListProps): ReactElement {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<FolderMenuButton path={path} className={className} />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            {FOLDER_COMMANDS.map(({ title, icon: Icon, run }) => (
              <Menu.Item key={title} className={menu.item} onClick={() => run(path)}>
                <Icon size={16} strokeWidth={1.75} aria-hidden className={css.icon} />
                <span className={css.title}>{title}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
