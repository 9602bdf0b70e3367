import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { holding } from '../../scripts/lib/lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'notly-lock-'))
const file = join(folder, 'lock')
afterAll(() => rmSync(folder, { recursive: true }))

test('one after the other, never two at once', async () => {
  let [inside, most] = [0, 0]
  const work = async () => {
    most = Math.max(most, ++inside)
    await setTimeout(20)
    inside--
  }
  await Promise.all([1, 2, 3].map(() => holding(file, work)))
  expect(most).toBe(1)
  expect(existsSync(file)).toBe(false)
})

test('who fails lets the next one in', async () => {
  await expect(holding(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await holding(file, () => 'yes')).toBe('yes')
})

test('who ended without letting go is not waited for', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(file, String(pid))
  expect(await holding(file, () => 'mine')).toBe('mine')
  expect(existsSync(file)).toBe(false)
})
