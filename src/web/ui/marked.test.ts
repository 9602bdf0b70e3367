import { expect, test } from 'vitest'
import { rangesOf, wordRanges } from './marked.tsx'

test('words are marked where they start as the words of the query do', () => {
  expect(wordRanges('New pricing', 'pri')).toEqual([[4, 7]])
  expect(wordRanges('Pricing, the new pricing', 'PRICING new')).toEqual([
    [0, 7],
    [13, 16],
    [17, 24],
  ])
  expect(wordRanges('Repricing', 'pri')).toEqual([])
  expect(wordRanges('Any', ' #! ')).toEqual([])
})

test('neighbouring indexes are one range', () => {
  expect(rangesOf([0, 1, 4])).toEqual([
    [0, 2],
    [4, 5],
  ])
})
