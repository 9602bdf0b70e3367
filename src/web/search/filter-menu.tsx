import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import type { Filter } from '../../core/query/tree.ts'
import menu from '../ui/menu.module.css'
import type { Choice } from './choices.ts'
import { FilterButton } from './filter-button.tsx'

interface FilterMenuProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly onChoose: (filter: Filter) => void
}

export function FilterMenu({ label, choices, onChoose }: FilterMenuProps): ReactElement {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<FilterButton label={label} />} />
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
