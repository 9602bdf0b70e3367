import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldHeading, foldName } from './fold.ts'
import type { LinkForm, NotePath } from './note.ts'
import {
  type Candidate,
  isWritable,
  keysOfTarget,
  namesOf,
  resolveKeys,
  shortestTarget,
  splitFragment,
} from './resolve.ts'

interface File {
  readonly path: string
  readonly title?: string
  readonly aliases?: readonly string[]
}

function answering(files: readonly File[]): (key: string) => Candidate[] {
  return (key) =>
    files.flatMap(({ path, title, aliases }) =>
      namesOf(path as NotePath, title, aliases)
        .filter((name) => name.key === key)
        .map(({ group }) => ({ path: path as NotePath, group })),
    )
}

function meaning(files: readonly File[], from: string, written: string, form: LinkForm = 'wikilink'): string {
  const { name, fragment } = splitFragment(written)
  const keys = keysOfTarget(form, from as NotePath, name, fragment).map((key) => ({ key }))
  const choice = resolveKeys(keys, from as NotePath, answering(files))
  return choice === undefined
    ? 'nothing'
    : choice.chosen.path + (choice.candidates.length > 1 ? ` of ${choice.candidates.length}` : '')
}

const files: readonly File[] = [
  { path: 'Acme.md', title: 'Acme' },
  { path: 'clients/Acme.md', title: 'Acme the client' },
  { path: 'clients/old/Acme.md', title: 'Acme (old)' },
  { path: 'clients/Bolt.md', title: 'Bolt & Sons', aliases: ['The sons', 'acme pumps'] },
  { path: 'ideas/acme pumps.md', title: 'Pumps' },
  { path: 'ideas/C#.md', title: 'C#' },
  { path: 'ideas/Straße.md', title: 'Straße' },
  { path: 'ideas/Another.md', title: 'Pumps' },
  { path: 'img/photo.png' },
  { path: 'deep/a/b/Same.md' },
  { path: 'deep/a/Same.md' },
]

describe('which note a link means', () => {
  test.each([
    ['x.md', 'Acme', 'Acme.md of 3', 'from the root every note is below: the shortest path'],
    ['clients/x.md', 'acme', 'clients/Acme.md of 3', 'notes at or below the linking folder first'],
    ['clients/old/x.md', 'ACME', 'clients/old/Acme.md of 3', ''],
    ['ideas/x.md', 'Acme', 'Acme.md of 3', 'none below: the shortest path'],
    ['x.md', 'clients/Acme', 'clients/Acme.md', 'a path suffix; /clients/old/Acme does not end so'],
    ['x.md', 'old/Acme.md', 'clients/old/Acme.md', 'a trailing .md is dropped'],
    ['x.md', 'Bolt & Sons', 'clients/Bolt.md', 'a title'],
    ['x.md', 'the  SONS', 'clients/Bolt.md', 'an alias, case and space folded'],
    ['x.md', 'acme pumps', 'ideas/acme pumps.md', 'a path comes before an alias'],
    ['x.md', 'Pumps', 'ideas/Another.md of 2', 'two titles: shortest path'],
    ['x.md', 'STRASSE', 'ideas/Straße.md', 'full case folding'],
    ['x.md', 'Nobody', 'nothing', ''],
    ['clients/x.md', './Acme', 'clients/Acme.md', ''],
    ['clients/x.md', '../Acme', 'Acme.md', ''],
    ['clients/x.md', './Pumps', 'nothing', 'a relative link is exact'],
    ['clients/x.md', '../../Acme', 'nothing', 'out of the vault'],
    ['x.md', '/Acme', 'Acme.md', 'exact from the root'],
    ['clients/x.md', '/old/Acme', 'nothing', 'or nothing'],
    ['x.md', 'photo.png', 'img/photo.png', 'an attachment'],
    ['x.md', 'photo', 'nothing', 'needs its extension'],
    ['x.md', 'Acme#Fees', 'Acme.md of 3', 'the fragment is dropped'],
    ['x.md', 'C#', 'ideas/C#.md', 'unless the name has it'],
    ['deep/x.md', 'Same', 'deep/a/Same.md of 2', ''],
    ['deep/a/b/x.md', 'Same', 'deep/a/b/Same.md of 2', ''],
  ])('in %s, [[%s]] means %s (%s)', (from, target, expected) => {
    expect(meaning(files, from, target)).toBe(expected)
  })

  test.each([
    ['clients/x.md', 'Acme.md', 'clients/Acme.md', 'a path from the note’s folder first'],
    ['ideas/x.md', '../clients/old/Acme.md', 'clients/old/Acme.md', ''],
    ['ideas/x.md', 'clients/Acme.md', 'clients/Acme.md', 'then as a wikilink'],
    ['ideas/x.md', '/clients/Acme.md', 'clients/Acme.md', ''],
    ['ideas/x.md', '../img/photo.png', 'img/photo.png', ''],
  ])('in %s, [](%s) means %s (%s)', (from, target, expected) => {
    expect(meaning(files, from, target, 'markdown')).toBe(expected)
  })

  test('the shortest target that means a note, wherever it is written', () => {
    expect(shortestTarget('clients/Bolt.md' as NotePath, 'x.md' as NotePath, answering(files))).toBe('Bolt')
    expect(shortestTarget('clients/old/Acme.md' as NotePath, 'x.md' as NotePath, answering(files))).toBe('old/Acme')
    expect(shortestTarget('Acme.md' as NotePath, 'clients/x.md' as NotePath, answering(files))).toBe('/Acme')
    expect(shortestTarget('ideas/C#.md' as NotePath, 'x.md' as NotePath, answering(files))).toBe('/ideas/C#')
  })

  test('law: the shortest target always means its note', () => {
    const segment = fc.constantFrom('a', 'B', 'b', 'note', 'Note', 'x y')
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.md`)
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { minLength: 1, maxLength: 8, selector: (p) => p.toLowerCase() }),
        path,
        (paths, from) => {
          const vault = paths.map((p) => ({ path: p }))
          for (const p of paths) {
            const target = shortestTarget(p as NotePath, from as NotePath, answering(vault))
            expect(meaning(vault, from, target)).toBe(p)
          }
        },
      ),
    )
  })

  test('what cannot stand between brackets', () => {
    for (const target of ['a|b', 'a]b', 'a#b', '^a', './a', '/a', 'a.md', ' a']) expect(isWritable(target)).toBe(false)
    for (const target of ['a', 'a/b', 'v1.2', 'a (b)']) expect(isWritable(target)).toBe(true)
  })
})

describe('folding', () => {
  test.each([
    ['Straße', 'STRASSE'],
    ['ẞ', 'ss'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['e\u0301', 'É'],
    [' a \t b\u00a0c ', 'A B C'],
    ['ﬁ', 'FI'],
  ])('%j and %j are one name', (a, b) => expect(foldName(a)).toBe(foldName(b)))

  test.each([
    ['ı', 'i'],
    ['a_b', 'a b'],
    ['a-b', 'ab'],
    ['e', 'é'],
  ])('%j and %j are two', (a, b) => expect(foldName(a)).not.toBe(foldName(b)))

  test('law: folding is idempotent and blind to case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text))
        const dotted = text.replace(/[ıİi]|\u0307/gi, '').toLowerCase()
        expect(foldName(dotted)).toBe(foldName(dotted.toUpperCase()))
      }),
    )
  })

  test('headings drop punctuation', () => {
    expect(foldHeading("What's new?")).toBe(foldHeading('whats  new'))
    expect(foldHeading('1. C & D')).toBe(foldHeading('1 C D'))
  })
})
