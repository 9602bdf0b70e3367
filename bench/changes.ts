import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { notePath } from '../src/core/path.ts'
import type { Index } from '../src/index/index.ts'
import { sync } from '../src/index/sync.ts'
import type { FolderVault } from '../src/vaults/folder.ts'
import { type Times, timesOf } from './measure.ts'

export interface ChangeTimes {
  /** One file that was changed elsewhere, from the hint to the index. */
  readonly one: Times
  /** A thousand at once, found by comparing everything. */
  readonly thousand: Times
}

/** Changes files as another program would. Each gets a line more. */
export async function timeChanges(folder: string, vault: FolderVault, index: Index): Promise<ChangeTimes> {
  const paths = index.db.all<[string]>('SELECT path FROM file WHERE is_note = 1 ORDER BY id').map(([path]) => path)
  const touch = (path: string): void => appendFileSync(join(folder, path), '\nAnother line.\n')
  const one: number[] = []
  for (const path of paths.slice(0, 60)) {
    touch(path)
    one.push(await timed(() => sync(vault, index, [notePath(path)])))
  }
  const thousand: number[] = []
  for (let at = 0; at < 3; at++) {
    for (const path of paths.slice(at * 1000, at * 1000 + 1000)) touch(path)
    thousand.push(await timed(() => sync(vault, index)))
  }
  return { one: timesOf(one.slice(10)), thousand: timesOf(thousand) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
