import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { type Store, useStore } from '../store.ts'
import { CheckedItem } from '../ui/checked-item.tsx'
import menu from '../ui/menu.module.css'
import type { Order } from './group.ts'
import { OrderButton } from './order-button.tsx'

const ORDERS: readonly (readonly [Order, string])[] = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['title', 'By title'],
]

export function OrderMenu({ store }: { store: Store<Order> }): ReactElement {
  const order = useStore(store)
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<OrderButton />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            <Menu.RadioGroup value={order} onValueChange={(value: Order) => store.set(value)}>
              {ORDERS.map(([value, label]) => (
                <CheckedItem key={value} value={value}>
                  {label}
                </CheckedItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
