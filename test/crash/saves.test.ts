import { expect, test } from 'vitest'
import { KilledSaves } from './killed-saves.ts'

/** The long version is `npm run crash:saves`. */
test('what was acknowledged is there after the process that saved was killed', async () => {
  await using saves = new KilledSaves()
  for (let nth = 0; nth < 12; nth++) await saves.kill()
  expect(saves.kills).toBe(12)
  expect(saves.acknowledged).toBeGreaterThan(3)
})
