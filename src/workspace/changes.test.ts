import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChangeEvent } from '../core/answers.ts'
import { notePath } from '../core/path.ts'
import { Index } from '../index/index.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { Workspace } from '../workspace.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notly-changes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what another process took into the index is told here too', async () => {
  const vault = new MemoryVault({ 'a.md': '', 'gone.md': '' })
  const open = async () => Workspace.open(vault, await Index.open(join(folder, 'index.db')))
  const [here, there] = [await open(), await open()]
  await here.sync()
  const events: ChangeEvent[] = []
  here.onChange((event) => events.push(event))
  expect(here.names('fresh', undefined, 5)).toEqual([])

  vault.writeOutside('Fresh.md', '[[a]]')
  vault.writeOutside('a.md', 'other')
  vault.removeOutside('gone.md')
  await there.sync()
  await here.sync()

  expect(events.map(({ changed, removed }) => ({ changed: changed.toSorted(), removed }))).toEqual([
    { changed: ['Fresh.md', 'a.md'], removed: ['gone.md'] },
  ])
  expect(here.names('fresh', undefined, 5).map(({ path }) => path)).toEqual(['Fresh.md'])
  expect(here.backlinks(notePath('a.md'))).toHaveLength(1)
  await Promise.all([here.close(), there.close()])
})

test('an index that is damaged while open is made anew', async () => {
  const vault = new MemoryVault({ 'a.md': '[[b]]', 'b.md': '' })
  const file = join(folder, 'index.db')
  const index = await Index.open(file)
  const workspace = await Workspace.open(vault, index)
  await workspace.sync()
  index.db.script('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA cache_size = 0; PRAGMA shrink_memory')
  const { openSync, writeSync, fstatSync, closeSync } = await import('node:fs')
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(fstatSync(handle).size - 200, 0xab), 0, undefined, 200)
  closeSync(handle)
  vault.writeOutside('c.md', '[[b]]')
  expect(await workspace.sync()).toMatchObject({ notes: 3, links: 2 })
  expect(workspace.backlinks(notePath('b.md'))).toHaveLength(2)
  await workspace.close()
})
