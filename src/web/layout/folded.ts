import { rememberedStore, useStore } from '../store.ts'

/** The sections that the reader has folded. */
const folded = rememberedStore<readonly string[]>('folded', [])

export function useFolded(id: string): boolean {
  return useStore(folded).includes(id)
}

export function setFolded(id: string, fold: boolean): void {
  const others = folded.get().filter((other) => other !== id)
  folded.set(fold ? [...others, id] : others)
}
