import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Revision } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { Index } from '../index/index.ts'
import { type Disk, systemDisk } from '../vaults/disk.ts'
import { FolderVault } from '../vaults/folder.ts'
import { withoutLinks } from '../vaults/testing/disks.ts'
import { Workspace } from '../workspace.ts'

const BEFORE = '# Plan\n\nOne.\n\nTwo.\n'
const PATH = notePath('Plan.md')
const BESIDE = 'Plan (written by another program).md'
/** When what was just replaced may be looked at. Milliseconds. */
const later = () => Date.now() + 60_000

/** Empties a file, or opens it only, and says so; writes what it is told to, however much later that is. */
const PROGRAM = `
const { closeSync, ftruncateSync, openSync, writeSync } = require('node:fs')
const [file, flags] = process.argv.slice(1)
const opened = openSync(file, flags)
console.log('opened')
process.stdin.once('data', (text) => {
  ftruncateSync(opened, 0)
  writeSync(opened, String(text), 0)
  closeSync(opened)
  process.exit()
})`

let root: string
let workspace: Workspace
let programs: ChildProcess[]

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'notly-late-')))
  put('Plan.md', BEFORE)
  programs = []
})
afterEach(async () => {
  for (const program of programs) program.kill()
  await workspace.close()
  rmSync(root, { recursive: true })
})

function put(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

async function open(disk: Disk = systemDisk): Promise<void> {
  workspace = await Workspace.open(await FolderVault.open(root, disk), await Index.open(':memory:'))
  await workspace.sync()
}

/** @param flags `w` empties the file at once, `r+` does not */
async function openElsewhere(path: string, flags: 'w' | 'r+'): Promise<{ write(text: string): Promise<void> }> {
  const program = spawn(process.execPath, ['-e', PROGRAM, join(root, path), flags], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  programs.push(program)
  await once(program.stdout, 'data')
  return {
    async write(text) {
      program.stdin.write(text)
      await once(program, 'close')
    },
  }
}

async function save(text: string): Promise<void> {
  const { revision } = await workspace.read(PATH)
  expect(await workspace.save(PATH, text, revision as Revision)).toMatchObject({ saved: true })
}

/** Twice, since what is taken in replaces a file in its turn. */
async function takeAll(): Promise<void> {
  for (let time = 0; time < 2; time++) await workspace.takeLate(later())
}

/** What is left of files that were replaced. */
function leftOvers(): string[] {
  const folders = ['replaced', 'journal'].map((name) => join(root, '.notly', name))
  return folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
}

test('what a program writes that was held up while the note was saved is merged into it', async () => {
  await open()
  const late = await openElsewhere('Plan.md', 'r+')
  await save(BEFORE.replace('One', 'First'))
  await late.write(BEFORE.replace('Two', 'Second'))
  await takeAll()
  expect(textOf('Plan.md')).toBe('# Plan\n\nFirst.\n\nSecond.\n')
  expect(existsSync(join(root, BESIDE))).toBe(false)
  expect(leftOvers()).toEqual([])
  const [last] = workspace.operations(1)
  expect(last).toMatchObject({ kind: 'outside', paths: [PATH] })
})

test('where it emptied the note before, and both are not to be merged, it is a note beside it', async () => {
  await open()
  const late = await openElsewhere('Plan.md', 'w')
  await save('Mine.\n')
  await late.write(`${BEFORE}Three.\n`)
  await takeAll()
  expect(textOf('Plan.md')).toBe('Mine.\n')
  expect(textOf(BESIDE)).toBe(`${BEFORE}Three.\n`)
  expect(workspace.find('Plan (written by another program)').path).toBe(BESIDE)
  expect(readdirSync(root).filter((name) => name.endsWith('.md'))).toHaveLength(2)
  expect(leftOvers()).toEqual([])
})

test('a note that was emptied a moment ago is not saved over before its program had a second to write it', async () => {
  await open()
  const file = openSync(join(root, 'Plan.md'), 'w')
  const { revision } = await workspace.read(PATH)
  const saving = workspace.save(PATH, 'Mine.\n', revision as Revision)
  // Longer than a save takes, and than it is looked for a second time whether an empty file has been written.
  await setTimeout(300)
  writeSync(file, `${BEFORE}Three.\n`)
  closeSync(file)
  expect(await saving).toMatchObject({ saved: false, reason: 'conflict', text: `${BEFORE}Three.\n` })
  expect(textOf('Plan.md')).toBe(`${BEFORE}Three.\n`)
  expect(leftOvers()).toEqual([])
})

test('the same where a file can have one name only', async () => {
  await open(withoutLinks())
  const late = await openElsewhere('Plan.md', 'r+')
  await save(BEFORE.replace('One', 'First'))
  await late.write(BEFORE.replace('Two', 'Second'))
  await takeAll()
  expect(textOf('Plan.md')).toBe('# Plan\n\nFirst.\n\nSecond.\n')
  expect(leftOvers()).toEqual([])
})

test('and where many notes change at once', async () => {
  put('a.md', 'A [[Plan]].\n\nEnd.\n')
  put('b.md', 'B [[Plan]].\n')
  await open()
  const late = await openElsewhere('a.md', 'r+')
  await workspace.refactor({ kind: 'rename', path: PATH, title: 'Idea' })
  expect(textOf('a.md')).toContain('[[Idea]]')
  await late.write('A [[Plan]].\n\nThe end.\n')
  await takeAll()
  expect(textOf('a.md')).toBe('A [[Idea]].\n\nThe end.\n')
  expect(leftOvers()).toEqual([])
})

test('what is written into a note that was deleted brings it back', async () => {
  await open()
  const late = await openElsewhere('Plan.md', 'r+')
  const { revision } = await workspace.read(PATH)
  expect(await workspace.remove(PATH, revision as Revision)).toMatchObject({ saved: true })
  await late.write(`${BEFORE}Three.\n`)
  await takeAll()
  expect(textOf('Plan.md')).toBe(`${BEFORE}Three.\n`)
  expect(leftOvers()).toEqual([])
})

test('what a Notly that has ended left is taken in by the next', async () => {
  await open()
  const late = await openElsewhere('Plan.md', 'r+')
  await save(BEFORE.replace('One', 'First'))
  await workspace.close()
  await late.write(`${BEFORE}Three.\n`)
  await open()
  await workspace.takeLate(later())
  // Without a history nobody knows what both began with.
  expect(textOf(BESIDE)).toBe(`${BEFORE}Three.\n`)
  expect(leftOvers()).toEqual([])
})

test('what was replaced stays for half a minute, and is not touched before', async () => {
  await open()
  await save('Mine.\n')
  await workspace.takeLate()
  expect(leftOvers()).toHaveLength(1)
  await takeAll()
  expect(leftOvers()).toEqual([])
  expect(textOf('Plan.md')).toBe('Mine.\n')
})
