import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Index } from '../index/index.ts'
import { hubs } from '../index/overview.ts'
import { sync } from '../index/sync.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { SoFar } from './so-far.ts'

test('while notes are read, hubs are those of a moment ago, however much is written meanwhile; later those of then', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'notly-so-far-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const index = await Index.open(join(folder, 'index.db'))
  onTestFinished(() => index.close())
  const vault = new MemoryVault({ 'Acme.md': '', 'a.md': '[[Acme]]' })
  await sync(vault, index)
  const soFar = new SoFar(() => index.snapshot(), 0)
  onTestFinished(() => soFar.close())

  const looking = soFar.look()
  vault.writeOutside('b.md', '[[Acme]]')
  await sync(vault, index)
  const look = await looking
  expect(look && hubs(look, 5)).toMatchObject([{ path: 'Acme.md', sources: 1 }])
  expect(hubs(index.db, 5)).toMatchObject([{ path: 'Acme.md', sources: 2 }])

  await expect
    .poll(async () => {
      const later = await soFar.look()
      return later && hubs(later, 5)
    })
    .toMatchObject([{ path: 'Acme.md', sources: 2 }])
})

test('an index in memory cannot be looked at so', async () => {
  const index = await Index.open(':memory:')
  onTestFinished(() => index.close())
  expect(await new SoFar(() => index.snapshot()).look()).toBeUndefined()
})
