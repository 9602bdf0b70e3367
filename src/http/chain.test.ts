import { describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { createTestApp } from './testing/app.ts'
import type {
  ChainAnswer,
  CutAnswer,
  DecisionsAnswer,
  ErrorAnswer,
  GraphAnswer,
  HubTrendAnswer,
  LineStep,
  MapAnswer,
  OutcomeAnswer,
  PathsAnswer,
  WaitingAnswer,
} from './types.ts'

const FILES = {
  'Slides.md':
    '---\nkind: task\nstatus: open\ndate: 2026-03-20\n---\ndepends on:: [[Tiers]] — a price to say\n\n- [ ] Draw them 📅 2026-03-30\n- [x] Ask\n\nSee [[Later]], and [[Later#x|again]].\n',
  'Tiers.md':
    '---\nkind: task\ndate: 2026-03-01\n---\nbuilds on:: [[Gap]] — nobody serves them\ndepends on:: [[Per team]]\n',
  'Gap.md': '---\nkind: idea\ndate: 2026-01-01\ntags: [pricing/now]\n---\nA gap.\n',
  'Per team.md': '---\nkind: decision\nstatus: Accepted\ndate: 2026-02-01\nsupersedes: "[[Per seat]]"\n---\nYes.\n',
  'Per seat.md': '---\nkind: decision\ndate: 2025-06-01\n---\nNo.\n',
  'Contract.md': '---\ndate: 2026-01-10\n---\ndepends on:: [[Per seat]] — says seat\n\n- [ ] Rewrite\n\n[[Wen]]\n',
  'Wen.md': '---\ndate: 2026-03-28\n---\nI read [[Per team]].\n',
}

async function openTestApp() {
  const now = () => new Date('2026-03-29T12:00:00Z')
  const { workspace } = await openTestWorkspace(FILES, { now })
  const { hono, headers } = createTestApp(workspace)
  const ask = async <T>(path: string): Promise<T> => (await hono.request(path, { headers })).json() as Promise<T>
  return { ask }
}

describe('chains over HTTP', () => {
  test('a tree with reasons, kinds, status and tasks', async () => {
    const { ask } = await openTestApp()
    const up = await ask<ChainAnswer>('/api/chain?path=Slides.md&way=up&depth=2')
    expect(up.note).toMatchObject({ title: 'Slides', kind: 'task', status: 'open', tasks: { open: 1, done: 1 } })
    const [tiers] = up.next
    expect([tiers?.note.title, tiers?.why.said, tiers?.why.reason]).toEqual(['Tiers', 'depends on', 'a price to say'])
    expect(tiers?.next.map(({ note, more }) => [note.title, more])).toEqual([
      ['Gap', 0],
      ['Per team', 1],
    ])
    const down = await ask<ChainAnswer>('/api/chain?path=Gap.md&way=down')
    expect(down.next[0]?.why.said).toBe('is built on by')
  })

  test('the line, and how two notes hang together', async () => {
    const { ask } = await openTestApp()
    const line = await ask<LineStep[]>('/api/line?path=Slides.md')
    expect(line.map(({ note }) => note.title)).toEqual(['Tiers', 'Gap'])
    const { paths } = await ask<PathsAnswer>('/api/paths?from=Slides.md&to=Wen.md')
    expect(paths.map(({ steps }) => steps.map(({ note, why }) => `${why.said} ${note.title}`).join(', '))).toEqual([
      'depends on Tiers, depends on Per team, is mentioned in Wen',
    ])
  })

  test('an unknown note, a way that is none, and a path out of the vault are refused', async () => {
    const { ask } = await openTestApp()
    for (const route of ['chain?way=up&path=', 'line?path=', 'outcome?path=', 'graph?path=', 'paths?from=Gap.md&to=']) {
      const { error } = await ask<{ error: ErrorAnswer }>(`/api/${route}Gone.md`)
      expect([route, error.kind]).toEqual([route, 'not-found'])
      expect((await ask<{ error: ErrorAnswer }>(`/api/${route}../x.md`)).error.kind).toBe('invalid')
    }
    expect((await ask<{ error: ErrorAnswer }>('/api/chain?path=Gap.md&way=sideways')).error.kind).toBe('invalid')
  })
})

describe('decisions over HTTP', () => {
  test('what came of one, with the words of its tasks', async () => {
    const { ask } = await openTestApp()
    const team = await ask<OutcomeAnswer>('/api/outcome?path=Per%20team.md')
    expect(team.supersedes.map(({ title }) => title)).toEqual(['Per seat'])
    expect(team.groups.map(({ kind, notes }) => [kind, notes.map(({ note }) => note.title)])).toEqual([
      ['task', ['Tiers', 'Slides']],
    ])
    expect(team.mentions.map(({ note }) => note.title)).toEqual(['Wen'])
    expect([team.open, team.done]).toEqual([1, 1])
    expect(team.tasks.map(({ text, due, done }) => [text, due, done])).toEqual([
      ['Draw them', '2026-03-30', false],
      ['Ask', null, true],
    ])
    const seat = await ask<OutcomeAnswer>('/api/outcome?path=Per%20seat.md')
    expect(seat.supersededBy.map(({ title }) => title)).toEqual(['Per team'])
    expect(seat.groups.flatMap(({ notes }) => notes.map(({ note }) => note.title))).toEqual(['Contract'])
  })

  test('all of them, newest first, by status, with what hangs on each', async () => {
    const { ask } = await openTestApp()
    const { decisions, statuses } = await ask<DecisionsAnswer>('/api/decisions')
    expect(
      decisions.map(({ title, status, follow, open, mentions }) => [title, status, follow, open, mentions]),
    ).toEqual([
      ['Per team', 'accepted', 2, 1, 1],
      ['Per seat', 'superseded', 1, 1, 0],
    ])
    expect(decisions[1]?.supersededBy).toEqual([{ path: 'Per team.md', title: 'Per team' }])
    expect(statuses).toEqual([
      { status: 'accepted', decisions: 1 },
      { status: 'superseded', decisions: 1 },
    ])
    const some = await ask<DecisionsAnswer>('/api/decisions?status=superseded')
    expect(some.decisions.map(({ title }) => title)).toEqual(['Per seat'])
    expect(some.statuses).toEqual(statuses)
    // Words are looked for in all of them, not among those that are listed.
    const named = await ask<DecisionsAnswer>('/api/decisions?limit=1&words=SEAT')
    expect([named.found, named.decisions.map(({ title }) => title)]).toEqual([1, ['Per seat']])
    const first = await ask<DecisionsAnswer>('/api/decisions?limit=1')
    expect([first.found, first.decisions.length]).toEqual([2, 1])
  })
})

describe('the vault as a whole over HTTP', () => {
  test('hubs over time, by kind and tag', async () => {
    const { ask } = await openTestApp()
    const hubs = await ask<HubTrendAnswer[]>('/api/hub-trends?days=30')
    expect(hubs.slice(0, 2).map(({ title, sources }) => [title, sources])).toEqual([
      ['Per seat', 2],
      ['Per team', 2],
    ])
    expect(hubs[1]?.trend.slice(-2)).toEqual([0, 2])
    expect((await ask<HubTrendAnswer[]>('/api/hub-trends?kind=idea')).map(({ title }) => title)).toEqual(['Gap'])
    expect((await ask<HubTrendAnswer[]>('/api/hub-trends?tag=pricing')).map(({ title }) => title)).toEqual(['Gap'])
    const now = await ask<HubTrendAnswer[]>('/api/hub-trends?days=10&now=true&kind=decision')
    expect(now.map(({ title, sources }) => [title, sources])).toEqual([['Per team', 1]])
  })

  test('what holds it together, and what waits', async () => {
    const { ask } = await openTestApp()
    expect((await ask<CutAnswer[]>('/api/cuts')).map(({ title, groups }) => [title, groups])).toEqual([
      ['Per team', [3, 3]],
    ])
    const waiting = await ask<WaitingAnswer[]>('/api/waiting?target=Later')
    expect(
      waiting.map(({ source, context, contextFrom, contextTo }) => [source, context.slice(contextFrom, contextTo)]),
    ).toEqual([
      ['Slides.md', '[[Later]]'],
      ['Slides.md', '[[Later#x|again]]'],
    ])
  })

  test('the graph around a note and of everything', async () => {
    const { ask } = await openTestApp()
    const around = await ask<GraphAnswer>('/api/graph?path=Gap.md&depth=1')
    expect(around.notes.title).toEqual(['Gap', 'Tiers'])
    expect([around.notes.distance, around.notes.tags[0]]).toEqual([[0, 1], ['pricing/now']])
    expect([around.links, around.relations]).toEqual([[1, 0, 0], ['builds on']])
    const all = await ask<GraphAnswer>('/api/graph')
    expect(all.notes.path.length).toBe(7)
    expect([all.links.length, all.more]).toEqual([7 * 3, 0])
    const some = await ask<GraphAnswer>('/api/graph?most=2')
    expect([some.notes.path.length, some.more]).toEqual([2, 5])
  })

  test('a map is kept for each picture, and follows its notes', async () => {
    let file: string | undefined
    const write = (text: string): void => {
      file = text
    }
    const { workspace } = await openTestWorkspace(FILES, { maps: { read: () => file, write } })
    const { hono, headers } = createTestApp(workspace)
    const ask = async (path: string) =>
      (await hono.request(path, { headers })).json() as Promise<MapAnswer | { error: ErrorAnswer }>
    const keep = (map: object) => hono.request('/api/map', { method: 'POST', headers, body: JSON.stringify(map) })
    const map = { path: ['Gap.md', 'Wen.md'], places: [1, -2, 30, 4], links: 1 }
    expect(await (await keep({ around: null, ...map })).json()).toEqual(map)
    await keep({ around: 'Gap.md', ...map, links: 2 })
    expect([await ask('/api/map'), await ask('/api/map?path=Gap.md')]).toEqual([map, { ...map, links: 2 }])
    expect(await ask('/api/map?path=Wen.md')).toEqual({ path: [], places: [], links: 0 })
    for (const wrong of [
      { around: null, ...map, places: [1] },
      { around: null, ...map, places: [1, 2, 3, 0.5] },
      { around: '../Gap.md', ...map },
      map,
    ])
      expect((await keep(wrong)).status).toBe(400)

    await workspace.refactor({ kind: 'move', path: 'Gap.md', to: 'ideas' })
    expect(await ask('/api/map')).toEqual({ ...map, path: ['ideas/Gap.md', 'Wen.md'] })
    expect(await ask('/api/map?path=ideas/Gap.md')).toMatchObject({ links: 2 })
  })
})
