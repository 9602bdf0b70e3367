import { expect, test } from 'vitest'
import { isHeavy } from './heavy.ts'

test.each<[string, string, boolean]>([
  ['nothing', '', false],
  ['a note', '# Note\n\nText.\n', false],
  ['many lines', 'word\n'.repeat(100_000), false],
  ['a line of 100,000 characters', `a\n${'x'.repeat(100_000)}\nb`, false],
  ['a line of more', `a\n${'x'.repeat(100_001)}\nb`, true],
  ['a line of more at the end', `${'a\n'.repeat(70_000)}${'x'.repeat(100_001)}`, true],
  ['a line of more at the start', `${'x'.repeat(100_001)}\n${'a\n'.repeat(70_000)}`, true],
  ['more than two million characters', 'some words\n'.repeat(200_000), true],
])('%s', (_, text, is) => {
  expect(isHeavy(text)).toBe(is)
})
