import { describe, expect, it } from 'vitest'
import { dateSigns, taskSigns } from './signs.ts'

const told = (signs: readonly { kind: string; date: string | undefined; from: number; to: number }[], text: string) =>
  signs.map(({ kind, date, from, to }) => `${kind} ${date ?? '-'} “${text.slice(from, to)}”`)

describe('task signs', () => {
  it.each([
    ['Send 📅 2026-03-29', ['due 2026-03-29 “📅 2026-03-29”']],
    ['Send 🗓️2026-03-29 ✅ 2026-03-30', ['due 2026-03-29 “🗓️2026-03-29”', 'completed 2026-03-30 “✅ 2026-03-30”']],
    [
      'Send [due:: 2026-03-29], (start:: 2026-03-01)',
      ['due 2026-03-29 “[due:: 2026-03-29]”', 'start 2026-03-01 “(start:: 2026-03-01)”'],
    ],
    ['High ⏫ 🔁 every week', ['high - “⏫”', 'repeats - “🔁”']],
    ['[Priority:: Low] x', ['low - “[Priority:: Low]”']],
    ['A party 📅 soon, [builds on:: [[A]]]', []],
    ['due:: 2026-03-29', []],
    [
      'Send @due(2026-03-29) @done(2026-03-30)',
      ['due 2026-03-29 “@due(2026-03-29)”', 'completed 2026-03-30 “@done(2026-03-30)”'],
    ],
    ['Send due: 2026-03-29, overdue: 2026-03-01', ['due 2026-03-29 “due: 2026-03-29”']],
  ])('%s', (text, signs) => expect(told(taskSigns(text), text)).toEqual(signs))

  it('leaves arrows alone outside of tasks', () => {
    expect(told(dateSigns('Sales 🔼 since 📅 2026-03-29'), 'Sales 🔼 since 📅 2026-03-29')).toEqual([
      'due 2026-03-29 “📅 2026-03-29”',
    ])
  })
})
