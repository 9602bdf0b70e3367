import { expect, test } from 'vitest'
import type { TaskAnswer } from '../answers.ts'
import { compareUrgency } from './urgency.ts'

const task = (text: string, due: string | null, done = false): TaskAnswer => ({
  path: 'A.md' as TaskAnswer['path'],
  line: 1,
  text,
  done,
  due,
  tags: [],
})

test('what is due soonest comes first, then what has no day, then what is done', () => {
  const tasks = [
    task('done', '2026-01-01', true),
    task('some day', null),
    task('later', '2026-12-01'),
    task('soon', '2026-11-20'),
    task('some other day', null),
  ]
  expect(tasks.sort(compareUrgency).map(({ text }) => text)).toEqual([
    'soon',
    'later',
    'some day',
    'some other day',
    'done',
  ])
})
