import { expect, test } from 'vitest'
import { describeProgress } from './progress.ts'

test('progress says how much, of how much, and how fast', () => {
  expect(describeProgress({ done: 43_210, total: 100_000 }, 8000)).toBe('43,210 of 100,000, 5,401 a second')
  expect(describeProgress({ done: 0, total: 7 }, 600)).toBe('0 of 7, 0 a second')
})
