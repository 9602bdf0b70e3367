import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { generateVault } from '../../bench/vault.ts'
import { COMMAND, isBuilt, MANIFEST, stampOf } from '../../scripts/lib/built-command.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

function newFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'notly-built-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('the command in one file does what its sources do, threads included', () => {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const built = newFolder(join(root, 'dist'))
  const vault = newFolder(tmpdir())
  generateVault(vault, { notes: 450, seed: 3 })
  const node = (...args: readonly string[]) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: root, encoding: 'utf8' })
  node(
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'vite.command.config.ts',
    '--outDir',
    built,
    '--logLevel',
    'warn',
  )
  const answers = [join(built, 'notly.mjs'), 'src/main.ts'].map((program) => {
    rmSync(join(vault, '.notly'), { recursive: true, force: true })
    return [['index', '--json'], ['hubs', '--json'], ['--version']].map((command) =>
      node(program, ...command, '--vault', vault).replace(/"milliseconds":\d+(\.\d+)?/, ''),
    )
  })
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.[0]).toContain('"notes":450')
})

test('a built command counts as long as each of its sources is what it was', () => {
  const clone = newFolder(tmpdir())
  const source = join(clone, 'a.ts')
  expect(isBuilt(clone)).toBe(false)
  mkdirSync(join(clone, COMMAND), { recursive: true })
  writeFileSync(join(clone, COMMAND, MANIFEST), JSON.stringify({ 'a.ts': stampOf({ size: 3, mtimeMs: 5000 }) }))
  const put = (text: string, seconds: number) => {
    writeFileSync(source, text)
    utimesSync(source, seconds, seconds)
  }
  expect(isBuilt(clone)).toBe(false)
  put('one', 5)
  expect(isBuilt(clone)).toBe(true)
  put('four', 5)
  expect(isBuilt(clone)).toBe(false)
  put('two', 6)
  expect(isBuilt(clone)).toBe(false)
  put('two', 5)
  expect(isBuilt(clone)).toBe(true)
  writeFileSync(join(clone, COMMAND, MANIFEST), '{"a.ts":')
  expect(isBuilt(clone)).toBe(false)
})
