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
