import { describe, expect, test } from 'vitest'
import { dateRows, dueText, dueWords } from './dates.ts'

/** A Monday. */
const NOW = new Date('2026-11-23T10:00')

describe('a due date in words', () => {
  test.each([
    ['due', ''],
    ['Due next friday', 'next friday'],
    ['due diligence', 'diligence'],
    ['Dune', undefined],
    ['overdue', undefined],
  ])('%s asks for %j', (name, words) => expect(dueWords(name)).toBe(words))

  test.each([
    ['', ['2026-11-23', '2026-11-24', '2026-11-30']],
    ['next friday', ['2026-12-04']],
    ['friday', ['2026-11-27']],
    ['in 3 weeks', ['2026-12-14']],
    ['2027-04-01', ['2027-04-01']],
    ['1 april', ['2027-04-01']],
    ['diligence', []],
  ])('%j is %j', async (words, days) => expect((await dateRows(words, NOW)).map(({ date }) => date)).toEqual(days))

  test.each([
    ['tod', ['2026-11-23']],
    ['tom', ['2026-11-24']],
    ['day after', ['2026-11-25']],
    ['mon', ['2026-11-23']],
    ['thur', ['2026-11-26']],
    ['we', ['2026-11-25']],
    ['next f', ['2026-12-04']],
    ['Next M', ['2026-12-23', '2026-11-30']],
    ['in 3', ['2026-11-26', '2026-12-14', '2027-02-23', '2029-11-23']],
    ['24 de', ['2026-12-24']],
    ['in', []],
    ['tomm', []],
  ])('%j begins %j', async (words, days) => expect((await dateRows(words, NOW)).map(({ date }) => date)).toEqual(days))

  test.each([
    ['24.12.', '2026-12-24'],
    ['24.12', '2026-12-24'],
    ['1.2.', '2027-02-01'],
    ['24. 12. 2027', '2027-12-24'],
    ['3.4.2019', '2019-04-03'],
    ['24.12.27', '2027-12-24'],
    ['24.12.2', '2026-12-24'],
    ['29.2.', '2028-02-29'],
    ['31.2.', undefined],
    ['24.13.', undefined],
    ['1.2.3.4', undefined],
  ])('day and month: %s is %s', async (words, day) => expect((await dateRows(words, NOW))[0]?.date).toBe(day))

  test.each([
    ['friday 3pm', '2026-11-27', '3pm'],
    ['3pm friday', '2026-11-27', '3pm'],
    ['friday at 15:00', '2026-11-27', 'at 15:00'],
    ['next friday at noon', '2026-12-04', 'at noon'],
    ['friday morning', '2026-11-27', 'morning'],
    ['2026-12-24 15:00', '2026-12-24', '15:00'],
    ['24.12. 3pm', '2026-12-24', '3pm'],
    ['24 december', '2026-12-24', ''],
    ['in 3 weeks', '2026-12-14', ''],
    ['3pm', '2026-11-23', '3pm'],
    ['friday 3pm call Ann', '2026-11-27', '3pm call Ann'],
    ['by friday', '2026-11-27', ''],
    ['the day after tomorrow', '2026-11-25', ''],
    ['last friday of next month', undefined, undefined],
    ['diligence by friday', undefined, undefined],
  ])('%j is %j, and %j stays', async (words, day, rest) =>
    expect((await dateRows(words, NOW))[0]).toEqual(
      day === undefined ? undefined : expect.objectContaining({ date: day, rest }),
    ),
  )

  test('is said in full', async () => {
    expect((await dateRows('tomorrow', NOW))[0]?.said).toBe('Tuesday, 24 November 2026')
  })

  test.each([
    ['', '📅 2026-11-27'],
    ['- [ ] a [due:: 2026-01-01]', '[due:: 2026-11-27]'],
    ['- [ ] a (due:: 2026-01-01)', '(due:: 2026-11-27)'],
    ['- [ ] a @due(2026-01-01)', '@due(2026-11-27)'],
    ['- [ ] a 📅 2026-01-01 [due:: 2026-01-01]', '📅 2026-11-27'],
  ])('in a note with %j is written %s', (text, written) => expect(dueText('2026-11-27', text)).toBe(written))
})
