import { rememberedStore, useStore } from './store.ts'

export type Theme = 'system' | 'light' | 'dark'

const theme = rememberedStore<Theme>('theme', 'system')

/** Sets the theme on the page; when it comes, `before.ts` has set the remembered one. */
function applyTheme(): void {
  const chosen = theme.get()
  const root = document.documentElement
  if (chosen === 'system') delete root.dataset.theme
  else root.dataset.theme = chosen
}

export function useTheme(): readonly [Theme, (next: Theme) => void] {
  return [useStore(theme), setTheme]
}

export function setTheme(next: Theme): void {
  theme.set(next)
  applyTheme()
}

/** From what is shown now to its opposite. */
export function toggleTheme(): void {
  const dark =
    theme.get() === 'dark' || (theme.get() === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  setTheme(dark ? 'light' : 'dark')
}
