import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysOf, periodOf } from './dates.ts'

/** A Wednesday. */
const TODAY = '2026-04-15'

test.each([
  ['2026', '2026-01-01', '2027-01-01'],
  ['2026-12', '2026-12-01', '2027-01-01'],
  ['2026-04-15', '2026-04-15', '2026-04-16'],
  ['Today', '2026-04-15', '2026-04-16'],
  ['yesterday', '2026-04-14', '2026-04-15'],
  ['tomorrow', '2026-04-16', '2026-04-17'],
  ['wednesday', '2026-04-15', '2026-04-16'],
  ['tuesday', '2026-04-21', '2026-04-22'],
  ['this week', '2026-04-13', '2026-04-20'],
  ['last-week', '2026-04-06', '2026-04-13'],
  ['next-month', '2026-05-01', '2026-06-01'],
  ['last-year', '2025-01-01', '2026-01-01'],
  ['-7d', '2026-04-08', '2026-04-09'],
  ['+1w', '2026-04-22', '2026-04-23'],
  ['7d', '2026-04-08', '2026-04-16'],
  ['2026-01..2026-03', '2026-01-01', '2026-04-01'],
  ['..today', '0000-01-01', '2026-04-16'],
  ['2026..', '2026-01-01', '9999-12-31'],
])('modified:%s', (written, from, to) => {
  expect(periodOf(written, 'modified', TODAY)).toEqual({ from, to })
})

test('what is due is due in the days to come, and a month later is a day of that month', () => {
  expect(periodOf('7d', 'due', TODAY)).toEqual({ from: TODAY, to: '2026-04-23' })
  expect(periodOf('-2m', 'due', '2026-04-30')).toEqual({ from: '2026-02-28', to: '2026-03-01' })
})

test.each(['', 'soon', '2026-13', '2026-02-30', '26-01-01', '..', '7', '99999d', '2026-01-01..never'])(
  'no date: %s',
  (written) => {
    expect(periodOf(written, 'due', TODAY)).toBeUndefined()
  },
)

test('comparisons part the days without a gap', () => {
  fc.assert(
    fc.property(fc.constantFrom('2026', '2026-04', 'today', 'this-week', '30d'), (written) => {
      const period = periodOf(written, 'created', TODAY)
      if (period === undefined) throw new Error(`${written} is a date`)
      expect(daysOf('<', period).to).toBe(period.from)
      expect(daysOf('>', period).from).toBe(period.to)
      expect(daysOf('<=', period).to).toBe(period.to)
      expect(daysOf('>=', period).from).toBe(period.from)
    }),
  )
})

test('never throws, and what it gives are days in order', () => {
  const said = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[+-]?\d{1,5}[dwmy]$/),
    fc.stringMatching(/^\d{4}-\d{2}(-\d{2})?$/),
  )
  fc.assert(
    fc.property(said, fc.integer({ min: -700_000, max: 2_900_000 }), (written, days) => {
      const period = periodOf(written, 'due', addDays('1970-01-01', days))
      if (period !== undefined) expect(/^\d{4}-\d\d-\d\d$/.test(period.from) && period.from <= period.to).toBe(true)
    }),
  )
})
