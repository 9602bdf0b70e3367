import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Breather } from './breathing.ts'
import { Slices } from './slices.ts'

/** Keeps the thread for so long. Milliseconds. */
function hold(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

/** As long as a piece of work may go on. Milliseconds. */
function sliceOf(isOver: () => boolean): number {
  const start = performance.now()
  while (!isOver());
  return performance.now() - start
}

test('work that others keep waiting for long goes on for longer, so that it comes to an end', async () => {
  const breather = new Breather()
  hold(20)
  void setImmediate().then(() => hold(150))
  await breather.breathe()
  expect(sliceOf(() => breather.isDue)).toBeGreaterThan(45)
  const slices = new Slices()
  void setImmediate().then(() => hold(150))
  await slices.pause()
  expect(sliceOf(() => slices.isOver)).toBeGreaterThan(40)
})

test('and never for so long that others would feel it', async () => {
  const breather = new Breather()
  hold(20)
  void setImmediate().then(() => hold(1000))
  await breather.breathe()
  const start = process.threadCpuUsage()
  sliceOf(() => breather.isDue)
  const { user, system } = process.threadCpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(110)
})
