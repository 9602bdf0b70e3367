import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exchangeFiles } from './exchanging.ts'
import { codeOf } from './sentences.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notly-exchange-'))
  writeFileSync(at('a ä 日本.md'), 'a')
  writeFileSync(at('b.md'), 'b')
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const texts = () => ['a ä 日本.md', 'b.md'].map((name) => readFileSync(at(name), 'utf8'))

describe.skipIf(process.platform === 'win32')('two files', () => {
  it('change places', () => {
    expect(exchangeFiles(at('a ä 日本.md'), at('b.md'))).toBe(true)
    expect(texts()).toEqual(['b', 'a'])
  })

  it('stay where one of them is missing, which fails as a call of the system does', () => {
    let failed: unknown
    try {
      exchangeFiles(at('b.md'), at('missing.md'))
    } catch (error) {
      failed = error
    }
    expect(codeOf(failed)).toBe('ENOENT')
    expect(texts()).toEqual(['a', 'b'])
  })

  // What the system tells of itself is no place for files: it answers as a file system does that cannot do this.
  it.skipIf(process.platform !== 'linux')('stay where the file system cannot do that, which is told', () => {
    expect(exchangeFiles('/proc/version', '/proc/uptime')).toBe(false)
  })
})
