import { expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { backlinksOf } from './backlinks.ts'
import { Index } from './index.ts'
import { sync } from './sync.ts'

async function backlinks(files: Record<string, string>, path: string): Promise<string[]> {
  const index = await Index.open(':memory:')
  await sync(new MemoryVault(files), index)
  const found = backlinksOf(index.db, notePath(path)).map(({ source, context }) => `${source}: ${context}`)
  index.close()
  return found
}

test.each<[string, Record<string, string>, string, string[]]>([
  [
    'by its name, path and from a folder',
    { 'A.md': '[[Gone]]', 'x/B.md': '[g](Gone.md)' },
    'x/Gone.md',
    ['A.md: [[Gone]]', 'x/B.md: [g](Gone.md)'],
  ],
  ['not where another note answers', { 'A.md': '[[Gone]]', 'y/Gone.md': '' }, 'x/Gone.md', []],
  ['not for another path of that name', { 'A.md': '[[y/Gone]] [g](/y/Gone.md)' }, 'x/Gone.md', []],
  ['not by words of a title that it might have had', { 'A.md': '[[The gone one]]' }, 'Gone.md', []],
])('a note that is not there has the links that wait for it: %s', async (_, files, path, expected) => {
  expect((await backlinks(files, path)).sort()).toEqual(expected)
})
