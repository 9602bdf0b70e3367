import { rememberedStore } from '../store.ts'

/** The folders whose content the tree shows. */
export const unfoldedFolders = rememberedStore<readonly string[]>('folders', [])
