import { Menu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { type Theme, useTheme } from '../theme.ts'
import { CheckedItem } from '../ui/checked-item.tsx'
import menu from '../ui/menu.module.css'
import { THEMES, ThemeButton } from './theme-switch.tsx'

/** Light, dark, or as the system says. */
export function ThemeMenu(): ReactElement {
  const [theme, setTheme] = useTheme()
  return (
    <Menu.Root>
      <Menu.Trigger render={<ThemeButton />} />
      <Menu.Portal>
        <Menu.Positioner className={menu.place} side="top" align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            <Menu.RadioGroup value={theme} onValueChange={(value: Theme) => setTheme(value)}>
              {THEMES.map(({ value, label, icon: Icon }) => (
                <CheckedItem key={value} value={value}>
                  <Icon size={16} strokeWidth={1.75} aria-hidden />
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
