import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packParts, partsOf } from './packing.ts'

/** Fifty notes in a disc that all hang together, a pair, and notes by themselves; where forces left the last of them is far away. */
function scattered(far: number): { links: Int32Array; positions: Float32Array } {
  const middle = Array.from({ length: 50 }, (_, at) => [
    10 * Math.sqrt(at) * Math.cos(at),
    10 * Math.sqrt(at) * Math.sin(at),
  ])
  const links = middle.flatMap((_, at) => (at === 0 ? [] : [at, 0]))
  const away = [
    [far, 1],
    [far + 4, 3],
    [-far, far],
    [0, -2 * far],
    [1, -2 * far],
  ]
  return { links: Int32Array.from([...links, 50, 51]), positions: Float32Array.from([...middle, ...away].flat()) }
}

test('notes hang together whichever way their links go, and the largest part comes first', () => {
  expect(partsOf(6, Int32Array.of(4, 5, 3, 4, 0, 1))).toEqual([[3, 4, 5], [0, 1], [2]])
  expect(partsOf(0, Int32Array.of())).toEqual([])
})

test('what does not hang together stands near, and what most hang together with fills the picture', () => {
  const { links, positions } = scattered(4000)
  const before = positions.slice(0, 100)
  packParts(partsOf(55, links), positions)
  expect(positions.slice(0, 100)).toEqual(before)
  const reach = Math.max(...distances(before))
  for (const each of distances(positions)) expect(each).toBeLessThan(reach * 1.5)
})

test('no two parts stand over one another, and each has its shape and its direction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 100_000 }), (far) => {
      const { links, positions } = scattered(far)
      const start = positions.slice()
      packParts(partsOf(55, links), positions)
      const at = (note: number, of = positions) => [of[note * 2] as number, of[note * 2 + 1] as number] as const
      const apart = (a: number, b: number, of = positions) =>
        Math.hypot(at(a, of)[0] - at(b, of)[0], at(a, of)[1] - at(b, of)[1])
      expect(apart(50, 51)).toBeCloseTo(apart(50, 51, start), 0)
      for (let a = 50; a < 55; a++)
        for (let b = 0; b < a; b++) if (a !== 51 || b !== 50) expect(apart(a, b), `${a} ${b}`).toBeGreaterThan(5)
      const [x, y] = at(52)
      expect(Math.atan2(y, x)).toBeCloseTo(Math.atan2(1, -1), 1)
    }),
  )
})

test('what was packed stays where it is', () => {
  const { links, positions } = scattered(900)
  const parts = partsOf(55, links)
  packParts(parts, positions)
  const once = positions.slice()
  packParts(parts, positions)
  for (const [at, value] of positions.entries()) expect(value).toBeCloseTo(once[at] as number, 0)
})

function distances(positions: Float32Array): number[] {
  return Array.from({ length: positions.length / 2 }, (_, note) =>
    Math.hypot(positions[note * 2] as number, positions[note * 2 + 1] as number),
  )
}
