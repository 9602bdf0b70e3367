import { Menu } from '@base-ui/react/menu'
import { PencilLine, Search } from 'lucide-react'
import type { ReactElement } from 'react'
import { go } from '../navigate.ts'
import menu from '../ui/menu.module.css'
import css from './note-menu.module.css'
import { startRenameTag } from './start.ts'
import { TagMenuButton } from './tag-menu.tsx'

export function TagMenuList({ tag, className }: { tag: string; className?: string | undefined }): ReactElement {
  const items = [
    ['Rename, or merge into another…', PencilLine, () => startRenameTag(tag)],
    ['Search in its notes', Search, () => go({ kind: 'search', q: `tag:${tag} ` })],
  ] as const
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<TagMenuButton tag={tag} className={className} />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            {items.map(([title, Icon, run]) => (
              <Menu.Item key={title} className={menu.item} onClick={run}>
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
