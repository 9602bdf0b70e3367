import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NotePath } from './note.ts'
import { parseNote } from './parse.ts'

const PATH = 'a/b.md' as NotePath

const TOKENS = [
  '[[',
  ']]',
  '[[a',
  '@',
  '@[[',
  '@a ',
  '@a[',
  '![[',
  '[[a|',
  '[[a#',
  '[',
  '](',
  '[a](',
  '![',
  '<!--',
  '<?',
  '<!a',
  '<![CDATA[',
  '<a ',
  '<',
  '`',
  '``a',
  '$',
  '$a',
  '$$',
  '$$\n',
  '%%',
  '%%\n',
  '#',
  '#a',
  '^a',
  '\\',
  '&',
  '*',
  '*a',
  '**a ',
  '_a_',
  '~~',
  '|',
  '|\n',
  '- ',
  '- [ ] ',
  '> ',
  '1. ',
  '    ',
  '\n',
  '---\n',
  'a: [',
  'a:: [',
  '[a:: ',
  '(a:: ',
  'a@',
  'http://a',
  '[a]: b\n',
  '. A',
  '\u0000',
  '研',
  '\r\n',
  ': ',
  '"[[a]]"\n',
  '\u2029',
]

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

  test('a line of 127,000 characters with a thousand links', () => {
    const note = parseNote(PATH, 'some words [[Note]] and then, '.repeat(4300))
    expect(note.links).toHaveLength(4300)
    for (const { sentence } of note.links) expect(sentence.to - sentence.from).toBeLessThanOrEqual(600)
  })
})
