import { expect, test } from 'vitest'
import { mayOverflow, replaceAll } from './missed.ts'

/** Seconds within which all must be known. */
const LONGEST = 30

/** The long version is `npm run missed`. */
for (const fate of ['told', 'lost', 'overflown'] as const)
  test.skipIf(fate === 'overflown' && !mayOverflow())(
    `what git checkout replaces is known soon though events are ${fate}${fate === 'overflown' && !mayOverflow() ? ' (skipped: the length of the queue may not be changed here)' : ''}`,
    async () => {
      const { converged, times } = await replaceAll(300, fate)
      expect(converged / 1000).toBeLessThan(LONGEST)
      expect(times.length).toBeGreaterThan(0)
    },
  )
