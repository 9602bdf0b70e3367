import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readYaml } from './frontmatter.ts'
import { readPlainFrontmatter } from './plain-frontmatter.ts'

const key = fc.constantFrom('title', 'tags', 'depends on', 'a-b', 'A_1', 'null', 'true', '1a', 'é')
const scalar = fc.constantFrom(
  'text',
  'two words',
  '2026-03-01',
  '12',
  '1e3',
  '0x1F',
  'true',
  'yes',
  'null',
  '~',
  'a: b',
  'a:b',
  'a:',
  'a #b',
  'a#b',
  '#c',
  '"quoted"',
  "'single'",
  '"with \\" in"',
  "'it''s'",
  '"open',
  "it's",
  'a "b" c',
  '[[Note]]',
  '"[[Note]] — why"',
  '@a',
  '*a',
  '&a b',
  '!t a',
  '| ',
  '>',
  '- a',
  '-',
  '?',
  '{a: b}',
  '%a',
  '`a`',
  'a, b',
  'a [b]',
  'é ü',
  '研究',
  '🎉',
  '_x',
  '/x',
  '.5',
  '+1',
  'a\\b',
  'a\tb',
  '[a, b]',
  '["a", \'b\']',
  '[a: b]',
  '[a, [b]]',
  '[]',
  '[ a , "b c" ]',
  '[a,]',
  '[,]',
  '[null, x]',
  '...',
  '---',
  '"a" b',
  '<a>',
  '=',
  '.inf',
  '2024-01-01T10:00:00Z',
)
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(key, scalar).map(([k, v]) => `${k}: ${v}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(key, fc.constantFrom('', '  ', '    '), fc.array(scalar, { minLength: 1, maxLength: 3 }))
      .map(([k, indent, items]) => [`${k}:`, ...items.map((item) => `${indent}- ${item}`)].join('\n')),
  },
  fc.constantFrom(
    '',
    '# comment',
    '  indented',
    'key:',
    'key:  value  ',
    'nokey',
    ': x',
    'key:value',
    '  - loose',
    '\tkey: x',
    'key: x # comment',
  ),
)
const frontmatter = fc
  .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.map((text) => text.replaceAll('\n', end) + end).join(''))

describe('plain frontmatter', () => {
  test('law: what it reads, the YAML library reads the same', () => {
    let read = 0
    fc.assert(
      fc.property(frontmatter, (source) => {
        const text = `---\n${source}---\n`
        const yaml = { from: 4, to: 4 + source.length }
        const entries = readPlainFrontmatter(text, yaml)
        if (entries === undefined) return
        read++
        expect({ entries, problems: [] }, source).toEqual(readYaml(text, yaml))
      }),
      { numRuns: 5000 },
    )
    expect(read).toBeGreaterThan(500)
  })

  test.each([
    'title: A\ntags: [a, "b c"]\n',
    'aliases:\n  - One\n  - "Two"\n\ndate: 2026-03-01\n# note\nup: "[[x]]"\n',
  ])('reads %j by itself', (source) => {
    expect(readPlainFrontmatter(source, { from: 0, to: source.length })).toBeDefined()
  })
})
