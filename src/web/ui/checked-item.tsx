import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import menu from './menu.module.css'

/** One of several in a menu; the one that is chosen has a check mark. */
export function CheckedItem({ value, children }: { value: string; children: ReactNode }): ReactElement {
  return (
    <Menu.RadioItem value={value} closeOnClick className={menu.item}>
      {children}
      <Menu.RadioItemIndicator className={menu.check}>
        <Check size={16} strokeWidth={1.75} aria-hidden />
      </Menu.RadioItemIndicator>
    </Menu.RadioItem>
  )
}
