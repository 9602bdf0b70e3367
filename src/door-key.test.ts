import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { doorKey, stateFolder } from './door-key.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'notly-key-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

test('is made once, for this user alone, and made anew when asked for', () => {
  const folder = join(home, 'state', 'notly')
  const key = doorKey(false, folder)
  expect(key).toHaveLength(32)
  expect(doorKey(false, folder)).toEqual(key)
  expect(statSync(join(folder, 'door.key')).mode & 0o777).toBe(0o600)
  expect(doorKey(true, folder)).not.toEqual(key)
  expect(readdirSync(folder)).toEqual(['door.key'])
})

test.each([
  ['that others may read', (file: string) => chmodSync(file, 0o644)],
  ['of another length', (file: string) => writeFileSync(file, 'short')],
])('one %s is not used', (_, spoil) => {
  const key = doorKey(false, home)
  spoil(join(home, 'door.key'))
  const other = doorKey(false, home)
  expect(other).toHaveLength(32)
  expect(other).not.toEqual(key)
  expect(doorKey(false, home)).toEqual(other)
})

test('lasts as long as the program where none can be kept', () => {
  writeFileSync(join(home, 'file'), '')
  const folder = join(home, 'file', 'notly')
  expect(doorKey(false, folder)).not.toEqual(doorKey(false, folder))
})

test.each([
  ['linux', {}, '/home/me/.local/state/notly'],
  ['linux', { XDG_STATE_HOME: '/state' }, '/state/notly'],
  ['linux', { XDG_STATE_HOME: 'not/absolute' }, '/home/me/.local/state/notly'],
  ['darwin', {}, '/home/me/Library/Application Support/Notly'],
] as const)('lies where programs of %s keep such things %j', (platform, env, expected) => {
  expect(stateFolder(env, platform, '/home/me')).toBe(expected)
})
