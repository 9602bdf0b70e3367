import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('work is done one after the other, in order, and a failure is only its own', async () => {
  const turns = new Turns()
  const log: string[] = []
  const work = (name: string) => async () => {
    log.push(`${name} begins`)
    await Promise.resolve()
    log.push(`${name} ends`)
    if (name === 'b') throw new Error('b is broken')
    return name
  }
  const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.take(work(name))))
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(all.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
    'a',
    'Error: b is broken',
    'c',
  ])
})

test('what nobody waits for any more is left out', async () => {
  const turns = new Turns()
  const gone = new AbortController()
  const first = turns.take(() => gone.abort())
  const second = turns.take(() => expect.unreachable(), gone.signal)
  await first
  await expect(second).rejects.toThrow('aborted')
  expect(await turns.take(() => 'next')).toBe('next')
})

test('while much else is to be done, half of the time is left for it, however long a turn took', async () => {
  const between = async (isBehind: boolean): Promise<number> => {
    const turns = new Turns(() => isBehind)
    await turns.take(() => new Promise((done) => setTimeout(done, 300)))
    const ended = performance.now()
    return turns.take(() => performance.now() - ended)
  }
  expect(await between(true)).toBeGreaterThan(290)
  expect(await between(false)).toBeLessThan(290)
})
