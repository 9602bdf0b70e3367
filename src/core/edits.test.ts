import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsBetween, editsForgiven } from './edits.ts'

test.each([
  ['pricing', 'pricing', 0],
  ['pricng', 'pricing', 1],
  ['prciing', 'pricing', 1],
  ['pricings', 'pricing', 1],
  ['prycing', 'pricing', 1],
  ['rpicnig', 'pricing', 2],
  ['taks', 'task', 1],
  ['abc', 'xyz', 3],
  ['', 'ab', 2],
])('%s and %s: %i', (a, b, edits) => {
  expect(editsBetween(a, b, 2)).toBe(edits)
})

test('as many one way as the other, and never more than are counted', () => {
  const word = fc.stringMatching(/^[abc]{0,7}$/)
  fc.assert(
    fc.property(word, word, (a, b) => {
      const edits = editsBetween(a, b, 7)
      expect(editsBetween(b, a, 7)).toBe(edits)
      expect(editsBetween(a, b, 2)).toBe(Math.min(edits, 3))
      expect(edits === 0).toBe(a === b)
    }),
  )
})

test('short words and scripts of one character a word are taken as they are', () => {
  expect(['the', 'tier', 'pricing', '市場調査'].map(editsForgiven)).toEqual([0, 1, 2, 0])
})
