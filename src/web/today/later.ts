import { later } from '../ui/later.tsx'

export const TodayView = later(async () => (await import('./today-view.tsx')).TodayView)
export const DayView = later(async () => (await import('./day-view.tsx')).DayView)
