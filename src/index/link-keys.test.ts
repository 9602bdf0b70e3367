import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameCandidates } from '../core/parse/bare.ts'
import { parseNote } from '../core/parse.ts'
import { notePath } from '../core/path.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { loadAnswering } from './answering.ts'
import { askersFor, decidedBy, firstNamed } from './askers.ts'
import { Index } from './index.ts'
import { keyApart, keysApart, keysOfLink } from './link-keys.ts'
import { allLinks, meaningOf } from './link-rows.ts'
import { sync } from './sync.ts'

const PIECES = [
  '@',
  '[[',
  ']]',
  '](',
  '[',
  ')',
  '#',
  '|',
  '.md',
  '../',
  './',
  '/',
  'Acme',
  'acme corp',
  'C#',
  'C++',
  'Straße',
  'İ',
  'Ünï',
  '東京',
  '가',
  '\u1100\u1161',
  'e\u0301',
  ' ',
  '\n',
  '\0',
  '.',
  ',',
  "'",
  '😀',
  'ﬃ',
  '\ud800',
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''))
/** Most pieces are joined so that they are links. */
const linkingText = fc
  .array(fc.tuple(fc.constantFrom(['[[', ']]'], ['@[[', ']]'], ['![[', ']]'], ['[x](', ')'], ['@', '\n']), text), {
    maxLength: 6,
  })
  .map((links) => links.map(([[open = '', close = ''] = [], inside]) => `${open}${inside}${close} `).join(''))

async function indexOf(files: Record<string, string>): Promise<Index> {
  const index = await Index.open(':memory:')
  await sync(new MemoryVault(files), index)
  return index
}

test('what the index keeps of a link says all its keys again', async () => {
  await fc.assert(
    fc.asyncProperty(linkingText, async (text) => {
      const path = notePath('a/b/Note.md')
      const index = await indexOf({ [path]: text })
      const kept = [...allLinks(index.db)].map((link) => [...keysOfLink(link, path)])
      const read = parseNote(path, text.toWellFormed()).links.map(({ keys }) => keys)
      expect(kept).toEqual(read.map((keys) => keys.map(({ key, to }) => ({ key, to }))))
      index.close()
    }),
    { numRuns: 300, examples: [['[[.md]] [x](.md)']] },
  )
})

test('links are found by every key they have, and by no other', async () => {
  const files = fc.dictionary(
    fc.constantFrom('a/Acme.md', 'Acme corp.md', 'b/Note.md', 'C#.md', '東京.md'),
    linkingText,
  )
  await fc.assert(
    fc.asyncProperty(files, async (files) => {
      const index = await indexOf(files)
      const links = [...allLinks(index.db)]
      const answering = loadAnswering(index.db)
      const keys = new Set(links.flatMap((link) => [...keysOfLink(link, link.source)].map(({ key }) => key)))
      const told = (askers: Iterable<{ source: string }>) => [...askers].map(({ source }) => source).sort()
      for (const key of [...keys, 'acme', 'a', 'acme corp']) {
        const having = links.filter((link) => [...keysOfLink(link, link.source)].some((each) => each.key === key))
        expect(told(askersFor(index.db, key)), key).toEqual(told(having))
        if (answering(key).length === 0) continue
        const meaning = having.filter((link) => {
          const meant = meaningOf(link, answering)
          return meant.kind === 'resolved' && meant.by.key === key
        })
        expect(told(decidedBy(index.db, key)), key).toEqual(told(meaning))
      }
      index.close()
    }),
    { numRuns: 200, examples: [[{ 'a/Acme.md': '[[#@]] [x](.md)' }]] },
  )
})

test('the first name of a mention that anything answers to, as when each is looked up', async () => {
  const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'x', 'ä', '東', '京', '가', '\u1161')
  const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(phrase), phrase, async (titles, said) => {
      const index = await indexOf(Object.fromEntries(titles.map((title) => [`${title}.md`, ''])))
      const names = nameCandidates(said, 0)
      const answering = loadAnswering(index.db)
      expect(firstNamed(index.db, names)).toEqual(names.find(({ key }) => answering(key).length > 0))
      index.close()
    }),
  )
})

test.each<[string, string | undefined, string | null]>([
  ['Acme Corp', 'acme corp', null],
  ['Straße', 'strasse', 'strasse'],
  ['Über', 'über', 'über'],
  ['über', 'über', null],
  ['../../out', undefined, ''],
])('of %j with the key %j is kept: %j', (target, first, kept) => {
  expect(keyApart(target, first)).toBe(kept)
})

test('a bare mention is found by the beginnings of its first key, and apart by what is none', () => {
  expect(keysApart('bare', ['acme corp', 'acme'])).toEqual([])
  expect(keysApart('bare', ['가', '\u1100'])).toEqual(['\u1100'])
  expect(keysApart('markdown', ['/acme', 'acme'])).toEqual(['acme'])
})
