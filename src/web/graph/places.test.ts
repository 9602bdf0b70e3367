import { expect, test } from 'vitest'
import { countNew, startingPlaces } from './places.ts'

const links = Int32Array.of(2, 0, 1, 2)

test('a note keeps its place, a new one starts beside what it links with, and others on a spiral', () => {
  const known = { a: [100, 200] } as const
  const places = startingPlaces(['a', 'b', 'c'], links, known)
  expect([...places.slice(0, 2)]).toEqual([100, 200])
  const [x = 0, y = 0] = places.slice(4)
  expect(Math.hypot(x - 100, y - 200)).toBeCloseTo(9, 3)
  expect(Math.hypot(places[2] as number, places[3] as number)).toBeCloseTo(12 * Math.sqrt(1.5), 3)
  expect(countNew(['a', 'b', 'c'], known)).toBe(2)
})

test('the same notes begin the same way, no two in one place', () => {
  const paths = Array.from({ length: 300 }, (_, at) => `n${at}`)
  const places = startingPlaces(paths, links, {})
  expect(startingPlaces(paths, links, {})).toEqual(places)
  const seen = new Set(paths.map((_, at) => `${places[at * 2]} ${places[at * 2 + 1]}`))
  expect(seen.size).toBe(paths.length)
})
