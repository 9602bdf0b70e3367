import { createStore, rememberedStore } from '../store.ts'

/** Whether the left column and the margin stand open where there is room for them. */
export const leftOpen = rememberedStore('left-column', true)
export const marginOpen = rememberedStore('margin', true)

/** Whether they are pulled out where there is none. */
export const drawerOpen = createStore(false)
export const sheetOpen = createStore(false)

/** Whether the quick switcher is open, and what it was opened for. */
export const switcher = createStore<'closed' | 'open' | 'create' | 'commands'>('closed')

/** Raised to ask the search view for the cursor. */
export const searchWanted = createStore(0)
