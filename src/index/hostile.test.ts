import { expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { readQuery } from '../core/query/read.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { backlinksOf } from './backlinks.ts'
import { Index } from './index.ts'
import { linksOf } from './links.ts'
import { countAll } from './overview.ts'
import { searchNotes } from './search.ts'
import { sync } from './sync.ts'

async function indexOf(files: Readonly<Record<string, string>>): Promise<Index> {
  const index = await Index.open(':memory:')
  await sync(new MemoryVault(files), index)
  return index
}

test('offsets, lines and columns are those of the raw text, whatever its line ends and however it begins', async () => {
  const text = '\uFEFF# Title\r\n\r\nFirst 😀 line\r\nsee [[a]] here\r\n'
  const { db } = await indexOf({ 'a.md': '', 'b.md': text })
  const [link] = linksOf(db, notePath('b.md'))
  expect(link?.position).toEqual({ line: 4, column: 5, offset: text.indexOf('[[a]]') })
  const [backlink] = backlinksOf(db, notePath('a.md'))
  expect(backlink?.context.slice(backlink.contextFrom, backlink.contextTo)).toBe('[[a]]')
})

test('NUL bytes and lone halves of characters go in and come out', async () => {
  const { db } = await indexOf({ 'a.md': 'before \0 after [[b\0c]] and [[d]]\n', 'd.md': '' })
  expect(backlinksOf(db, notePath('d.md'))[0]?.context).toBe('before \0 after [[b\0c]] and [[d]]')
  expect(searchNotes(db, readQuery('after'), 5, '2026-05-01').map(({ path }) => path)).toEqual(['a.md'])
})

test('a very long line keeps its context short', async () => {
  const words = 'word '.repeat(25_000)
  const { db } = await indexOf({ 'a.md': `${words}[[b]] ${words}\n`, 'b.md': '' })
  const [backlink] = backlinksOf(db, notePath('b.md'))
  expect(backlink?.context.length).toBeLessThan(1000)
  expect(backlink?.context.slice(backlink.contextFrom, backlink.contextTo)).toBe('[[b]]')
})

test('a word as long as a book is a word, and the notes beside it are read', async () => {
  const { db } = await indexOf({ 'a.md': `${'a'.repeat(500_000)}é and [[b]]\n`, 'b.md': 'Here.\n' })
  expect(backlinksOf(db, notePath('b.md')).map(({ source }) => source)).toEqual(['a.md'])
  const found = searchNotes(db, readQuery('a'.repeat(100)), 5, '2026-05-01')
  expect(found.map(({ path }) => path)).toEqual(['a.md'])
})

test('thirty files of the same name', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}/index.md`, '[[index]]\n']))
  const { db } = await indexOf(files)
  expect(countAll(db)).toMatchObject({ notes: 30, links: 30, resolved: 30, ambiguous: 30 })
  for (const path of Object.keys(files)) expect(linksOf(db, notePath(path))[0]?.resolved).toBe(path)
})

test('names in any script and direction', async () => {
  const { db } = await indexOf({
    '研究/第三季度.md': '',
    'מחקר/תמחור.md': '见 @第三季度。 [[תמחור]]\n',
    'a.md': '[[תמחור]]\n',
  })
  expect(backlinksOf(db, notePath('研究/第三季度.md')).map(({ source }) => source)).toEqual(['מחקר/תמחור.md'])
  expect(backlinksOf(db, notePath('מחקר/תמחור.md')).map(({ source }) => source)).toEqual(['a.md'])
  expect(searchNotes(db, readQuery('季度'), 5, '2026-05-01').map(({ path }) => path)).toContain('研究/第三季度.md')
})
