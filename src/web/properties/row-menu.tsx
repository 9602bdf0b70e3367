import { Menu } from '@base-ui/react/menu'
import { List, PencilLine, TextCursorInput, X } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Field, FieldEdit } from '../../core/properties/fields.ts'
import menu from '../ui/menu.module.css'
import { RowMenuButton } from './row-menu-button.tsx'
import type { ShownType } from './type-icon.tsx'

interface RowMenuProps {
  readonly field: Field
  readonly type: ShownType
  onRename(): void
  change(edit: FieldEdit): void
}

export function RowMenu({ field, type, onRename, change }: RowMenuProps): ReactElement {
  const { key } = field
  const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<RowMenuButton property={key} type={type} />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} align="start" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            <Menu.Item className={menu.item} onClick={onRename}>
              <PencilLine {...ICON} />
              Rename…
            </Menu.Item>
            {field.shape === 'one' && (
              <Menu.Item
                className={menu.item}
                onClick={() => change({ kind: 'set-list', key, items: field.value === '' ? [] : [field.value] })}
              >
                <List {...ICON} />
                Turn into a list
              </Menu.Item>
            )}
            {field.shape === 'list' && field.items.length < 2 && (
              <Menu.Item
                className={menu.item}
                onClick={() => change({ kind: 'set', key, value: field.items[0] ?? '', type: 'text' })}
              >
                <TextCursorInput {...ICON} />
                Turn into one value
              </Menu.Item>
            )}
            <Menu.Item className={menu.item} onClick={() => change({ kind: 'remove', key })}>
              <X {...ICON} />
              Remove
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
