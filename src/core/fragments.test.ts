import { expect, test } from 'vitest'
import { blockOf, findHeading, sectionEnd } from './fragments.ts'

const headings = [
  { level: 1, text: 'Results', start: 0 },
  { level: 2, text: 'Churn', start: 10 },
  { level: 3, text: "What's new?", start: 20 },
  { level: 2, text: 'Price', start: 30 },
  { level: 1, text: 'Method', start: 40 },
  { level: 2, text: 'Churn', start: 50 },
]

test.each([
  ['Churn', 1],
  ['churn', 1],
  ['Method#Churn', 5],
  ['Results#Churn', 1],
  ['Price#Churn', undefined],
  ["What's new?", 2],
  ['whats  NEW', 2],
  ['whats-new', 2],
  ['churn-1', 5],
  ['churn-2', undefined],
  ['Gone', undefined],
  ['', undefined],
])('#%s', (fragment, at) => {
  expect(findHeading(headings, fragment)).toBe(at)
})

test.each([
  ['^mark', 'mark'],
  ['Churn#^Mark', 'mark'],
  ['2^10', undefined],
  ['Churn', undefined],
])('#%s names the block %s', (fragment, block) => {
  expect(blockOf(fragment)).toBe(block)
})

test('a section goes on to the next heading that is not below it', () => {
  expect(headings.map((_, at) => sectionEnd(headings, at))).toEqual([4, 3, 3, 4, 6, 6])
})
