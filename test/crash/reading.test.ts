import { expect, test } from 'vitest'
import { KilledReading } from './killed-reading.ts'

/** More with NOTLY_KILLS=200. */
const KILLS = Number(process.env.NOTLY_KILLS ?? 6)

test('a reading that is killed again and again goes on where it was, and ends with the index of one that was not', async () => {
  using reading = await KilledReading.of(2000)
  let kept = 0
  for (let nth = 0; nth < KILLS; nth++) {
    const { files } = await reading.killAfter(Math.random())
    expect(files).toBeGreaterThanOrEqual(kept)
    kept = files
  }
  expect(reading.killed).toBeGreaterThan(0)
  // What is read is written while the rest is read, not at the end.
  expect(await reading.killInTheMidst()).toBe(true)
  expect(await reading.finish()).toEqual(await reading.anew())
})
