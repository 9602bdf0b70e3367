import { describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { createTestApp } from './testing/app.ts'
import type { ErrorAnswer, FreshTopic, ReviewAnswer, SaveAnswer, TopicAnswer } from './types.ts'

const FILES = {
  'Pricing gap.md': '---\nkind: idea\ndate: 2026-01-10\n---\nNobody serves small teams.\n',
  'Per team.md':
    '---\nkind: decision\nstatus: accepted\ndate: 2026-03-20\ntags: [pricing]\n---\nbuilds on:: [[Pricing gap]] — they asked\n\n- [ ] Tell [[Wen]] 📅 2026-04-01\n',
  'Notes.md': '---\ndate: 2026-03-27\n---\nWe spoke of pricing over soup.\n',
  'Wen.md': '---\nkind: person\ndate: 2026-01-01\n---\nReads [[Per team]].\n',
  'Soup.md': '---\ndate: 2026-02-01\n---\nLeek.\n',
}

async function openTestApp() {
  const { workspace, vault } = await openTestWorkspace(FILES, { now: () => new Date('2026-03-29T12:00:00Z') })
  const { hono, headers } = createTestApp(workspace)
  const ask = async <T>(path: string): Promise<T> =>
    (await hono.request(`/api/${path}`, { headers })).json() as Promise<T>
  const post = async <T>(path: string, body: object): Promise<T> => {
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await hono.request(`/api/${path}`, init)).json() as Promise<T>
  }
  const text = async (path: string) => (await vault.read(path as never))?.text ?? ''
  return { ask, post, text }
}

const titles = (notes: readonly { readonly title: string; readonly why: string }[]) =>
  notes.map(({ title, why }) => `${title}: ${why}`)

describe('a dossier over HTTP', () => {
  test('has each note in its place, and says why', async () => {
    const { ask } = await openTestApp()
    const answer = await ask<TopicAnswer>('topic?q=pricing')
    expect(answer.hub?.title).toBe('Per team')
    expect(titles(answer.notes)).toEqual(['Pricing gap: in its name'])
    expect(titles(answer.decisions)).toEqual(['Per team: tagged #pricing'])
    expect(titles(answer.people)).toEqual(['Wen: Per team mentions it'])
    expect(titles(answer.mentions)).toEqual(['Notes: says it without a link'])
    expect(answer.mentions[0]).toMatchObject({ sentence: 'We spoke of pricing over soup.', marks: [[12, 19]] })
    expect(answer.tasks.open.map(({ text }) => text)).toEqual(['Tell [[Wen]]'])
    expect(answer.timeline.quiet).toEqual([])
    expect(answer.kept).toBeNull()
  })

  test('of what nobody wrote about is empty; without a word it is refused', async () => {
    const { ask } = await openTestApp()
    expect(await ask<TopicAnswer>('topic?q=zeppelin')).toMatchObject({ notes: [], hub: null, forgotten: null })
    const refused = { error: { kind: 'invalid', message: 'A topic needs a word; type one or two.' } }
    expect(await ask<{ error: ErrorAnswer }>('topic?q=%3F')).toMatchObject(refused)
  })

  test('is kept once, and then says what is new', async () => {
    const { ask, post, text } = await openTestApp()
    const keep = () => post<SaveAnswer>('keep-topic', { topic: 'Pricing', today: '2026-03-29' })
    expect(await keep()).toMatchObject({ saved: true, path: 'topics/About Pricing.md' })
    expect(await text('topics/About Pricing.md')).toContain('- [[Notes]] — “We spoke of pricing over soup.”')
    const { kept, notes } = await ask<TopicAnswer>('topic?q=pricing')
    expect(kept).toMatchObject({ path: 'topics/About Pricing.md', fresh: [] })
    expect(titles(notes)).toEqual(['Pricing gap: in its name'])
    await post('note', { title: 'Pricing by the hour', text: 'No.\n' })
    expect((await ask<TopicAnswer>('topic?q=pricing')).kept?.fresh).toEqual(['Pricing by the hour.md'])
    const fresh = () => ask<FreshTopic | null>('fresh-topic?path=topics/About%20Pricing.md')
    expect(await fresh()).toMatchObject({
      topic: 'Pricing',
      date: '2026-03-29',
      notes: [{ title: 'Pricing by the hour' }],
    })
    expect(await ask<FreshTopic | null>('fresh-topic?path=Notes.md')).toBeNull()
    await keep()
    expect(await fresh()).toMatchObject({ notes: [] })
    expect(await text('topics/About Pricing.md')).toMatch(
      /\n\n## New on 2026-03-29\n\n- \[\[Pricing by the hour\]\] — .*\n$/,
    )
  })
})

describe('a look back over HTTP', () => {
  test('counts what was written and linked, and names what waits', async () => {
    const { ask } = await openTestApp()
    const answer = await ask<ReviewAnswer>('review?since=2w')
    expect(answer).toMatchObject({
      since: '2026-03-16',
      until: '2026-03-29',
      written: { count: 2 },
      made: { count: 2 },
    })
    expect(answer.hubs.map(({ title, now, ever }) => [title, now, ever])).toEqual([
      ['Pricing gap', 1, 1],
      ['Wen', 1, 1],
    ])
    expect(await ask<{ error: ErrorAnswer }>('review?since=soon')).toMatchObject({ error: { kind: 'invalid' } })
  })

  test('is kept as a note, once for its period', async () => {
    const { post, text } = await openTestApp()
    const keep = () => post<SaveAnswer>('keep-review', { since: '2w', until: '2026-03-29' })
    const path = 'reviews/Review 2026-03-16 to 2026-03-29.md'
    expect(await keep()).toMatchObject({ saved: true, path })
    expect(await text(path)).toContain('2 notes written, 0 changed, 2 links made, 0 removed.')
    expect(await keep()).toMatchObject({ saved: false, reason: 'exists', existing: path })
  })
})
