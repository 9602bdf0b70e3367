/** What looks back is seldom looked at: its code comes when it is. */
import { later } from '../ui/later.tsx'

export const HistoryView = later(async () => (await import('./history-view.tsx')).HistoryView)
export const TrashView = later(async () => (await import('./trash-view.tsx')).TrashView)
export const SettingsView = later(async () => (await import('../settings/settings-view.tsx')).SettingsView)
export const ActivityView = later(async () => (await import('./activity-view.tsx')).ActivityView)
