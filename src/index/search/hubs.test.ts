import { expect, test } from 'vitest'
import { readQuery } from '../../core/query/read.ts'
import { MemoryVault } from '../../vaults/memory.ts'
import { Index } from '../index.ts'
import { searchNotes } from '../search.ts'
import { sync } from '../sync.ts'

const NOTES = 4000
/** Milliseconds of this thread; were all notes gone through for each that links, it would take 300. */
const PATIENCE = 120

function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

test('whoever links to a hub is found in a time that grows with the links, not with their square', async () => {
  const files = Object.fromEntries(Array.from({ length: NOTES }, (_, at) => [`${at}.md`, '[[Hub]]\n']))
  const index = await Index.open(':memory:')
  await sync(new MemoryVault({ ...files, 'Hub.md': '', 'Other.md': '' }), index)
  // What is read into memory once is read before.
  searchNotes(index.db, readQuery('links:[[Other]] OR hub'), 1, '2026-03-29')
  const begun = worked()
  expect(searchNotes(index.db, readQuery('links:[[Hub]]'), NOTES, '2026-03-29')).toHaveLength(NOTES)
  expect(worked() - begun).toBeLessThan(PATIENCE)
  index.close()
})
