import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsBetween, editsForgiven } from '../../core/edits.ts'
import { compareText } from '../../core/resolve.ts'
import { termOf } from '../../core/words.ts'
import { MemoryVault } from '../../vaults/memory.ts'
import { Index } from '../index.ts'
import { sync } from '../sync.ts'
import { askingOf } from './asking.ts'
import { nearNameWords } from './near-words.ts'

const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'r', 'u')
const word = fc.array(letter, { minLength: 3, maxLength: 8 }).map((letters) => letters.join(''))

test('the nearest words of names, as when the edits to each are counted', async () => {
  const words = fc.sample(word, { numRuns: 400, seed: 7 }).map(termOf)
  const index = await Index.open(':memory:')
  await sync(new MemoryVault(Object.fromEntries([...new Set(words)].map((word) => [`${word}.md`, '']))), index)
  const asking = askingOf(index.db, '2026-05-01', 1e9)
  fc.assert(
    fc.property(word.map(termOf), (typed) => {
      const most = editsForgiven(typed)
      const near = [...new Set(words)]
        .map((word) => ({ word, edits: editsBetween(typed, word, most) }))
        .filter(({ edits }) => edits > 0 && edits <= most)
      const least = Math.min(...near.map(({ edits }) => edits))
      const expected = near.filter(({ edits }) => edits === least).map(({ word }) => word)
      expect(nearNameWords(asking, typed)).toEqual(expected.sort(compareText).slice(0, 5))
    }),
    { numRuns: 300 },
  )
  index.close()
})
