import { expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { createTestApp } from './testing/app.ts'
import type { ErrorAnswer } from './types.ts'

const NOTES = 12_000
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
/** Words of two letters: all of them stand in hundreds of notes. */
const word = (at: number): string => `${LETTERS[at % 26]}${LETTERS[(at * 7) % 26]}`

function vault(): Record<string, string> {
  const files: Record<string, string> = {}
  for (let at = 0; at < NOTES; at++) {
    const words = Array.from({ length: 30 }, (_, nth) => word(at * 31 + nth * nth)).join(' ')
    files[`${at % 50}/${word(at)} ${at}.md`] =
      `---\nkind: task\nnumber: ${at}\ndue: 2026-${String((at % 12) + 1).padStart(2, '0')}-11\n---\n${words} [[${word(at + 1)} ${at + 1}]]\n\n- [ ] ${words} #${word(at)}\n`
  }
  return files
}

const many = (term: (at: number) => string, joint = ' '): string =>
  Array.from({ length: 30 }, (_, at) => term(at)).join(joint)
const HOSTILE = [
  many((at) => LETTERS[at % 26] as string, ' OR '),
  many((at) => `-${LETTERS[at % 26]}`),
  many((at) => `"${word(at)} ${word(at + 1)}"`, ' OR '),
  many((at) => `number:>${at}`, ' OR '),
  many((at) => `modified:>20${10 + at}-01`, ' OR '),
  many((at) => `created:<${at}d`, ' OR '),
  many((at) => `in:${at}`, ' OR '),
  `${'('.repeat(9)}is:island OR -is:island${')'.repeat(9)}`,
]
const SHOWN = [
  'sort number desc, links, title',
  'group by tags',
  'as table: number, due, tags, links, tasks',
  'limit 200',
]
const TASKS = ['as all tasks', 'sort text, note, links', 'group by tags', 'limit 200']

test('hostile queries are answered or stopped with a sentence, and whoever asks meanwhile does not wait for all of them', async () => {
  const { workspace } = await openTestWorkspace(vault())
  const { hono, headers } = createTestApp(workspace)
  const live = (source: string): Promise<Response> => {
    const body = JSON.stringify({ source, path: '', today: '2026-06-01' })
    return Promise.resolve(hono.request('/api/live', { method: 'POST', headers, body }))
  }
  const attack = HOSTILE.flatMap((q) => [
    live([q, ...SHOWN].join('\n')),
    live([q, ...TASKS].join('\n')),
    Promise.resolve(hono.request(`/api/search?${new URLSearchParams({ q })}`, { headers })),
  ])
  let left = attack.length
  const outcomes = Promise.all(attack.map((each) => each.finally(() => left--)))

  const waits: number[] = []
  while (left > 0) {
    const start = performance.now()
    const answer = await hono.request('/api/backlinks?path=1/bh%201.md', { headers })
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(answer.status).toBe(200)
    waits.push(performance.now() - start)
  }
  for (const outcome of await outcomes) {
    const answer = (await outcome.json()) as { error?: ErrorAnswer }
    expect([200, 400, 403, 404]).toContain(outcome.status)
    if (outcome.status !== 200) expect(answer.error?.message).toMatch(/^[^\n]+[.?]$/)
  }
  // One of them at most lies between two answers; all together take many times as long.
  expect(waits.length).toBeGreaterThan(attack.length)
  const all = waits.reduce((sum, wait) => sum + wait, 0)
  expect(Math.max(...waits)).toBeLessThan(all / 5)
  await workspace.close()
})

test.each([
  ['x'.repeat(5000), 'A query can have 2000 characters, and this has 5000; shorten it.'],
  [many((at) => `${at} x`), 'A search can have 30 words and filters, and this has 60; leave some out.'],
  ['('.repeat(40), 'Brackets can stand in brackets 10 times; take some away.'],
])('%.20s is too much', async (source, message) => {
  const { workspace } = await openTestWorkspace({})
  expect(() => workspace.live({ source, path: '', today: '2026-06-01' })).toThrow(message)
})
