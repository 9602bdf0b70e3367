import { later } from '../ui/later.tsx'

export const TasksView = later(async () => (await import('./tasks-view.tsx')).TasksView)
