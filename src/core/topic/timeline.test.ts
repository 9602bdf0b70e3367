import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timelineOf } from './timeline.ts'

const at = (...days: string[]) => timelineOf(days.map((day) => Date.parse(day)))

test('months from the first to the last, and the pauses between', () => {
  expect(at('2026-03-01', '2026-03-31', '2026-08-02', '2026-10-01')).toEqual({
    months: [
      { month: '2026-03', notes: 2 },
      { month: '2026-04', notes: 0 },
      { month: '2026-05', notes: 0 },
      { month: '2026-06', notes: 0 },
      { month: '2026-07', notes: 0 },
      { month: '2026-08', notes: 1 },
      { month: '2026-09', notes: 0 },
      { month: '2026-10', notes: 1 },
    ],
    quiet: [{ from: '2026-04', to: '2026-07' }],
  })
  expect(at('2025-12-31', '2026-01-01').months.map(({ month }) => month)).toEqual(['2025-12', '2026-01'])
  expect(at()).toEqual({ months: [], quiet: [] })
})

test('every note of the last twenty years is counted once, and no quiet month has one', () => {
  const date = fc.integer({ min: Date.parse('2007-01-01'), max: Date.parse('2026-12-31') })
  fc.assert(
    fc.property(fc.array(date, { minLength: 1 }), (dates) => {
      const { months, quiet } = timelineOf(dates)
      expect(months.reduce((sum, { notes }) => sum + notes, 0)).toBe(dates.length)
      for (const { from, to } of quiet)
        expect(months.filter(({ month, notes }) => month >= from && month <= to && notes > 0)).toEqual([])
    }),
  )
})
