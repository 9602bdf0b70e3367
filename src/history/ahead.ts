import { setImmediate } from 'node:timers/promises'
import { compress } from './compression.ts'
import type { GivenChange } from './shapes.ts'

/** Texts that were compressed while something else was waited for. */
export interface Ahead {
  /** @param base the text that it is kept by; another one needs other bytes. @returns undefined when that was not foreseen */
  of(text: string, base: string | undefined): Uint8Array | undefined
}

/** Compressed between two pauses: whoever writes files meanwhile has many small things to do, and goes on at once. */
const SLICE = 2

/**
 * Compresses what changes will have to keep: the old texts whole, the new ones as what differs from them. Not in other threads:
 * those are few, and the syncs of the files that are being written need them.
 */
export async function compressAhead(changes: readonly GivenChange[]): Promise<Ahead> {
  const done = new Map<string, { readonly base: string | undefined; readonly zstd: Uint8Array }>()
  const add = (text: string | undefined, base: string | undefined) => {
    if (text === undefined || done.has(text)) return
    done.set(text, { base, zstd: compress(Buffer.from(text), base === undefined ? undefined : Buffer.from(base)) })
  }
  for (const [at, { before, after }] of changes.entries()) {
    if (at % SLICE === 0) await setImmediate()
    add(before?.text, undefined)
    add(after?.text, before?.text)
  }
  return {
    of: (text, base) => {
      const found = done.get(text)
      return found?.base === base ? found?.zstd : undefined
    },
  }
}
