import { expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { foresee } from './foreseen.ts'
import { Index } from './index.ts'
import { sync } from './sync.ts'
import { askEverything } from './testing/questions.ts'

const BEFORE = { 'a.md': 'See [[b]].', 'b.md': '# B\n\nfees', 'c.md': 'Nothing yet.' }
const AFTER = { 'a.md': 'See [[c]] about fees.', 'b.md': '# B\n\nother fees [[a]]', 'new.md': 'A tag #tag and [[b]]' }

test.each<[what: string, written: Readonly<Record<string, string>>]>([
  ['all came as foreseen', AFTER],
  ['one note was written otherwise', { ...AFTER, 'b.md': '# B\n\nquite [[new]] words' }],
  ['one was not written at all', { 'a.md': AFTER['a.md'], 'new.md': AFTER['new.md'] }],
  ['nothing was', {}],
])('a sync that was foreseen leaves what one without leaves: %s', async (_, written) => {
  const vault = new MemoryVault(BEFORE)
  const index = await Index.open(':memory:')
  await sync(vault, index)
  const foreseen = await foresee(index, new Map(Object.entries(AFTER).map(([path, text]) => [notePath(path), text])))
  for (const [path, text] of Object.entries(written)) vault.writeOutside(path, text)
  await sync(vault, index, Object.keys(AFTER).map(notePath), { foreseen })
  const fresh = await Index.open(':memory:')
  await sync(vault, fresh)
  const words = ['fees', 'tag', 'other', 'quite', 'yet']
  expect(askEverything(index.db, words)).toEqual(askEverything(fresh.db, words))
  expect(askEverything(index.db, words)).not.toEqual(askEverything((await Index.open(':memory:')).db, words))
})

test('what was foreseen is not read again', async () => {
  const vault = new MemoryVault(BEFORE)
  const index = await Index.open(':memory:')
  const foreseen = await foresee(index, new Map(Object.entries(BEFORE).map(([path, text]) => [notePath(path), text])))
  await sync(vault, index, Object.keys(BEFORE).map(notePath), { foreseen })
  const docs = index.db.all<[number]>('SELECT doc FROM file ORDER BY doc').map(([doc]) => doc)
  expect(docs).toEqual([1, 2, 3])
})
