import { describe, expect, it } from 'vitest'
import { sayDay, sayDayWithin, sayDue, sayWholeDay, urgencyOf } from './days.ts'

const NOW = new Date(2026, 10, 22, 23, 30)

describe('days as people say them', () => {
  it.each([
    ['2026-11-22', 'Today'],
    ['2026-11-21', 'Yesterday'],
    ['2026-11-23', 'Tomorrow'],
    ['2026-09-04', '4 Sep'],
    ['2024-09-04', '4 Sep 2024'],
    ['2026-11-22T00:05:00', 'Today'],
    ['some day', 'some day'],
  ])('%s is %s', (date, said) => expect(sayDay(date, NOW)).toBe(said))

  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', 'yesterday'],
    ['2026-09-04', '4 Sep'],
    ['Some day', 'Some day'],
  ])('%s is %s within a sentence', (date, said) => expect(sayDayWithin(date, NOW)).toBe(said))

  it.each([
    ['2026-11-20', 'overdue', 'Overdue since 20 Nov'],
    ['2026-11-21', 'overdue', 'Overdue since yesterday'],
    ['2026-11-22', 'soon', 'Due today'],
    ['2026-11-23', 'soon', 'Due tomorrow'],
    ['2026-11-25', 'soon', 'Due 25 Nov, in 3 days'],
    ['2026-11-26', 'later', 'Due 26 Nov, in 4 days'],
    ['2026-12-11', 'later', 'Due 11 Dec'],
    ['2027-01-02', 'later', 'Due 2 Jan 2027'],
    ['next week', 'later', 'Due next week'],
  ])('due %s is %s: %s', (date, urgency, said) => {
    expect(urgencyOf(date, NOW)).toBe(urgency)
    expect(sayDue(date, NOW)).toBe(said)
  })

  it('gives the whole date where there is room', () => {
    expect(sayWholeDay('2026-11-23')).toMatch(/^Monday,? 23 November 2026$/)
    expect(sayWholeDay('soon')).toBe('soon')
  })
})
