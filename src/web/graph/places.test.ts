import { expect, test } from 'vitest'
import { countNew, mapOf, placesIn, startingPlaces } from './places.ts'

const links = [2, 0, 0, 1, 2, 0]

test('a note keeps its place, a new one starts beside what it links with, and others on a spiral', () => {
  const known = new Map([['a', [100, 200]]] as const)
  const places = startingPlaces(['a', 'b', 'c'], links, known)
  expect([...places.slice(0, 2)]).toEqual([100, 200])
  const [x = 0, y = 0] = places.slice(4)
  expect(Math.hypot(x - 100, y - 200)).toBeCloseTo(9, 3)
  expect(Math.hypot(places[2] as number, places[3] as number)).toBeCloseTo(12 * Math.sqrt(1.5), 3)
  expect(countNew(['a', 'b', 'c'], known)).toBe(2)
})

test('the same notes begin the same way, no two in one place', () => {
  const paths = Array.from({ length: 300 }, (_, at) => `n${at}`)
  const places = startingPlaces(paths, links, new Map())
  expect(startingPlaces(paths, links, new Map())).toEqual(places)
  const seen = new Set(paths.map((_, at) => `${places[at * 2]} ${places[at * 2 + 1]}`))
  expect(seen.size).toBe(paths.length)
})

test('what is kept comes back, with the notes that are not shown at the moment', () => {
  const kept = mapOf(
    ['a', 'b'],
    Float32Array.of(1.4, -2.6, 3, 4),
    5,
    new Map([
      ['c', [7, 8]],
      ['a', [9, 9]],
    ]),
  )
  expect(kept).toEqual({ path: ['a', 'b', 'c'], places: [1, -3, 3, 4, 7, 8], links: 5 })
  expect([...placesIn(kept)]).toEqual([
    ['a', [1, -3]],
    ['b', [3, 4]],
    ['c', [7, 8]],
  ])
})
