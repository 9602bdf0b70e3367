import { describe, expect, it } from 'vitest'
import { Killing } from './killing.ts'
import { spread } from './log.ts'
import { FILE_CALLS, hasStrace } from './strace.ts'

/** The long version is `npm run crash`. */
describe('a rename that touches 500 notes', () => {
  it('is all old or all new after the process was killed at random times', async () => {
    using killing = new Killing(500)
    await killing.time()
    const longest = await killing.time()
    for (const share of [0.25, 0.5, 0.75]) await killing.killAfter(share * longest)
    const { killed, finished, old, new: renamed } = killing.figures
    expect([killed + finished, old + renamed]).toEqual([3, 3])
  })
})

describe.skipIf(!hasStrace)(
  `a rename${hasStrace ? '' : ' (skipped: strace is not installed, or may not attach)'}`,
  () => {
    it('is all old or all new after the process was killed at a system call', async () => {
      using killing = new Killing(8)
      for (const moment of spread(await killing.moments(FILE_CALLS), 8)) await killing.killAt(moment)
      expect(killing.figures.killed).toBeGreaterThan(4)
      expect(killing.figures.old).toBeGreaterThan(0)
      expect(killing.figures.new).toBeGreaterThan(0)
    })
  },
)
