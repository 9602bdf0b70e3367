import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Filter } from '../../core/query/tree.ts'
import menu from '../ui/menu.module.css'
import type { Choice } from './choices.ts'
import css from './search.module.css'

interface FilterMenuProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly onChoose: (filter: Filter) => void
}

export function FilterMenu({ label, choices, onChoose }: FilterMenuProps): ReactElement | null {
  if (choices.length === 0) return null
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={css.add}>
        {label}
        <ChevronDown size={13} strokeWidth={2} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.place} align="start" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            {choices.map((choice) => (
              <Menu.Item key={choice.label} className={menu.item} onClick={() => onChoose(choice.filter)}>
                {choice.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
