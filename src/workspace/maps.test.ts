import { expect, test } from 'vitest'
import type { MapAnswer } from '../core/chain/answers.ts'
import type { NotePath } from '../core/note.ts'
import type { DismissalStore } from './dismissing.ts'
import { Maps } from './maps.ts'

const A = 'a.md' as NotePath
const B = 'b.md' as NotePath
const MAP: MapAnswer = { path: [A, 'c.md'], places: [1, 2, -3, 4], links: 1 }
const NONE: MapAnswer = { path: [], places: [], links: 0 }

function store(text?: string): DismissalStore & { text: string | undefined } {
  return {
    text,
    read() {
      return this.text
    },
    write(next) {
      this.text = next
    },
  }
}

function large(notes: number): MapAnswer {
  return {
    path: Array.from({ length: notes }, (_, at) => `${at}.md`),
    places: Array.from({ length: notes * 2 }, () => 7),
    links: 9,
  }
}

test('each picture has a map of its own, which another run and another program find', () => {
  const kept = store()
  new Maps(kept).keep(null, MAP)
  new Maps(kept).keep(A, { ...MAP, links: 2 })
  expect([new Maps(kept).of(null), new Maps(kept).of(A), new Maps(kept).of(B)]).toEqual([
    MAP,
    { ...MAP, links: 2 },
    NONE,
  ])
  new Maps(kept).keep(null, large(2))
  expect(new Maps(kept).of(null)).toEqual(large(2))
})

test('places go with notes that move, and the map around a note with that note', () => {
  const maps = new Maps(store())
  maps.keep(A, MAP)
  maps.follow(new Map([[A, B]]))
  expect(maps.of(A)).toEqual(NONE)
  expect(maps.of(B)).toEqual({ ...MAP, path: [B, 'c.md'] })
})

test('of too many the maps that were left longest ago go, and never that of the vault', () => {
  const kept = store()
  const maps = new Maps(kept)
  maps.keep(null, large(10_000))
  const around = Array.from({ length: 12 }, (_, at) => `n${at}.md` as NotePath)
  for (const path of around) maps.keep(path, large(2000))
  expect(maps.of(null)).toEqual(large(10_000))
  expect(around.map((path) => maps.of(path).path.length)).toEqual([0, 0, ...Array.from({ length: 10 }, () => 2000)])
  maps.keep(null, large(40_000))
  expect(maps.of(null).path.length).toBe(30_000)
  expect(kept.text?.length).toBeLessThan(1_000_000)
})

test('a file that is no map, or only in part, is begun anew', () => {
  for (const text of ['', 'null', '{"maps":7}', '{"maps":[{"around":null,"path":["a.md"],"places":[1],"links":0}]}']) {
    const maps = new Maps(store(text))
    expect(maps.of(null)).toEqual(NONE)
    maps.follow(new Map([[A, B]]))
    maps.keep(null, MAP)
    expect(maps.of(null)).toEqual(MAP)
  }
})

test('without a place to keep them there are none', () => {
  const maps = new Maps()
  maps.keep(null, MAP)
  expect(maps.of(null)).toEqual(NONE)
})
