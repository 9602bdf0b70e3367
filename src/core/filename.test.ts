import { expect, test } from 'vitest'
import { fileNameFor } from './filename.ts'
import { isSafePath } from './path.ts'

test.each([
  ['Q3 market research', 'Q3 market research'],
  ['  two   spaces ', 'two spaces'],
  ['What is next?', 'What is next'],
  ['Plan: the second half', 'Plan - the second half'],
  ['12:30', '12 30'],
  ['a/b\\c', 'a b c'],
  ['<b> "x" | *y*', 'b x y'],
  ['C# and F#', 'C and F'],
  ['[draft] x^2', 'draft x 2'],
  ['.hidden', 'hidden'],
  ['..', 'Untitled'],
  ['???', 'Untitled'],
  ['', 'Untitled'],
  ['ends with dots...', 'ends with dots'],
  ['notes.md', 'notes'],
  ['CON', 'CON note'],
  ['con.txt', 'con note txt'],
  ['Lpt1', 'Lpt1 note'],
  ['Conrad', 'Conrad'],
  ['tab\tand\nline', 'tab and line'],
  ['Cafe\u0301', 'Café'],
  ['第三季度', '第三季度'],
])('%j is kept as %j', (title, name) => {
  expect(fileNameFor(title)).toBe(name)
})

test('a long title ends between characters, within 200 bytes', () => {
  const name = fileNameFor('家👨‍👩‍👧'.repeat(40))
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200)
  expect(name).toMatch(/(?:家|👨‍👩‍👧)$/)
  expect(name).toBe('家👨‍👩‍👧'.repeat(40).slice(0, name.length))
})

test.each(['CON', '???', 'x'.repeat(500), '\u0000\u0001', `${'a'.repeat(199)}. b`, '.md', 'COM¹'])(
  '%j makes a safe path that stays as it is',
  (title) => {
    const name = fileNameFor(title)
    expect(isSafePath(`${name}.md`)).toBe(true)
    expect(fileNameFor(name)).toBe(name)
  },
)
