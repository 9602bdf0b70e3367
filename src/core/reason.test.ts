import { expect, test } from 'vitest'
import { reasonWithoutName } from './reason.ts'

test.each([
  ['gap — nobody serves them', ' gap', 'nobody serves them'],
  ['gap', ' gap', undefined],
  ['gap year', ' gap', 'year'],
  ['gapless, as they say', ' gap', 'gapless, as they say'],
  ['development: it pays', ' and development', 'it pays'],
  ['as said in … gap, twice', ' gap', 'as said in … twice'],
  ['because', '', 'because'],
])('%j after the rest of a name, %j', (reason, rest, expected) => {
  expect(reasonWithoutName(reason, rest)).toBe(expected)
})
