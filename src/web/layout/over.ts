/** What lies over the page, and comes after it: none of it is seen at first. */
import { laterOver } from '../ui/later.tsx'

export const Switcher = laterOver(async () => (await import('../switcher/switcher.tsx')).Switcher)
export const LeftDrawer = laterOver(async () => (await import('./left-drawer.tsx')).LeftDrawer)
export const RefactorDialog = laterOver(async () => (await import('../refactor/dialog.tsx')).RefactorDialog)
export const PreviewCard = laterOver(async () => (await import('../preview.tsx')).PreviewCard)

/** Fetches what will be asked for, so that it is there at once and works when the server is away. */
export function fetchWhatLiesOver(): void {
  for (const part of [Switcher, LeftDrawer, PreviewCard, RefactorDialog]) void part.fetch()
}
