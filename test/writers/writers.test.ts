import { expect, test } from 'vitest'
import { writeAtOnce } from './writing.ts'

/** The long version is `npm run crash:writers`. */
test('of what eight programs write at once nothing that was acknowledged is lost, and the index is right', async () => {
  const { acknowledged, lost, kept, anew } = await writeAtOnce(25)
  expect(acknowledged).toBe(7 * 25 + 1)
  expect(lost).toEqual([])
  expect(kept).toEqual(anew)
})
