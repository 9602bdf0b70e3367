import { statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import type { OperationKind } from './shapes.ts'
import { change, revisionOf } from './testing/model.ts'
import { DAY, MINUTE, Place } from './testing/place.ts'

interface Case {
  readonly name: string
  /** Operations with their age in days, oldest first. */
  readonly story: readonly (readonly [
    age: number,
    kind: OperationKind,
    before: string | undefined,
    after: string | undefined,
  ])[]
  /** Texts that are still there, and those that went. */
  readonly kept: readonly string[]
  readonly gone: readonly string[]
}

const CASES: Case[] = [
  {
    name: 'what is older than the age goes',
    story: [
      [101, 'edit', 'A.md: 1', 'A.md: 2'],
      [99, 'edit', 'A.md: 2', 'A.md: 3'],
    ],
    kept: ['2', '3'],
    gone: ['1'],
  },
  {
    name: 'a text stays while an operation that stays refers to it',
    story: [
      [200, 'create', undefined, 'A.md: same'],
      [200, 'edit', 'B.md: other', 'B.md: more'],
      [5, 'edit', 'C.md: same', 'C.md: new'],
    ],
    kept: ['same', 'new'],
    gone: ['other', 'more'],
  },
  {
    name: 'the last text of a note that was deleted long ago goes',
    story: [[101, 'delete', 'A.md: 1', undefined]],
    kept: [],
    gone: ['1'],
  },
]

describe('by age', () => {
  test.each(CASES)('$name', ({ story, kept, gone }) => {
    const place = new Place({ maxAge: 100 * DAY })
    const end = place.time
    for (const [age, kind, before, after] of story) {
      place.time = end - age * DAY
      place.history.record({ kind, label: kind, changes: [change(before, after)] })
    }
    place.time = end
    place.history.prune()
    expect(kept.filter((text) => !place.history.has(revisionOf(text)))).toEqual([])
    expect(gone.filter((text) => place.history.has(revisionOf(text)))).toEqual([])
    expect(place.history.size().texts).toBe(kept.length)
  })

  test('a deleted note stays for thirty days, whatever the age allowed', () => {
    const place = new Place({ maxAge: DAY })
    place.history.record({ kind: 'delete', label: 'Delete', changes: [change('A.md: 1', undefined)] })
    place.wait(29 * DAY)
    expect(place.history.prune()).toBe(0)
    expect(place.history.trash({ limit: 9 })).toHaveLength(1)
    place.wait(2 * DAY)
    expect(place.history.prune()).toBe(1)
    expect(place.history.size()).toMatchObject({ operations: 0, texts: 0 })
  })

  test('a note that was brought back protects nothing', () => {
    const place = new Place({ maxAge: DAY })
    place.history.record({ kind: 'delete', label: 'Delete', changes: [change('A.md: 1', undefined)] })
    place.history.record({ kind: 'restore', label: 'Restore', changes: [change(undefined, 'A.md: 1')] })
    place.wait(2 * DAY)
    expect(place.history.prune()).toBe(2)
  })
})

describe('by size', () => {
  /** Random enough not to be compressed away. */
  const long = (n: number) => Array.from({ length: 400 }, (_, line) => revisionOf(`${n} ${line}`)).join('\n')

  test('the oldest go until the rest fits, and the file shrinks', () => {
    const maxBytes = 400_000
    const place = new Place({ maxBytes })
    for (let n = 0; n < 120; n++) {
      place.wait(MINUTE / 60)
      place.history.record({
        kind: 'replace',
        label: `${n}`,
        changes: [change(`A.md: ${long(n)}`, `A.md: ${long(n + 1)}`)],
      })
    }
    expect(place.history.size().bytes).toBeGreaterThan(maxBytes)
    expect(place.history.prune()).toBeGreaterThan(0)
    const { bytes, operations } = place.history.size()
    expect(bytes).toBeLessThanOrEqual(maxBytes)
    expect(bytes).toBeGreaterThan(maxBytes * 0.8)
    const labels = place.history.operations({ limit: 999 }).map(({ label }) => Number(label))
    expect(labels).toEqual(Array.from({ length: operations }, (_, at) => 119 - at))
    expect(place.history.check()).toBeUndefined()
    place.history.close()
    expect(statSync(place.file).size).toBe(bytes)
  })

  test('a note deleted lately stays though all else goes', () => {
    const place = new Place({ maxBytes: 0 })
    place.history.record({ kind: 'delete', label: 'Delete', changes: [change('A.md: a', undefined)] })
    place.history.record({ kind: 'replace', label: 'R', changes: [change('B.md: 1', 'B.md: 2')] })
    place.history.prune()
    expect(place.history.operations({ limit: 9 }).map(({ kind }) => kind)).toEqual(['delete'])
    expect(place.history.textOf(revisionOf('a'))).toBe('a')
  })
})

describe('by itself', () => {
  test('it happens on opening', () => {
    const place = new Place({ maxAge: DAY })
    place.history.record({ kind: 'replace', label: 'R', changes: [change('A.md: 1', 'A.md: 2')] })
    place.wait(2 * DAY)
    expect(place.reopen().size().operations).toBe(0)
  })

  test('it happens with the first operation after an hour', () => {
    const place = new Place({ maxAge: 10 * MINUTE })
    const operation = (n: number) =>
      place.history.record({ kind: 'replace', label: `${n}`, changes: [change(`A.md: ${n}`, `A.md: ${n + 1}`)] })
    operation(1)
    place.wait(30 * MINUTE)
    operation(2)
    expect(place.history.size().operations).toBe(2)
    place.wait(31 * MINUTE)
    operation(3)
    expect(place.history.operations({ limit: 9 }).map(({ label }) => label)).toEqual(['3'])
  })
})

describe('a text that was kept ahead', () => {
  test('stays when its operation comes', () => {
    const place = new Place()
    place.history.keep(revisionOf('ahead'), 'ahead')
    const path = notePath('A.md')
    place.history.record({
      kind: 'outside',
      label: 'Out',
      changes: [{ before: { path, revision: revisionOf('ahead') } }],
    })
    place.wait(2 * DAY)
    place.history.prune()
    expect(place.history.has(revisionOf('ahead'))).toBe(true)
  })

  test('waits a day for it, and then goes', () => {
    const place = new Place()
    place.history.keep(revisionOf('ahead'), 'ahead')
    place.wait(DAY / 2)
    place.history.prune()
    expect(place.history.has(revisionOf('ahead'))).toBe(true)
    place.wait(DAY)
    place.history.prune()
    expect(place.history.has(revisionOf('ahead'))).toBe(false)
  })
})
