import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refetchInTurn } from './refetch.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { hidden: false })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Questions that are on the screen; each time one is asked it is noted. */
async function onScreen(keys: readonly string[]) {
  const asked: string[] = []
  const times: number[] = []
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })
  for (const key of keys) {
    const queryFn = () => {
      asked.push(key)
      times.push(performance.now())
      return Promise.resolve(asked.length)
    }
    new QueryObserver(client, { queryKey: [key], queryFn, networkMode: 'always' }).subscribe(() => {})
  }
  await vi.advanceTimersByTimeAsync(10)
  asked.length = 0
  times.length = 0
  return { client, asked, times, askAgain: refetchInTurn(client) }
}

test('each question is asked again in a task of its own', async () => {
  const { asked, times, askAgain } = await onScreen(['a', 'b', 'c'])
  askAgain(() => true)
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toEqual(['a', 'b', 'c'])
  // The clock stands still within a task.
  expect(new Set(times).size).toBe(3)
})

test('what does not concern a question leaves it alone, and one that waits is asked once', async () => {
  const { asked, askAgain } = await onScreen(['a', 'b'])
  askAgain(([key]) => key === 'b')
  askAgain(([key]) => key === 'b')
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toEqual(['b'])
})

test('a change that comes after a question was asked asks it once more', async () => {
  const { asked, askAgain } = await onScreen(['a', 'b'])
  askAgain(() => true)
  while (asked.length < 1) await vi.advanceTimersToNextTimerAsync()
  askAgain(([key]) => key === 'a')
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked.toSorted()).toEqual(['a', 'a', 'b'])
})

test('what is not on the screen is asked when it is next', async () => {
  const { client, asked, askAgain } = await onScreen([])
  client.setQueryData(['a'], 1)
  askAgain(() => true)
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toEqual([])
  expect(client.getQueryState(['a'])?.isInvalidated).toBe(true)
})
