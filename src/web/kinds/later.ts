import { later } from '../ui/later.tsx'

export const KindView = later(async () => (await import('./kind-view.tsx')).KindView)
