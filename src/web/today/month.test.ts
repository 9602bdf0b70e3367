import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../core/query/dates.ts'
import { monthOf, weeksOf } from './month.ts'

test('a month in weeks', () => {
  expect(weeksOf('2026-03').map(([first, , , , , , last]) => `${first} ${last}`)).toEqual([
    '2026-02-23 2026-03-01',
    '2026-03-02 2026-03-08',
    '2026-03-09 2026-03-15',
    '2026-03-16 2026-03-22',
    '2026-03-23 2026-03-29',
    '2026-03-30 2026-04-05',
  ])
  expect(weeksOf('2027-02')).toHaveLength(4)
})

test('every day of a month stands in it once, on its weekday, and no week is without one', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
      const month = monthOf(date.toISOString())
      const weeks = weeksOf(month)
      const days = weeks.flat()
      expect(days).toEqual(days.map((_, at) => addDays(days[0] ?? '', at)))
      expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(1)
      expect(weeks.every((week) => week.some((day) => monthOf(day) === month))).toBe(true)
      expect(days).toContain(`${month}-01`)
      expect(monthOf(addDays(days.at(-1) ?? '', 1)) > month).toBe(true)
    }),
  )
})
