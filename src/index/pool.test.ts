import { afterEach, expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { giveBackPool, takePool } from './kept-pools.ts'
import { parserFor } from './parser.ts'
import { ParsePool, type PoolOptions } from './pool.ts'

const script = new URL('./testing/slow-worker.ts', import.meta.url)
let pool: ParsePool | undefined
afterEach(() => pool?.close())

function parse(texts: readonly string[], options: Omit<PoolOptions, 'workers'>) {
  pool = new ParsePool({ workers: 1, ...options })
  return pool.parse(texts.map((text, at) => ({ path: notePath(`${at}.md`), text, doc: at + 1 })))
}

test('a note that takes too long is given up, the others are not', async () => {
  const { notes } = await parse(['# A', 'slow', '# C', 'slow', '# E'], { script, patience: 700 })
  expect(notes.map(({ rows }) => rows.title)).toEqual(['A', '1', 'C', '3', 'E'])
  expect(notes[1]?.rows.problems[0]?.[0]).toBe('unread')
  expect(notes[0]?.rows.problems).toEqual([])
})

test('two seconds of its own time are enough, and no more is given', async () => {
  const start = process.cpuUsage()
  const { notes } = await parse(['# A', 'slow', '# C'], { script })
  const { user, system } = process.cpuUsage(start)
  expect(notes.map(({ rows }) => rows.problems.length)).toEqual([0, 1, 0])
  // With two threads that had to start, and this one.
  expect((user + system) / 1000).toBeLessThan(5000)
})

test('a thread that is given no time by the computer is not given up', async () => {
  const { notes } = await parse(['# A', 'asleep', '# C'], { script, patience: 300 })
  expect(notes.map(({ rows }) => rows.problems.length)).toEqual([0, 0, 0])
})

test('so is a note at which the thread dies', async () => {
  const { notes } = await parse(['# A', 'deadly', '# C'], { script })
  expect(notes.map(({ rows }) => rows.title)).toEqual(['A', '1', 'C'])
  expect(notes[1]?.rows.problems[0]?.[0]).toBe('unread')
})

test('a long note is read while others are served, and a short one at once', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  const read = (text: string) => parserFor(1, true).parse([{ path: notePath('a.md'), text, doc: 1 }])
  const { rows } = (await read('See [[B]] and *c*. '.repeat(100_000))).notes[0] ?? {}
  expect(rows?.links).toHaveLength(20_000)
  expect(rows?.problems[0]?.[1]).toMatch(/^This note has more than 20,000 links/)
  expect(turns).toBeGreaterThan(20)
  clearInterval(timer)
  await takePool(1).close()
})

test('batches keep their order', async () => {
  const [first, second] = await Promise.all([
    parse(['# A'], {}),
    pool?.parse([{ path: notePath('b.md'), text: '# B', doc: 2 }]),
  ])
  expect([first?.notes[0]?.rows.title, second?.notes[0]?.rows.title]).toEqual(['A', 'B'])
})

test('who is too busy to listen takes nobody for stuck', async () => {
  const waiting = parse(['# A', '# B'], { patience: 600 })
  // The thread is done long before, and this thread looks at it several times late.
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    const until = performance.now() + 700
    while (performance.now() < until);
  }
  expect((await waiting).notes.map(({ rows }) => [rows.title, rows.problems.length])).toEqual([
    ['A', 0],
    ['B', 0],
  ])
})

test('threads that are given back are taken again, those that still work are ended', async () => {
  const first = takePool(1)
  await first.parse([{ path: notePath('a.md'), text: '# A', doc: 1 }])
  await giveBackPool(first)
  pool = takePool(1)
  expect(pool).toBe(first)
  const left = pool.parse([{ path: notePath('b.md'), text: '# B', doc: 2 }])
  const outcome = expect(left).rejects.toThrow('ended')
  await giveBackPool(pool)
  await outcome
  pool = takePool(1)
  expect(pool).not.toBe(first)
})
