import { expect, test } from 'vitest'
import { mergeLeft, SHOWN } from './left.ts'

const note = (path: string, modified: string) => ({ path, title: path, kind: null, date: modified, modified })

test('what was left last stands before what was changed before that, at its place', () => {
  const notes = [note('New.md', '2026-03-29T10:00:00.000Z'), note('Old.md', '2025-01-01T00:00:00.000Z')]
  const left = [
    { path: 'Old.md', at: 40, time: Date.parse('2026-03-29T11:00:00Z') },
    { path: 'Gone.md', at: 1, time: Date.parse('2026-03-29T12:00:00Z') },
  ]
  expect(mergeLeft(notes, left).map(({ note: { path }, at, when }) => [path, at, when])).toEqual([
    ['Old.md', 40, '2026-03-29T11:00:00.000Z'],
    ['New.md', undefined, '2026-03-29T10:00:00.000Z'],
  ])
})

test('a note that was changed after it was left keeps its place', () => {
  const [first] = mergeLeft([note('A.md', '2026-03-29T10:00:00.000Z')], [{ path: 'A.md', at: 7, time: 5 }])
  expect(first).toMatchObject({ at: 7, when: '2026-03-29T10:00:00.000Z' })
})

test('there are only so many', () => {
  const notes = Array.from({ length: SHOWN + 3 }, (_, at) => note(`${at}.md`, '2026-03-29T10:00:00.000Z'))
  expect(mergeLeft(notes, [])).toHaveLength(SHOWN)
})
