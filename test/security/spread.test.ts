import { expect, test } from 'vitest'
import { spread } from './spread.ts'

test.each([0, 1, 2, 3, 10, 97, 2930])('%i items come each once', (count) => {
  const items = Array.from({ length: count }, (_, at) => at)
  expect([...spread(items)].sort((a, b) => a - b)).toEqual(items)
})

test('a tenth of them has some of each tenth', () => {
  const items = Array.from({ length: 1000 }, (_, at) => at)
  const first = [...spread(items)].slice(0, 100)
  expect(new Set(first.map((item) => Math.floor(item / 100))).size).toBe(10)
})
