import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MemoryVault } from '../vaults/memory.ts'
import { Index, isAtLeast } from './index.ts'
import { countAll } from './overview.ts'
import { sync } from './sync.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notly-index-'))
  file = join(folder, 'index.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const vault = new MemoryVault({ 'a.md': '[[b]]', 'b.md': '' })

async function openAndSync(): Promise<{ readonly added: number; readonly links: number }> {
  const index = await Index.open(file)
  const { added } = await sync(vault, index)
  const { links } = countAll(index.db)
  index.close()
  return { added: added.length, links }
}

test('is kept from one time to the next', async () => {
  expect(await openAndSync()).toEqual({ added: 2, links: 1 })
  expect(await openAndSync()).toEqual({ added: 0, links: 1 })
})

test('is not written where nothing has changed', async () => {
  await openAndSync()
  const before = statSync(file, { bigint: true }).mtimeNs
  expect(await openAndSync()).toEqual({ added: 0, links: 1 })
  expect(statSync(file, { bigint: true }).mtimeNs).toBe(before)
})

test.each<[string, () => void]>([
  ['of another version', () => withDatabase((db) => db.exec('PRAGMA user_version = 1'))],
  [
    'with foreign tables',
    () => {
      rmSync(file)
      withDatabase((db) => db.exec('CREATE TABLE theirs (x)'))
    },
  ],
  ['that is no database', () => writeFileSync(file, 'Dear diary, '.repeat(100))],
  ['that is torn', () => writeFileSync(file, readFileSync(file).fill(0xff, 100, 4000))],
])('a file %s is made anew', async (_, spoil) => {
  await openAndSync()
  spoil()
  expect(await openAndSync()).toEqual({ added: 2, links: 1 })
})

function withDatabase(use: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(file)
  use(db)
  db.close()
}

test('two at once both stay right', async () => {
  const one = await Index.open(file)
  const other = await Index.open(file)
  const shared = new MemoryVault({ 'a.md': '[[b]]' })
  await Promise.all([sync(shared, one), sync(shared, other)])
  shared.writeOutside('b.md', '[[a]]')
  await sync(shared, other)
  expect(countAll(one.db)).toMatchObject({ notes: 2, links: 2, resolved: 2 })
  shared.removeOutside('a.md')
  await Promise.all([sync(shared, one), sync(shared, other)])
  expect(countAll(other.db)).toMatchObject({ notes: 1, links: 1, resolved: 0 })
  one.close()
  other.close()
})

test.each([
  ['3.51.3', true],
  ['3.51.10', true],
  ['4.0.0', true],
  ['3.51.2', false],
  ['3.9.9', false],
])('SQLite %s', (version, expected) => {
  expect(isAtLeast(version, '3.51.3')).toBe(expected)
})
