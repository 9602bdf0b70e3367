import { expect, test } from 'vitest'
import { type Place, toggled, treeRows } from './rows.ts'

const place = (path: string): Place => ({ path, notes: 1, all: 1 })
const PLACES = ['area', 'area/home', 'area/work', 'area/work/plan', 'client', 'client/acme', 'Work'].map(place)

/** `- name` closed, `+ name` open, two spaces for each level. */
const picture = (...asked: Parameters<typeof treeRows>): string[] =>
  treeRows(...asked).map(
    ({ name, level, hasMore, isOpen }) => `${'  '.repeat(level - 1)}${hasMore ? (isOpen ? '+ ' : '- ') : ''}${name}`,
  )

test('a small tree is open at first, and keeps what was opened and closed', () => {
  expect(picture(PLACES, undefined)).toEqual(['+ area', '  home', '  + work', '    plan', '+ client', '  acme', 'Work'])
  const closed = toggled(PLACES, undefined, 'area')
  expect(picture(PLACES, closed)).toEqual(['- area', '+ client', '  acme', 'Work'])
  expect(picture(PLACES, toggled(PLACES, closed, 'area'))).toContain('    plan')
})

test('a tree below one place begins at its own level, and leaves what is open elsewhere', () => {
  const below = PLACES.filter(({ path }) => path.startsWith('area/'))
  expect(picture(below, undefined, '', 1)).toEqual(['home', '+ work', '  plan'])
  expect(toggled(below, ['client', 'area/work'], 'area/work')).toEqual(['client'])
})

test('a large one is closed at first', () => {
  const many = [...PLACES, ...Array.from({ length: 60 }, (_, at) => place(`x${at}`))]
  expect(picture(many, undefined)).toHaveLength(63)
  expect(picture(many, toggled(many, undefined, 'area')).slice(0, 3)).toEqual(['+ area', '  home', '  - work'])
})

test('a filter shows what has the words and what leads there', () => {
  expect(picture(PLACES, [], 'WORK')).toEqual(['+ area', '  + work', '    plan', 'Work'])
  expect(picture(PLACES, [], 'acm')).toEqual(['+ client', '  acme'])
  expect(picture(PLACES, [], 'nothing')).toEqual([])
})

test('each row knows its place among its like', () => {
  const rows = treeRows(PLACES, undefined)
  expect(rows.map(({ at, of }) => `${at}/${of}`)).toEqual(['1/3', '1/2', '2/2', '1/1', '2/3', '1/1', '3/3'])
})
