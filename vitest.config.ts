import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that wait for what the system tells of files, for other threads or other processes: nothing else runs beside them. */
const IN_REAL_TIME = [
  'src/vaults/watching.test.ts',
  'src/workspace/following.test.ts',
  'src/workspace/noticing.test.ts',
  'src/index/pool.test.ts',
  'src/http/hostile-search.test.ts',
  'src/http/server.test.ts',
  'test/transcripts/open.test.ts',
  'test/transcripts/stopping.test.ts',
  'test/writers/writers.test.ts',
  'test/scripts/lock.test.ts',
  'test/missed/missed.test.ts',
  'test/soak/soak.test.ts',
  'test/security/limits.test.ts',
]
/** Two cores that somebody else uses too can take such a test over its time; one that fails three times is broken. */
const RETRIES = 2
/** The test runner would leave one core free; what starts the tests has nothing to do meanwhile. */
const WORKERS = availableParallelism()

/** The longest begin first, so that no core waits for the last of them; the test runner takes the size of a file for its time. */
const LONG = /(?:transcripts|sync|laws|paths|accessibility|rendering|graph|rename|today|filing)\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { true: long = [], false: others = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      LONG.test(moduleId) ? 'true' : 'false',
    )
    return [...long, ...others]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'test/transcripts/**/*.test.ts',
            'test/crash/**/*.test.ts',
            'test/writers/**/*.test.ts',
            'test/scripts/**/*.test.ts',
            'test/security/**/*.test.ts',
            'test/fuzz/**/*.test.ts',
          ],
          exclude: IN_REAL_TIME,
          // As a program that reads notes does.
          setupFiles: ['src/index/words/stemmers.ts'],
          testTimeout: 120_000,
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          name: 'real-time',
          include: IN_REAL_TIME,
          testTimeout: 120_000,
          retry: RETRIES,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          retry: RETRIES,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
