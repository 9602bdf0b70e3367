import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ProgressEvent } from '../core/answers.ts'
import { notePath } from '../core/path.ts'
import { openTestWorkspace } from './testing.ts'

test('a rename of a hub tells how far it is, and lets others be answered meanwhile', async () => {
  const words = 'Some words to read before the link. '.repeat(40)
  const notes = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${at}.md`, `${words}[[Hub]]\n`]))
  const { workspace } = await openTestWorkspace({ ...notes, 'Hub.md': '# Hub\n' })
  const told: ProgressEvent[] = []
  workspace.onProgress((progress) => told.push(progress))
  let answered = 0
  let isDone = false
  const asking = (async () => {
    while (!isDone) {
      await workspace.read(notePath('1.md'))
      answered++
      await setImmediate()
    }
  })()
  const answer = await workspace.refactor({ kind: 'rename', path: 'Hub.md', title: 'Centre' })
  isDone = true
  await asking
  expect(answer).toMatchObject({ done: true, links: 400, notes: 400 })
  expect(answered).toBeGreaterThan(3)
  expect(told.length).toBeGreaterThan(3)
  expect(told.every(({ done, total }) => done <= total && total >= 400)).toBe(true)
})
