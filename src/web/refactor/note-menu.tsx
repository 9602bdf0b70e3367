import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import controls from '../ui/controls.module.css'
import menu from '../ui/menu.module.css'
import { keyLabel } from '../ui/shortcuts.ts'
import { NOTE_COMMANDS, PLACE_COMMANDS } from './commands.ts'
import css from './note-menu.module.css'
import { NoteMenuButton } from './note-menu-button.tsx'

/** What can be done with the open note, for who uses the mouse. */
export function NoteMenu(): ReactElement {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<NoteMenuButton />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            {[...NOTE_COMMANDS, ...PLACE_COMMANDS].map(({ title, icon: Icon, shortcut, run }) => (
              <Menu.Item key={title} className={menu.item} onClick={run}>
                <Icon size={16} strokeWidth={1.75} aria-hidden className={css.icon} />
                <span className={css.title}>{title}</span>
                {shortcut && <kbd className={controls.key}>{keyLabel(shortcut)}</kbd>}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
