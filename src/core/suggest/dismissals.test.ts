import { expect, test } from 'vitest'
import type { NotePath } from '../note.ts'
import { Dismissals } from './dismissals.ts'

const path = 'a.md' as NotePath
const other = 'b.md' as NotePath
const here = { key: 'plan', path, around: 'A plan for\nwinter.' }

test('a place is dismissed where its sentence stands, and nowhere else', () => {
  const dismissals = new Dismissals().with({ scope: 'place', key: 'plan', path, around: 'A plan for winter.' })
  expect(dismissals.isDismissed(here)).toBe(true)
  expect(dismissals.isDismissed({ ...here, around: 'Another plan.' })).toBe(false)
  expect(dismissals.isDismissed({ ...here, path: other })).toBe(false)
})

test('a task stays dismissed, done or not', () => {
  const dismissals = new Dismissals().with({ scope: 'place', key: 'plan', path, around: '[ ] A plan for winter.' })
  expect(dismissals.isDismissed(here)).toBe(true)
  expect(dismissals.isDismissed({ ...here, around: '[x] A plan for winter.' })).toBe(true)
})

test('a name in a note, and a name everywhere', () => {
  const inNote = new Dismissals().with({ scope: 'note', key: 'plan', path })
  expect(inNote.isDismissed({ ...here, around: undefined })).toBe(true)
  expect(inNote.isDismissed({ ...here, path: other })).toBe(false)
  const everywhere = new Dismissals().with({ scope: 'everywhere', key: 'plan' })
  expect(everywhere.isDismissed({ ...here, path: other })).toBe(true)
  expect(everywhere.isDismissed({ ...here, key: 'plans' })).toBe(false)
})

test('saying it twice is saying it once, and taking it back takes it back', () => {
  const dismissal = { scope: 'note', key: 'plan', path } as const
  const twice = new Dismissals().with(dismissal).with(dismissal)
  expect(twice.list).toEqual([dismissal])
  expect(twice.without(dismissal).isDismissed(here)).toBe(false)
})

test('an island that is fine, whatever it is called by then', () => {
  const fine = new Dismissals().with({ scope: 'island', key: 'Soup', path })
  expect(fine.isFineIsland(path)).toBe(true)
  expect(fine.isFineIsland(other)).toBe(false)
  expect(fine.isDismissed({ ...here, key: 'Soup' })).toBe(false)
  expect(fine.moved(new Map([[path, other]])).isFineIsland(other)).toBe(true)
  expect(fine.without({ scope: 'island', key: 'Office soup', path }).isFineIsland(path)).toBe(false)
})

test('what was said of a note follows it, also when two change places', () => {
  const both = new Dismissals()
    .with({ scope: 'note', key: 'plan', path })
    .with({ scope: 'note', key: 'fee', path: other })
  const places = new Map([
    [path, other],
    [other, path],
  ])
  expect(both.moved(places).list.map((each) => 'path' in each && each.path)).toEqual([other, path])
  const moved = new Dismissals().with({ scope: 'note', key: 'plan', path }).moved(new Map([[path, other]]))
  expect(moved.isDismissed({ ...here, path: other })).toBe(true)
  expect(moved.moved(new Map([[path, other]]))).toBe(moved)
})
