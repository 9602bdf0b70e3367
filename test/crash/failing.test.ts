import { expect, test } from 'vitest'
import { FailedSaves } from './failed-saves.ts'
import { hasStrace } from './strace.ts'

test.skipIf(!hasStrace)(
  `a save at which any one call of the system fails leaves the note as it was, or saved${hasStrace ? '' : ' (skipped: strace is not installed, or may not attach)'}`,
  async () => {
    using saves = new FailedSaves()
    const moments = await saves.moments()
    for (const error of ['EIO', 'ENOSPC']) for (const moment of moments) await saves.fail(moment, error)
    expect(moments.length).toBeGreaterThan(10)
    expect(saves.refused + saves.saved).toBe(2 * moments.length)
    expect(saves.refused).toBeGreaterThan(moments.length / 2)

    // As a file system answers on which no two files change places: it is saved without that.
    const exchanges = moments.filter(({ call }) => call === 'renameat2')
    const before = saves.saved
    for (const moment of exchanges) await saves.fail(moment, 'EINVAL')
    expect([exchanges.length, saves.saved - before]).toEqual([1, 1])
  },
)
