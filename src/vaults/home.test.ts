import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderVault } from './folder.ts'
import { isInside } from './names.ts'

/** A vault that comes from somebody else may have links in its `.notly`; what Notly clears away there must be its own. */

let base = ''
let root = ''

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'notly-home-')))
  root = join(base, 'vault')
  mkdirSync(root)
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

function put(path: string, text = ''): void {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text)
}

const files = () => readdirSync(base, { recursive: true, encoding: 'utf8' }).sort()

describe('a .notly from somebody else', () => {
  it.each<[string, () => void, string]>([
    [
      'is a link to a folder of the user',
      () => symlinkSync('../Documents', join(root, '.notly')),
      'where other things are',
    ],
    ['is a link to the folder above', () => symlinkSync('..', join(root, '.notly')), 'where other things are'],
    ['has a journal elsewhere', () => link('journal', '../../Documents'), '“.notly/journal” is no file'],
    ['has an index elsewhere', () => link('index.db', '../../Documents/diary.txt'), '“.notly/index.db” is no file'],
    ['has rules elsewhere', () => link('.gitignore', '../../Documents/new'), '“.notly/.gitignore” is no file'],
    ['has settings elsewhere', () => link('settings.json', '/dev/zero'), '“.notly/settings.json” is no file'],
    ['has a map elsewhere', () => link('maps.json', '/dev/zero'), '“.notly/maps.json” is no file'],
    ['has what was opened elsewhere', () => link('opened.json', '/dev/zero'), '“.notly/opened.json” is no file'],
  ])('that %s is not opened', async (_, make, sentence) => {
    put('Documents/journal/2024/January', 'Dear diary')
    put('Documents/diary.txt', 'Dear diary')
    make()
    const before = files()
    await expect(FolderVault.open(root)).rejects.toThrow(sentence)
    expect(files()).toEqual(before)
  })

  function link(name: string, to: string): void {
    mkdirSync(join(root, '.notly'))
    symlinkSync(to, join(root, '.notly', name))
  }

  it('has only the files of a desk cleared away', async () => {
    put('Documents/0.new', 'mine')
    put('vault/.notly/journal/letters/0.new', 'mine')
    put('vault/.notly/journal/0123456789abcdef/letter', 'mine')
    put('vault/.notly/journal/0123456789abcdef/0.new', 'theirs')
    symlinkSync('../../../Documents', join(root, '.notly/journal/fedcba9876543210'))
    await FolderVault.open(root)
    expect(files().filter((path) => /letter|0\.new/.test(path))).toEqual([
      'Documents/0.new',
      'vault/.notly/journal/0123456789abcdef/letter',
      'vault/.notly/journal/fedcba9876543210/0.new',
      'vault/.notly/journal/letters',
      'vault/.notly/journal/letters/0.new',
    ])
  })

  it('may be a link to an empty folder, or to one that is Notly’s already', async () => {
    mkdirSync(join(base, 'home'))
    symlinkSync('../home', join(root, '.notly'))
    await FolderVault.open(root)
    put('home/index.db', '')
    put('home/settings.json', '{}')
    await FolderVault.open(root)
  })
})

it('a note that is a second name of a file outside is not written there', async () => {
  put('outside.md', 'before')
  linkSync(join(base, 'outside.md'), join(root, 'note.md'))
  const vault = await FolderVault.open(root)
  const source = await vault.read('note.md' as never)
  const result = await vault.apply([
    { kind: 'write', path: 'note.md' as never, text: 'after', base: source?.revision as never },
  ])
  expect(result.ok).toBe(true)
  expect([readFileSync(join(root, 'note.md'), 'utf8'), readFileSync(join(base, 'outside.md'), 'utf8')]).toEqual([
    'after',
    'before',
  ])
})

it.each(['..\\x.md', 'a\\..\\..\\x.md', 'C:x.md', 'C:\\x.md', 'a.md:stream', 'a\0.md'])(
  'on Windows %j is no name of a file',
  (path) => expect(isInside(path, /[\\:\0]/)).toBe(false),
)
