import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesAround, type Sought, snippetOf } from './snippets.ts'

const sought = (words: readonly string[], begins = false): Sought => ({ words, begins, languages: [] })

const shown = (text: string, words: readonly string[], begins = false) => {
  const snippet = snippetOf(text, sought(words, begins))
  return { text: snippet.text, marked: snippet.marks.map(([from, to]) => snippet.text.slice(from, to)) }
}

test('a short text is shown whole, with whole words marked', () => {
  expect(shown('The market and the supermarket.', ['market'])).toEqual({
    text: 'The market and the supermarket.',
    marked: ['market'],
  })
})

test('the last word may be the beginning of one', () => {
  expect(shown('Markets and marks', ['mark'], true).marked).toEqual(['Markets', 'marks'])
  expect(shown('Markets and marks', ['mark'], false).marked).toEqual(['marks'])
  expect(shown('Markets and marked', ['mark'], false).marked).toEqual([])
})

test('case and accents do not count', () => {
  expect(shown('Le CAFÉ, ein Cafe\u0301', ['cafe']).marked).toEqual(['CAFÉ', 'Cafe\u0301'])
  expect(shown('Le cafe', ['Café']).marked).toEqual(['cafe'])
})

test('where words have no spaces, any part is marked', () => {
  expect(shown('第三季度市場調査です', ['市場']).marked).toEqual(['市場'])
})

test('a phrase is marked as one', () => {
  expect(shown('small, quiet teams; small teams', ['small teams']).marked).toEqual(['small teams'])
})

test('of a long text the part where the words stand together', () => {
  const text = `${'alpha filler words go on. '.repeat(30)}Here alpha meets beta at last. ${'More of the same. '.repeat(30)}`
  const { text: snippet, marked } = shown(text, ['alpha', 'beta'])
  expect(marked.slice(-2)).toEqual(['alpha', 'beta'])
  expect(snippet.length).toBeLessThan(230)
  expect(snippet).toMatch(/^….*…$/)
})

test('signs in a query are only signs', () => {
  expect(shown('a.b (c)', ['a.b', '(c)', '.*']).marked).toEqual(['a.b', 'c'])
})

test('a text without the words is shown from its beginning', () => {
  expect(shown('Nothing here.', ['absent'])).toEqual({ text: 'Nothing here.', marked: [] })
})

test('of a long note whole lines around the words, and never its properties', () => {
  const lines = Array.from(
    { length: 60 },
    (_, at) => `Line ${at} says ${at === 40 ? 'wanted' : 'other'} things to fill it.`,
  )
  const text = `---\ntitle: wanted\n---\n${lines.join('\n')}\n`
  const { from, to } = linesAround(text, sought(['wanted']))
  const passage = text.slice(from, to)
  expect(passage).toContain('Line 40 says wanted')
  expect(passage).toMatch(/^Line \d+ .*it\.$/s)
  expect(passage.length).toBeLessThan(1100)
  expect(linesAround(text, sought(['absent'])).from).toBe(text.indexOf('Line 0'))
  expect(linesAround('short wanted', sought(['wanted']))).toEqual({ from: 0, to: 12, at: 6 })
})

test('a line that is a whole book is cut', () => {
  const text = `${'word '.repeat(40_000)}wanted ${'word '.repeat(40_000)}`
  const { from, to } = linesAround(text, sought(['wanted']))
  expect(to - from).toBeLessThanOrEqual(2000)
  expect(text.slice(from, to)).toContain('wanted')
})

test('the place is told that is shown', () => {
  const text = `${'Filler words go on.\n'.repeat(100)}Here alpha meets beta.\n${'More of the same.\n'.repeat(100)}`
  expect(linesAround(text, sought(['alpha', 'beta'])).at).toBe(text.indexOf('alpha'))
  expect(linesAround(text, sought(['gamma'])).at).toBeUndefined()
})

test('what is only read where it is likely is what reading all of it finds', () => {
  const word = fc.constantFrom(
    'study',
    'studies',
    'Studie',
    'boxes',
    'box',
    'boys',
    'the',
    'them',
    'pass',
    'a',
    's',
    '3rd',
    'ties',
    'status',
  )
  const odd = fc.constantFrom(
    'é',
    '\u0301',
    'ﬁ',
    '—',
    '’s',
    "'s",
    '…',
    'ß',
    '市場',
    '_',
    '*',
    '-',
    '++',
    '.',
    '\n',
    ' ',
    '\u00a0',
    'ſ',
    '𝐬',
  )
  const text = fc.array(fc.oneof(word, word, odd, fc.constant(' '))).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean(), (text, words, begins) => {
      // A phrase that stands nowhere cannot be looked for so.
      const all = snippetOf(text, sought(['zzz zzz', ...words], begins))
      expect(snippetOf(text, sought(words, begins))).toEqual(all)
    }),
    { numRuns: 2000 },
  )
})
