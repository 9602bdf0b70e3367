import { describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { createTestApp } from './testing/app.ts'
import type { ErrorAnswer, SaveAnswer, TodayAnswer } from './types.ts'

const dated = (date: string, kind: string, text = ''): string => `---\nkind: ${kind}\ndate: ${date}\n---\n${text}\n`

const FILES = {
  'Week.md': dated('2026-03-22', 'idea'),
  'Month.md': dated('2026-02-28', 'idea'),
  'daily/2025-03-29.md': '# 2025-03-29\n\nRain.\n',
  'Years.md': dated('2022-03-29', 'meeting'),
  'A template.md': dated('2022-03-29', 'template'),
  'Next day.md': dated('2024-03-30', 'meeting'),
  'Known.md': dated('2025-01-01', 'idea'),
  'Lost.md': dated('2025-06-01', 'idea'),
  'Also lost.md': dated('2025-07-01', 'knowledge'),
  'Wen.md': dated('2020-01-01', 'person'),
  'Now.md': dated('2026-03-28', 'knowledge', 'See [[Known]] and [[Wen]].'),
}

async function openTestApp(files: Readonly<Record<string, string>> = FILES) {
  let now = new Date('2026-03-29T12:00:00')
  const { workspace, vault } = await openTestWorkspace(files, { now: () => now })
  const { hono, headers } = createTestApp(workspace)
  const ask = async (today = '2026-03-29') =>
    (await hono.request(`/api/today?today=${today}`, { headers })).json() as Promise<TodayAnswer>
  const capture = async (text: string) => {
    const init = { method: 'POST', headers, body: JSON.stringify({ text }) }
    return (await hono.request('/api/capture', init)).json() as Promise<SaveAnswer & { error?: ErrorAnswer }>
  }
  const text = async (path: string) => (await vault.read(path as never))?.text
  const open = (path: string) =>
    hono.request('/api/opened', { method: 'POST', headers, body: JSON.stringify({ path }) })
  return {
    ask,
    capture,
    text,
    open,
    goTo: (time: string) => {
      now = new Date(time)
    },
  }
}

const picture = ({ before }: TodayAnswer) =>
  before.map(({ day, said, notes }) => `${said} ${day}: ${notes.map(({ title }) => title).join(', ')}`)

describe('today over HTTP', () => {
  test('brings back what was written on this day before, and says when', async () => {
    const { ask } = await openTestApp()
    const answer = await ask()
    expect(picture(answer)).toEqual([
      'One week ago 2026-03-22: Week',
      'One month ago 2026-02-28: Month',
      'One year ago 2025-03-29: 2025-03-29',
      '4 years ago 2022-03-29: Years',
    ])
    expect(picture(await ask('2026-03-30'))).toEqual([
      'One month ago 2026-02-28: Month',
      '2 years ago 2024-03-30: Next day',
    ])
  })

  test('of a day with many notes, the first are shown and all are counted', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.md`, dated('2025-03-29', 'idea')]))
    const [day] = (await (await openTestApp(many)).ask()).before
    expect(day).toMatchObject({ count: 9, notes: [{ path: '0.md' }, {}, {}, {}, { path: '4.md' }] })
  })

  test('the 29th of February comes back only in years that have it', async () => {
    const files = { 'Leap.md': dated('2024-02-29', 'idea'), 'Not.md': dated('2027-02-28', 'idea') }
    expect(picture(await (await openTestApp(files)).ask('2028-02-29'))).toEqual(['4 years ago 2024-02-29: Leap'])
  })

  test('has one thought that nobody came back to, the same all day, another on another day', async () => {
    const { ask } = await openTestApp()
    const days = ['2026-03-29', '2026-03-30', '2026-03-31']
    const answers = await Promise.all(days.map(ask))
    const forgotten = answers.map((answer) => `${answer.forgotten?.title}: ${answer.forgotten?.why}`)
    expect(forgotten.toSorted()).toEqual([
      'Also lost: from 2025-07-01; nothing has linked to it since',
      'Known: from 2025-01-01; linked to from 1 later note',
      'Lost: from 2025-06-01; nothing has linked to it since',
    ])
    expect((await ask()).forgotten).toEqual(answers[0]?.forgotten)
  })

  test('calls nothing forgotten that somebody opened on an earlier day of the last sixty', async () => {
    const { ask, open, goTo } = await openTestApp()
    const titles = async (from: string, days: number) => {
      const start = Date.parse(`${from}T12:00:00Z`)
      const each = Array.from({ length: days }, (_, at) =>
        ask(new Date(start + at * 86_400_000).toISOString().slice(0, 10)),
      )
      return [...new Set((await Promise.all(each)).map(({ forgotten }) => forgotten?.title))].sort()
    }
    const before = (await ask()).forgotten
    for (const path of ['Lost.md', 'Known.md', 'Nowhere.md']) expect((await open(path)).status).toBe(200)
    // The note of the day stays all day, though one looks at it.
    expect((await ask()).forgotten).toEqual(before)
    goTo('2026-03-30T12:00:00')
    expect(await titles('2026-03-30', 3)).toEqual(['Also lost'])
    expect(await titles('2026-06-10', 40)).toContain('Lost')
  })

  test('is empty where nothing was written', async () => {
    expect(await (await openTestApp({})).ask()).toEqual({
      today: '2026-03-29',
      note: 'daily/2026-03-29.md',
      before: [],
      forgotten: null,
    })
  })
})

describe('a captured thought', () => {
  const path = 'daily/2026-03-29.md'

  test("goes to the end of today's note, which is made first", async () => {
    const { capture, text } = await openTestApp()
    expect(await capture('Tea')).toMatchObject({ saved: true, path })
    expect(await text(path)).toBe('# 2026-03-29\n\n- Tea\n')
    await capture('Bread')
    expect(await text(path)).toBe('# 2026-03-29\n\n- Tea\n- Bread\n')
  })

  test('keeps the line ends of the note', async () => {
    const { capture, text } = await openTestApp({ [path]: '\uFEFF# Today\r\n\r\nRain.\r\n' })
    await capture('Tea')
    expect(await text(path)).toBe('\uFEFF# Today\r\n\r\nRain.\r\n\r\n- Tea\r\n')
  })

  test('needs a word, and makes no note without one', async () => {
    const { capture, text } = await openTestApp()
    expect(await capture(' \n ')).toMatchObject({
      error: { kind: 'invalid', message: 'A thought needs a word; write one or two.' },
    })
    expect(await text(path)).toBeUndefined()
  })

  test('of two at once, both are kept', async () => {
    const { capture, text } = await openTestApp({ [path]: '- Rain\n' })
    await Promise.all([capture('Tea'), capture('Bread')])
    expect((await text(path))?.split('\n').toSorted()).toEqual(['', '- Bread', '- Rain', '- Tea'])
  })
})

describe('a day', () => {
  const FILES_OF_DAYS = {
    'daily/2026-03-04.md': '# 2026-03-04\n\nSaw [[Ann]]. Nobody saw [[Ben]].\n',
    'Ann.md': '---\ndate: 2026-03-04T10:00\n---\n',
    'Later.md': '---\ndate: 2026-03-20\n---\n- [ ] Call 📅 2026-03-04\n- [x] Write 📅 2026-03-04\n',
    'Before.md': '---\ndate: 2026-02-27\n---\n',
    'Form.md': '---\ndate: 2026-03-05\nkind: template\n---\n',
  }

  test('has what was written, linked and due on it, and the days around it', async () => {
    const { workspace } = await openTestWorkspace(FILES_OF_DAYS, { now: () => new Date('2026-03-29T12:00:00Z') })
    const day = await workspace.day('2026-03-04')
    expect(day).toMatchObject({
      note: { path: 'daily/2026-03-04.md', isThere: true },
      written: { count: 2, notes: [{ path: 'Ann.md' }, { path: 'daily/2026-03-04.md' }] },
      before: '2026-02-27',
      after: '2026-03-20',
    })
    expect(day.due.map(({ text }) => text)).toEqual(['Call'])
    expect(await workspace.day('2026-03-05')).toMatchObject({
      note: { path: 'daily/2026-03-05.md', isThere: false },
      written: { count: 0 },
      before: '2026-03-04',
    })
  })

  test('is in the calendar of its month when anything was written on it', async () => {
    const { workspace } = await openTestWorkspace(FILES_OF_DAYS)
    expect(workspace.calendar('2026-03').days).toEqual([
      { day: '2026-03-04', notes: 2 },
      { day: '2026-03-20', notes: 1 },
    ])
    expect(workspace.calendar('2026-04')).toEqual({ month: '2026-04', days: [] })
  })
})
