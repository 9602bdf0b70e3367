import { later } from '../ui/later.tsx'

export const TopicView = later(async () => (await import('./topic-view.tsx')).TopicView)

export const Fresh = later(async () => (await import('./fresh.tsx')).Fresh)
