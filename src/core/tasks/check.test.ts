import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from '../changes.ts'
import type { NotePath } from '../note.ts'
import { parseNote } from '../parse.ts'
import { checkBox, checkNote } from './check.ts'
import { noteTask } from './note-task.ts'

const TODAY = '2026-04-01'

/** Ticks or clears the task at a place among the tasks of a text. */
function checked(text: string, nth: number, done: boolean): string {
  const note = parseNote('a.md' as NotePath, text)
  const task = note.tasks[nth]
  if (task === undefined) throw new Error(`There is no task ${nth} in ${text}`)
  return applyChanges(text, checkBox(text, note, task, done, TODAY))
}

describe('ticking', () => {
  test.each([
    ['- [ ] Send', 0, '- [x] Send'],
    ['- [/] Send 📅 2026-03-29 ^b1', 0, '- [x] Send 📅 2026-03-29 ^b1'],
    ['- [ ] Send ^b1\n- [x] Ask ✅ 2026-01-01', 0, '- [x] Send ✅ 2026-04-01 ^b1\n- [x] Ask ✅ 2026-01-01'],
    ['- [ ] Send\r\n- [x] Ask ✅ 2026-01-01\r\n', 0, '- [x] Send ✅ 2026-04-01\r\n- [x] Ask ✅ 2026-01-01\r\n'],
    [
      '1. [x] Ask [completion:: 2026-01-01]\n2. [ ] Send\n   on two lines',
      1,
      '1. [x] Ask [completion:: 2026-01-01]\n2. [x] Send [completion:: 2026-04-01]\n   on two lines',
    ],
    ['- [x] Ask @done(2026-01-01)\n- [ ] Send', 1, '- [x] Ask @done(2026-01-01)\n- [x] Send @done(2026-04-01)'],
    ['- [ ] Send ✅ 2026-01-01', 0, '- [x] Send ✅ 2026-01-01'],
  ])('%j', (text, nth, after) => expect(checked(text, nth, true)).toBe(after))
})

describe('clearing', () => {
  test.each([
    ['- [x] Send', 0, '- [ ] Send'],
    ['- [X] Send ✅ 2026-01-01 ^b1', 0, '- [ ] Send ^b1'],
    ['- [-] Send (completed:: 2026-01-01)', 0, '- [ ] Send'],
  ])('%j', (text, nth, after) => expect(checked(text, nth, false)).toBe(after))
})

test('ticking and clearing again gives the text back, and leaves every other line alone', () => {
  const words = fc.constantFrom(
    'Send',
    'Ask [[Acme]]',
    '研究 📅 2026-03-29',
    'due: 2026-03-29 x ^b1',
    '#tag 🔁 every day',
  )
  const line = fc.tuple(fc.constantFrom('- [ ] ', '- [x] ', '* [ ] ', '- ', ''), words).map((parts) => parts.join(''))
  const other = fc.constantFrom('', '- [x] Old ✅ 2026-01-01', '- [x] Old [completion:: 2026-01-01]')
  const end = fc.constantFrom('\n', '\r\n')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), words, other, end, (lines, said, last, eol) => {
      const text = [`- [ ] ${said}`, ...lines, '', last].join(eol)
      const after = checked(text, 0, true)
      expect(after.split('\n').slice(1)).toEqual(text.split('\n').slice(1))
      expect(checked(after, 0, false)).toBe(text)
    }),
  )
})

describe('a note that is a task', () => {
  const TASK = '---\nkind: task # mine\nstatus: open\ndue: 2026-04-02\n---\n'
  const read = (text: string) => noteTask(parseNote('a.md' as NotePath, text))
  test('says so in its properties', () => {
    expect(read(TASK)).toMatchObject({ done: false, due: '2026-04-02' })
    expect(read('---\nkind: idea\n---\n')).toBeUndefined()
    expect(read('---\ntype: Task\nstatus: "Done"\ndue: soon\n---\n')).toMatchObject({ done: true, due: undefined })
  })
  test('changes its status and nothing else', () => {
    const after = applyChanges(TASK, checkNote(TASK, parseNote('a.md' as NotePath, TASK), true))
    expect(after).toBe('---\nkind: task # mine\nstatus: done\ndue: 2026-04-02\n---\n')
  })
})
