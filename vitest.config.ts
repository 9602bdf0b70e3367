import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'test/transcripts/**/*.test.ts',
            'test/crash/**/*.test.ts',
            'test/scripts/**/*.test.ts',
          ],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          // Two cores that somebody else uses too can take a story over its time; one that fails three times is broken.
          retry: 2,
        },
      },
    ],
  },
})
