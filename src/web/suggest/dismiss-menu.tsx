import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import type { DismissalAnswer } from '../../http/types.ts'
import menu from '../ui/menu.module.css'
import { dismiss } from './acts.ts'
import { DismissButton } from './dismiss-button.tsx'

export interface DismissMenuProps {
  /** As it is shown. */
  readonly words: string
  readonly key_: string
  readonly path: string
  /** The sentence of a place; undefined for what is in no single place. */
  readonly around: string | undefined
}

/** How far a suggestion is dismissed. */
export function DismissMenu({ words, key_: key, path, around }: DismissMenuProps): ReactElement {
  const item = (label: string, dismissal: DismissalAnswer) => (
    <Menu.Item className={menu.item} onClick={() => void dismiss(dismissal, words)}>
      {label}
    </Menu.Item>
  )
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<DismissButton words={words} />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            {around !== undefined && item('Not in this place', { scope: 'place', key, path, around })}
            {item('Not in this note', { scope: 'note', key, path, around: null })}
            {item('Not anywhere', { scope: 'everywhere', key, path: null, around: null })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
