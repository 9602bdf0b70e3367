import { describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { createTestApp } from './testing/app.ts'
import type { ErrorAnswer, SaveAnswer, TasksAnswer } from './types.ts'

const FILES = {
  'Slides.md':
    '---\nkind: task\nstatus: open\ndue: 2026-03-30\ntags: [talk]\n---\nFor [[Board]].\n\n- [ ] Draw them 📅 2026-03-28\n- [x] Ask ✅ 2026-03-20\n- [ ] Print #paper\n',
  'Board.md': '---\nkind: project\n---\n- [ ] Book the room @due(2026-03-29)\r\n- [ ] Tea\r\n',
  'Wen.md': 'I read.\n\n- [ ] Lend the book to Ann due: 2026-04-02\n',
  'Letter.md': '---\nkind: template\n---\n- [ ] Sign it\n',
}

async function openTestApp() {
  const { workspace, vault } = await openTestWorkspace(FILES, { now: () => new Date('2026-03-29T12:00:00Z') })
  const { hono, headers } = createTestApp(workspace)
  const ask = async (query: string): Promise<TasksAnswer> =>
    (await hono.request(`/api/tasks?${query}`, { headers })).json() as Promise<TasksAnswer>
  const check = async (asked: object) => {
    const body = JSON.stringify({ today: '2026-03-29', done: true, ...asked })
    const response = await hono.request('/api/check-task', { method: 'POST', headers, body })
    return { status: response.status, answer: (await response.json()) as SaveAnswer & { error?: ErrorAnswer } }
  }
  const text = async (path: string) => (await vault.read(path as never))?.text
  return { ask, check, text }
}

const picture = ({ groups }: TasksAnswer) =>
  groups.map(({ title, count, tasks }) => `${title} ${count}: ${tasks.map(({ text }) => text).join(', ')}`)

describe('tasks over HTTP', () => {
  test('by due date, as the day of the reader has it', async () => {
    const { ask } = await openTestApp()
    const answer = await ask('today=2026-03-29')
    expect(answer).toMatchObject({ open: 6, done: 1, more: 0 })
    expect(picture(answer)).toEqual([
      'overdue 1: Draw them',
      'today 1: Book the room',
      'upcoming 2: Slides, Lend the book to Ann',
      'none 2: Tea, Print #paper',
      'done 1: Ask',
    ])
    expect(picture(await ask('today=2026-03-31'))[0]).toBe('overdue 3: Draw them, Book the room, Slides')
  })

  test('by project, tag and note, the fullest first', async () => {
    const { ask } = await openTestApp()
    expect(picture(await ask('by=project'))).toEqual(['Board 5: Draw them, Book the room, Slides, Tea, Print #paper'])
    expect(picture(await ask('by=tag'))).toEqual([
      'talk 3: Draw them, Slides, Print #paper',
      'paper 2: Slides, Print #paper',
    ])
    expect(picture(await ask('by=note&limit=1'))).toEqual([
      'Slides 3: Draw them',
      'Board 2: Book the room',
      'Wen 1: Lend the book to Ann',
    ])
    expect(picture(await ask('by=note&key=Board.md'))).toEqual(['Board 2: Book the room, Tea'])
  })

  test('a day that is none is refused with a sentence', async () => {
    const { ask } = await openTestApp()
    expect(await ask('today=2026-13-45')).toMatchObject({ error: { kind: 'invalid' } })
  })
})

describe('ticking over HTTP', () => {
  test('changes one character, and the line ends stay', async () => {
    const { check, text } = await openTestApp()
    const { status, answer } = await check({ path: 'Board.md', line: 4, text: 'Book the room' })
    expect([status, answer.saved]).toEqual([200, true])
    expect(await text('Board.md')).toBe(FILES['Board.md'].replace('[ ] Book', '[x] Book'))
  })

  test('says when, in a note that does; and takes it back', async () => {
    const { check, text } = await openTestApp()
    await check({ path: 'Slides.md', line: 9, text: 'Draw them' })
    expect(await text('Slides.md')).toContain('- [x] Draw them 📅 2026-03-28 ✅ 2026-03-29\n')
    await check({ path: 'Slides.md', line: 9, text: 'Draw them', done: false })
    expect(await text('Slides.md')).toBe(FILES['Slides.md'])
  })

  test('finds the task where lines came before it, and a task note by its title', async () => {
    const { check, text } = await openTestApp()
    await check({ path: 'Wen.md', line: 1, text: 'Lend the book to Ann' })
    expect(await text('Wen.md')).toContain('- [x] Lend')
    await check({ path: 'Slides.md', line: 1, text: 'Slides' })
    expect(await text('Slides.md')).toContain('status: done\n')
  })

  test('what is not there any more is said', async () => {
    const { check } = await openTestApp()
    const { status, answer } = await check({ path: 'Wen.md', line: 3, text: 'Return the book' })
    expect(status).toBe(404)
    expect(answer.error?.message).toBe('Wen.md was changed and does not have this task any more; look at the note.')
  })
})
