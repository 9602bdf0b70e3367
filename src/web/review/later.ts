import { later } from '../ui/later.tsx'

export const ReviewView = later(async () => (await import('./review-view.tsx')).ReviewView)
