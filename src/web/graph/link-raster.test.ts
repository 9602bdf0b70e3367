import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Matrix, rasterise } from './link-raster.ts'

const HERE: Matrix = [1, 0, 0, 1, 0, 0]
const BLACK = [0, 0, 0, 1] as const

/** Lines between points, as a picture: the opacity of each pixel from 0 to 9. */
function draw(ends: readonly number[], { matrix = HERE, strength = 1 } = {}): string[] {
  const places = Float32Array.from(ends)
  const group = Uint32Array.from({ length: ends.length / 2 }, (_, at) => at)
  const { pixels } = rasterise({ width: 7, height: 5 }, matrix, places, [group], [[0, 0, 0, strength]])
  return Array.from({ length: 5 }, (_, y) =>
    Array.from({ length: 7 }, (_, x) => Math.round(((pixels[(y * 7 + x) * 4 + 3] as number) / 255) * 9) || '.').join(
      '',
    ),
  )
}

test('a line goes from end to end, in whole pixels where it lies on them', () => {
  expect(draw([1, 1, 5, 1])).toEqual(['.......', '.99999.', '.......', '.......', '.......'])
  expect(draw([3, 3, 3, 0])).toEqual(['...9...', '...9...', '...9...', '...9...', '.......'])
  expect(draw([4, 3, 1, 0])).toEqual(['.9.....', '..9....', '...9...', '....9..', '.......'])
})

test('between pixels it is shared out', () => {
  expect(draw([1, 1.5, 4, 1.5], { strength: 0.5 })).toEqual(['.......', '.3333..', '.3333..', '.......', '.......'])
})

test('the view moves, scales and turns what is drawn', () => {
  expect(draw([0, 0, 1, 0], { matrix: [0, 2, -2, 0, 3, 1] })).toEqual([
    '.......',
    '...9...',
    '...9...',
    '...9...',
    '.......',
  ])
})

test('more lines cover more, and one over another shows its own colour', () => {
  const twice = draw([1, 1, 5, 1, 1, 1, 5, 1], { strength: 0.5 })
  expect(twice[1]).toBe('.77777.')
  const places = Float32Array.from([0, 0, 2, 0])
  const line = Uint32Array.from([0, 1])
  const { pixels } = rasterise({ width: 3, height: 2 }, HERE, places, [line, line], [BLACK, [200, 100, 50, 1]])
  expect([...pixels.slice(0, 4)]).toEqual([200, 100, 50, 255])
})

test('any line from anywhere to anywhere is drawn inside the picture, and the same from both ends', () => {
  const far = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(far, far, far, far, (x1, y1, x2, y2) => {
      const there = draw([x1, y1, x2, y2])
      const back = draw([x2, y2, x1, y1])
      for (const [y, row] of there.entries())
        for (const [x, sign] of [...row].entries())
          expect(Math.abs(Number(sign) - Number(back[y]?.[x])) || 0).toBeLessThanOrEqual(1)
    }),
  )
})
