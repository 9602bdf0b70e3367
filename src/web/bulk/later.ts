import { later } from '../ui/later.tsx'

export const ChooseList = later(async () => (await import('./choose-list.tsx')).ChooseList)
