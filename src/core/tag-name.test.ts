import { expect, test } from 'vitest'
import { tagFrom } from './tag-name.ts'

test.each([
  ['pricing', 'pricing'],
  ['big plan', 'big-plan'],
  ['#Big  plan!', 'Big-plan'],
  ['client / kestrel', 'client/kestrel'],
  ['R&D, 2026', 'R-D-2026'],
  ['well-being', 'well-being'],
  ['市場 調査', '市場-調査'],
  ['2026', undefined],
  [' !? ', undefined],
])('the tag in %j is %j', (words, tag) => expect(tagFrom(words)).toBe(tag))
