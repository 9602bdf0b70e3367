import { Monitor, Moon, Sun } from 'lucide-react'
import type { ComponentProps, ReactElement } from 'react'
import { useTheme } from '../theme.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { laterMenu } from '../ui/later.tsx'

export const THEMES = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
] as const

const ThemeMenu = laterMenu(async () => (await import('./theme-menu.tsx')).ThemeMenu)

export function ThemeSwitch(): ReactElement {
  return <ThemeMenu fallback={<ThemeButton />} />
}

export function ThemeButton(props: ComponentProps<'button'>): ReactElement {
  const [theme] = useTheme()
  const icon = THEMES.find(({ value }) => value === theme)?.icon ?? Monitor
  return <IconButton {...props} icon={icon} label="Theme" />
}
