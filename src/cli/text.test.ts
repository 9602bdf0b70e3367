import { expect, test } from 'vitest'
import { align, clip, highlight, highlightAll, oneLine, widthOf } from './text.ts'

const mark = (text: string) => `«${text}»`

test('what a note holds cannot drive the terminal', () => {
  expect(oneLine('a\n\n  b\tc')).toBe('a b c')
  expect(oneLine('\u001b[2Jgone\u009b1m \u202ereversed')).toBe('\ufffd[2Jgone\ufffd1m reversed')
})

test('width counts columns: wide characters two, combining marks none', () => {
  expect(widthOf('plain')).toBe(5)
  expect(widthOf('題名')).toBe(4)
  expect(widthOf('e\u0301')).toBe(1)
  expect(widthOf('🌊 sea')).toBe(6)
})

test('a text that is too wide ends in an ellipsis', () => {
  expect(clip('short', 5)).toBe('short')
  expect(clip('too long', 5)).toBe('too…')
  expect(clip('題名題名', 5)).toBe('題名…')
})

test('of a long passage, what is around the link is shown', () => {
  const passage = `${'before '.repeat(20)}LINK${' after'.repeat(20)}`
  const from = passage.indexOf('LINK')
  const shown = highlight(passage, from, from + 4, 40, mark)
  expect(shown).toMatch(/^….*before «LINK» after.*…$/)
  expect(widthOf(shown)).toBeLessThanOrEqual(42)
})

test('a passage that fits is shown whole, on one line', () => {
  expect(highlight('one\n  LINK two', 6, 10, 40, mark)).toBe('one «LINK» two')
})

test('room that one side leaves goes to the other', () => {
  const shown = highlight(`LINK${' after'.repeat(20)}`, 0, 4, 40, mark)
  expect(widthOf(shown)).toBeGreaterThan(36)
})

test('all found words stand out', () => {
  expect(
    highlightAll(
      'tiers and prices',
      [
        [0, 5],
        [10, 16],
      ],
      mark,
    ),
  ).toBe('«tiers» and «prices»')
})

test('columns line up by their width on a terminal; columns without text are left out', () => {
  const rows = [
    [{ text: '3', right: true }, { text: '' }, { text: '題名' }, { text: 'a.md' }],
    [{ text: '12', right: true }, { text: '' }, { text: 'x' }, { text: 'b.md' }],
  ]
  expect([...align(rows)]).toEqual([' 3  題名  a.md', '12  x     b.md'])
})
