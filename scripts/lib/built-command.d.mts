/** By path, seen from the clone's folder. */
export type BuiltFrom = Readonly<Record<string, string>>
export const COMMAND: string
export const MANIFEST: string
export function stampOf(stat: { readonly size: number; readonly mtimeMs: number }): string
export function isBuilt(root: string): boolean
