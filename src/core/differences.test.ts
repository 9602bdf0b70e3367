import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Difference, differencesBetween } from './differences.ts'

const piece = fc.constantFrom('a', 'b', 'c', '', 'one', 'two', 'three', 'four', 'five')
const list = fc.oneof(
  fc.array(piece, { maxLength: 30 }),
  fc.array(fc.oneof(piece, fc.string()), { minLength: 100, maxLength: 200 }),
)

function applied(old: readonly string[], young: readonly string[], differences: readonly Difference[]): string[] {
  const parts: string[] = []
  let done = 0
  for (const each of differences) {
    parts.push(...old.slice(done, each.old[0]), ...young.slice(...each.young))
    done = each.old[1]
  }
  return [...parts, ...old.slice(done)]
}

describe('what differs between two lists', () => {
  test('law: put into the one, it makes the other; and each begins where the one before has ended and something is the same', () => {
    fc.assert(
      fc.property(list, list, fc.nat(300), (one, two, cut) => {
        const young = [...one.slice(0, cut), ...two]
        const found = differencesBetween(one, young)
        expect(applied(one, young, found)).toEqual(young)
        for (const [at, { old, young: now }] of found.entries()) {
          expect(old[1] - old[0] + now[1] - now[0]).toBeGreaterThan(0)
          const before = found[at - 1]
          if (before === undefined) continue
          expect(old[0] - before.old[1]).toBe(now[0] - before.young[1])
          expect(old[0]).toBeGreaterThanOrEqual(before.old[1])
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('is as little as it can be', () => {
    expect(differencesBetween(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
      { old: [1, 2], young: [1, 2] },
      { old: [3, 3], young: [3, 4] },
    ])
    expect(differencesBetween(['a'], ['a'])).toEqual([])
  })

  test('a line that moved far is all that differs among ten thousand', () => {
    const old = Array.from({ length: 10_000 }, (_, at) => `line ${at}`)
    const young = [...old.slice(1), 'line 0']
    expect(differencesBetween(old, young)).toEqual([
      { old: [0, 1], young: [0, 0] },
      { old: [10_000, 10_000], young: [9999, 10_000] },
    ])
  })

  test.each<[string, (count: number) => [string[], string[]]]>([
    [
      'the same line',
      (count) => [
        ['a', ...many(count, 'q'), 'c'],
        ['b', ...many(count, 'q'), 'd'],
      ],
    ],
    ['two lines in turn', (count) => [many(count, 'a', ''), ['x', ...many(count, '', 'b')]]],
    ['none in both', (count) => [many(count, 'a', 'b'), many(count, 'c', 'd', '')]],
    ['other ones each', (count) => [numbered(count, 'a'), numbered(count, 'b')]],
    ['the other way round', (count) => [numbered(count, 'a'), numbered(count, 'a').reverse()]],
  ])('many lines take no long time: %s', (_, made) => {
    const [old, young] = made(20_000)
    const before = process.cpuUsage()
    expect(applied(old, young, differencesBetween(old, young))).toEqual(young)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(2000)
  })
})

const many = (count: number, ...lines: string[]): string[] => Array.from({ length: count }, () => lines).flat()
const numbered = (count: number, word: string): string[] => Array.from({ length: count }, (_, at) => `${word} ${at}`)
