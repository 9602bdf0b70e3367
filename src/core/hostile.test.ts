import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NotePath } from './note.ts'
import { parseNote } from './parse.ts'
import { passagesOf } from './suggest/prose.ts'
import { longRuns } from './testing/runs.ts'
import { TOKENS } from './testing/tokens.ts'

const PATH = 'a/b.md' as NotePath

function milliseconds(text: string): number {
  const start = performance.now()
  parseNote(PATH, text)
  return performance.now() - start
}

describe('hostile text', () => {
  test('whatever the text, every range of every link, tag, task and heading lies in it, in order', () => {
    const soup = fc
      .array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 60 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(soup, (text) => {
        const note = parseNote(PATH, text)
        const ranges = [
          ...note.links.flatMap((link) => [link.range, link.targetRange, link.sentence, link.block]),
          ...note.tags,
          ...note.tasks,
          ...note.headings,
          ...note.blockIds,
        ]
        for (const { from, to } of ranges) expect(0 <= from && from <= to && to <= text.length).toBe(true)
        const starts = note.links.map((link) => link.range.from)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
        for (const link of note.links) {
          expect(text.slice(link.range.from, link.range.to)).not.toBe('')
          expect(link.sentence.from).toBeLessThanOrEqual(link.range.from)
        }
      }),
      { numRuns: 500 },
    )
  })

  // A guard against quadratic time with a wide margin: machines are noisy, and a quadratic parser takes minutes here.
  test.each(TOKENS)('10,000 times %j is read in seconds', (token) => {
    expect(milliseconds(token.repeat(10_000))).toBeLessThan(20_000)
  })

  const MANY = 150_000

  // Given as arguments, so many overflow the stack.
  test.each([
    ['tags', '#tag '.repeat(MANY)],
    ['fields in brackets', '[a:: b] '.repeat(MANY)],
    ['fields on lines', 'a:: b\n'.repeat(MANY)],
    ['values of a list', `---\na:\n${'- b\n'.repeat(MANY)}---\nText.\n`],
    ['pieces of code', '`a` '.repeat(MANY)],
  ])('a note with 150,000 %s is read, by suggestions too', (_, text) => {
    const { tags, properties } = parseNote(PATH, text)
    const isCode = text.startsWith('`')
    expect(tags.length + properties.length).toBe(isCode ? 0 : MANY)
    expect(passagesOf(text).length).toBeGreaterThan(0)
  })

  /** What took from 2 to 18 seconds before a paragraph of it was bounded, and what made the YAML library slow. */
  test.each([
    ['"[a](" in "@[["', '@[[]('.repeat(20_000)],
    ['links that never end', '[^1]_*'.repeat(20_000)],
    ['references that never end', '[a][***'.repeat(20_000)],
    ['sentences of them', '. A[a]['.repeat(20_000)],
    ['deep YAML', `---\n${Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n---\n`],
    ['brackets in YAML', `---\na: ${'['.repeat(100_000)}\n---\n`],
    [
      'aliases of aliases in YAML',
      `---\na: &a [x,x]\n${[...'bcdefghijklmnopqrstuvwxyz'].map((key, at) => `${key}: &${key} [*${'abcdefghijklmnopqrstuvwxyz'[at]},*${'abcdefghijklmnopqrstuvwxyz'[at]}]`).join('\n')}\n---\n`,
    ],
  ])('%s are read in seconds', (_, text) => {
    expect(milliseconds(text)).toBeLessThan(10_000)
  })

  test('50,000 times the same sign, in any surrounding, costs less than two seconds', () => {
    for (const { name, text } of longRuns(50_000)) {
      const before = process.cpuUsage()
      parseNote(PATH, text)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000, name).toBeLessThan(2000)
    }
  })

  test('a paragraph with more links than anybody writes is read like any other', () => {
    expect(parseNote(PATH, '[[a]] and *b* '.repeat(6000)).links).toHaveLength(6000)
  })

  test('a tag of another program’s YAML is a word, and nothing is made of it', () => {
    const note = parseNote(
      PATH,
      `---\ntitle: !!js/function 'function () { throw 1 }'\nalso: !!python/object:x y\n---\n`,
    )
    expect(note.title).toBe('function () { throw 1 }')
  })

  test('an alias of YAML leads nowhere', () => {
    const note = parseNote(
      PATH,
      `---\nbase: &a Elsewhere\ntitle: *a\naliases: [*a, Here]\nmore: &m { status: done }\n<<: *m\n---\n`,
    )
    expect(note.title).not.toBe('Elsewhere')
    expect(note.aliases).toEqual(['Here'])
  })

  test('properties of more than 250 KB are not read as YAML, and that is said', () => {
    const properties = (characters: number) => `---\nlist:\n  - { a: ${'x'.repeat(characters)} }\n---\n`
    expect(parseNote(PATH, properties(200_000)).problems).toEqual([])
    expect(parseNote(PATH, properties(251_000)).problems).toMatchObject([
      { message: 'The properties at the top are not valid YAML: they are longer than 250 KB.' },
    ])
  })

  test('a line of 127,000 characters with a thousand links', () => {
    const note = parseNote(PATH, 'some words [[Note]] and then, '.repeat(4300))
    expect(note.links).toHaveLength(4300)
    for (const { sentence } of note.links) expect(sentence.to - sentence.from).toBeLessThanOrEqual(600)
  })
})
