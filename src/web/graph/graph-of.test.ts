import { expect, test } from 'vitest'
import { extentOf } from './graph-of.ts'

test('many notes fill the picture, and a few stand in its middle, not in its corners', () => {
  const far = Float32Array.of(-100, 0, 100, 40)
  expect(extentOf([0, 1], far)).toEqual({ x: [-100, 100], y: [0, 40] })
  const near = Float32Array.of(1, 1, 3, 4)
  expect(extentOf([0, 1], near)).toEqual({ x: [-3, 7], y: [-2.5, 7.5] })
  expect(extentOf([0], near)).toEqual({ x: [-4, 6], y: [-4, 6] })
})
