import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Scores } from './scores.ts'

const part = fc.tuple(fc.nat({ max: 3000 }), fc.constantFrom(0.25, 0.5, 1, 3))

test('the best sums come in order, of equal ones the lower number first, question after question', () => {
  const scores = new Scores()
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), fc.nat({ max: 12 }), (parts, limit) => {
      const sums = new Map<number, number>()
      for (const [doc, more] of parts) {
        scores.add(doc, more)
        sums.set(doc, (sums.get(doc) ?? 0) + more)
      }
      const expected = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)
      expect(scores.takeBest(limit).map(({ doc, score }) => [doc, score])).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})
