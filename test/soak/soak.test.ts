import { describe, expect, it } from 'vitest'
import { slope } from './slope.ts'
import { type Look, soak } from './soak.ts'

describe('the rise of what is measured', () => {
  it('is that of a straight line, in percent of the mean', () => {
    const line = Array.from({ length: 11 }, (_, at) => ({ hours: at / 10, value: 95 + at }))
    expect(slope(line)).toBeCloseTo(10)
  })

  it('is none where figures only go up and down', () => {
    const waves = Array.from({ length: 101 }, (_, at) => ({ hours: at, value: 50 + (at % 2) }))
    expect(slope(waves)).toBeCloseTo(0)
  })

  it('is seen in a saw that begins and ends at different places', () => {
    const saw = (rise: number) =>
      Array.from({ length: 36 }, (_, at) => ({
        hours: at / 60,
        value: 100 + 10 * (at % 13) + rise * (at / 60),
        place: at % 13,
      }))
    const mean = (rise: number) => saw(rise).reduce((sum, { value }) => sum + value, 0) / 36
    expect(slope(saw(0).map(({ hours, value }) => ({ hours, value })))).toBeGreaterThan(5)
    expect(slope(saw(0))).toBeCloseTo(0)
    expect(slope(saw(2))).toBeCloseTo(200 / mean(2))
  })
})

/** What code and caches take now and give back then. Bytes. */
const SWAYS = 4_000_000

/** The long version is `npm run soak`. It reads what a process holds where Linux tells of it. */
describe.skipIf(process.platform !== 'linux')('a server that is worked with for long', () => {
  it('holds no more memory, files or watches after it, and has the index that is made anew', async () => {
    const { looks, kept, anew } = await soak({ notes: 200, minutes: 0.6, pause: 5, every: 3000 })
    const half = looks.length / 2
    const least = (which: readonly Look[]) => Math.min(...which.map(({ heap }) => heap))
    expect(least(looks.slice(half)) - least(looks.slice(0, half))).toBeLessThan(SWAYS)
    const [before, after] = [looks[Math.floor(half)] as Look, looks.at(-1) as Look]
    expect(after.watched).toBe(before.watched)
    expect(after.threads).toBeLessThanOrEqual(before.threads)
    // A connection or two may be closing.
    expect(after.files).toBeLessThanOrEqual(before.files + 3)
    expect(kept).toEqual(anew)
  })
})
