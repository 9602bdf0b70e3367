import { expect, test } from 'vitest'
import { sortedBy, sortingOf } from './sorting.ts'

test.each([
  [undefined, { by: 'date', turned: true }],
  ['title', { by: 'title', turned: false }],
  ['-stars', { by: 'stars', turned: true }],
])('%s', (sort, sorting) => {
  expect(sortingOf(sort)).toEqual(sorting)
})

test.each([
  [undefined, 'date', true, 'date'],
  ['date', 'date', true, undefined],
  [undefined, 'title', false, 'title'],
  ['title', 'title', false, '-title'],
  ['title', 'stars', true, '-stars'],
  ['-stars', 'stars', true, 'stars'],
])('sorted by %s, a press on %s asks for %s', (sort, column, beginsTurned, next) => {
  expect(sortedBy(sort, column, beginsTurned)).toBe(next)
})
