import { describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { createTestApp } from './testing/app.ts'

const NOTES = {
  'Plan.md': 'See @[[Acme]] and [[Acme|the client]]. #work/now\n\n## Next\n',
  'clients/Acme.md': '# Acme\n\nBack to [[Plan#Next]].\n',
  'clients/Borg.md': '# Borg\n',
}

async function serve(notes: Record<string, string> = NOTES) {
  const { workspace, vault } = await openTestWorkspace(notes)
  const { hono, headers } = createTestApp(workspace)
  const answer = async (path: string, init: RequestInit = {}) => {
    const response = await hono.request(`/api/${path}`, { ...init, headers })
    return [response.status, await response.json()] as [number, unknown]
  }
  const post = (path: string, body: unknown) => answer(path, { method: 'POST', body: JSON.stringify(body) })
  const text = async (path: string) => ((await answer(`note?path=${path}`))[1] as { text: string }).text
  return { vault, get: answer, post, text }
}

const RENAME = { kind: 'rename', path: 'clients/Acme.md', title: 'Acme Ltd' }

describe('an operation', () => {
  test('is seen before it is done, and changes nothing by that', async () => {
    const { post, text } = await serve()
    const [status, plan] = await post('plan', RENAME)
    expect(status).toBe(200)
    expect(plan).toMatchObject({
      label: 'Rename Acme to Acme Ltd',
      links: 2,
      notes: 1,
      changes: [
        { path: 'Plan.md', to: 'Plan.md', patch: expect.stringContaining('+See @[[Acme Ltd]]') },
        { path: 'clients/Acme.md', to: 'clients/Acme Ltd.md', patch: expect.stringContaining('rename to clients') },
      ],
    })
    expect(await text('Plan.md')).toBe(NOTES['Plan.md'])
  })

  test('is done, listed, and taken back', async () => {
    const { get, post, text } = await serve()
    const [status, done] = await post('refactor', RENAME)
    expect([status, done]).toMatchObject([200, { done: true, path: 'clients/Acme Ltd.md', links: 2, notes: 1 }])
    expect(await text('Plan.md')).toBe('See @[[Acme Ltd]] and [[Acme Ltd|the client]]. #work/now\n\n## Next\n')
    const { operation } = done as { operation: number }
    expect((await get('operations?limit=1'))[1]).toMatchObject([{ id: operation, kind: 'rename', undone: false }])
    expect(await post('undo', { id: operation })).toMatchObject([
      200,
      { label: 'Rename Acme to Acme Ltd', notes: 2, leftAlone: [], path: 'clients/Acme.md' },
    ])
    expect(await text('Plan.md')).toBe(NOTES['Plan.md'])
    expect(await text('clients/Acme.md')).toBe(NOTES['clients/Acme.md'])
  })

  test.each<[object, string, RegExp]>([
    [{ kind: 'move', path: 'clients/Acme.md', to: '' }, 'Acme.md', /^# Acme\n/],
    [{ kind: 'merge', path: 'clients/Borg.md', into: 'clients/Acme.md' }, 'clients/Acme.md', /Borg/],
    [
      { kind: 'rename-heading', path: 'Plan.md', heading: 'Next', words: 'Then' },
      'clients/Acme.md',
      /\[\[Plan#Then\]\]/,
    ],
    [{ kind: 'rename-tag', from: 'work', to: 'job' }, 'Plan.md', /#job\/now/],
    [{ kind: 'extract', path: 'Plan.md', from: 0, to: 13, title: 'Seen' }, 'Seen.md', /@\[\[Acme\]\]/],
  ])('%j', async (request, path, expected) => {
    const { post, text } = await serve()
    expect((await post('refactor', request))[0]).toBe(200)
    expect(await text(path)).toMatch(expected)
  })

  test('that meets a change of another program does nothing at all', async () => {
    const { vault, post, text } = await serve()
    const apply = vault.apply.bind(vault)
    vault.apply = (edits) => {
      vault.writeOutside('Plan.md', 'See [[Acme]], quickly.\n')
      return apply(edits)
    }
    expect(await post('refactor', RENAME)).toEqual([
      409,
      {
        done: false,
        message: 'Plan.md was changed meanwhile, so nothing was done; look at it and try again.',
        paths: ['Plan.md'],
      },
    ])
    expect(await text('Plan.md')).toBe('See [[Acme]], quickly.\n')
    expect(await text('clients/Acme.md')).toBe(NOTES['clients/Acme.md'])
  })

  test.each<[string, unknown, number, string]>([
    ['a name that is taken', { ...RENAME, title: 'Borg' }, 403, 'clients/Borg.md is there already; try “Borg 2”.'],
    ['an impossible name', { ...RENAME, title: 'a/b' }, 400, 'try “'],
    ['a note that is not there', { ...RENAME, path: 'Gone.md' }, 404, 'There is no note Gone.md'],
    ['a path out of the vault', { ...RENAME, path: '../x.md' }, 400, 'no path in the vault'],
    ['a place out of the vault', { kind: 'move', path: 'Plan.md', to: '../x' }, 400, 'not a place in this vault'],
    [
      'a note into one out of the vault',
      { kind: 'merge', path: 'Plan.md', into: '../x.md' },
      400,
      'no path in the vault',
    ],
    ['a tag that no note has', { kind: 'rename-tag', from: 'none', to: 'one' }, 404, 'No note has the tag #none'],
    ['a kind that there is not', { kind: 'explode', path: 'Plan.md' }, 400, 'cannot be read'],
    ['no path', { kind: 'rename', title: 'x' }, 400, 'cannot be read'],
  ])('with %s is refused in a sentence', async (_, request, status, message) => {
    const { post } = await serve()
    for (const route of ['plan', 'refactor'])
      expect(await post(route, request)).toMatchObject([
        status,
        { error: { message: expect.stringContaining(message) } },
      ])
  })

  test('of another program is followed when asked for', async () => {
    const { vault, post, text } = await serve()
    vault.removeOutside('clients/Acme.md')
    vault.writeOutside('clients/Firm.md', 'Back to [[Plan#Next]].\n')
    const request = { from: 'clients/Acme.md', to: 'clients/Firm.md' }
    expect(await post('adopt-rename', request)).toMatchObject([200, { done: true, path: 'clients/Firm.md', links: 2 }])
    expect(await text('Plan.md')).toContain('@[[Firm]] and [[Firm|the client]]')
    expect((await post('adopt-rename', { ...request, to: 'clients/None.md' }))[0]).toBe(404)
    expect((await post('adopt-rename', { ...request, to: '../x.md' }))[0]).toBe(400)
  })

  test('that was never done, or is undone already, cannot be taken back', async () => {
    const { post } = await serve()
    expect(await post('undo', {})).toMatchObject([404, { error: { message: 'There is nothing to undo.' } }])
    const [, { operation }] = (await post('refactor', RENAME)) as [number, { operation: number }]
    await post('undo', {})
    expect(await post('undo', { id: operation })).toMatchObject([403, { error: { message: /undone already/ } }])
    expect((await post('undo', { id: 'last' }))[0]).toBe(400)
  })
})

describe('the history', () => {
  async function withHistory() {
    const served = await serve()
    const { revision } = (await served.get('note?path=Plan.md'))[1] as { revision: string }
    const init = { method: 'PUT', body: JSON.stringify({ path: 'Plan.md', text: 'Other.\n', base: revision }) }
    expect((await served.get('note', init))[0]).toBe(200)
    return { ...served, revision }
  }

  test('has the earlier texts of a note, and brings one back', async () => {
    const { get, post, text, revision } = await withHistory()
    expect((await get('versions?path=Plan.md'))[1]).toMatchObject([{ revision, kind: 'edit', path: 'Plan.md' }])
    expect((await get(`version?path=Plan.md&revision=${revision}`))[1]).toEqual({
      path: 'Plan.md',
      revision,
      text: NOTES['Plan.md'],
    })
    expect(await post('restore', { path: 'Plan.md', revision })).toMatchObject([200, { saved: true, revision }])
    expect(await text('Plan.md')).toBe(NOTES['Plan.md'])
  })

  test('has what was deleted, and brings it back', async () => {
    const { get, post, text } = await serve()
    const { revision } = (await get('note?path=Plan.md'))[1] as { revision: string }
    await get('note', { method: 'DELETE', body: JSON.stringify({ path: 'Plan.md', base: revision }) })
    expect((await get('trash'))[1]).toMatchObject([{ path: 'Plan.md', title: 'Plan', revision }])
    expect((await post('restore', { path: 'Plan.md', revision }))[0]).toBe(200)
    expect(await text('Plan.md')).toBe(NOTES['Plan.md'])
    expect((await get('trash'))[1]).toEqual([])
  })

  test('brings what was deleted back to another path, and it is in the trash no more', async () => {
    const { get, post, text } = await serve()
    const { revision } = (await get('note?path=Plan.md'))[1] as { revision: string }
    await get('note', { method: 'DELETE', body: JSON.stringify({ path: 'Plan.md', base: revision }) })
    const taken = { path: 'Plan.md', revision, to: 'clients/Acme.md' }
    expect(await post('restore', taken)).toMatchObject([409, { saved: false, reason: 'exists' }])
    expect((await post('restore', { ...taken, to: '../Plan.md' }))[0]).toBe(400)
    const to = 'Old plan.md'
    expect(await post('restore', { path: 'Plan.md', revision, to })).toMatchObject([200, { saved: true, path: to }])
    expect(await text(to)).toBe(NOTES['Plan.md'])
    expect((await get('trash'))[1]).toEqual([])
    const [latest] = (await get('operations?limit=1'))[1] as { id: number }[]
    await post('undo', { id: latest?.id })
    expect((await get('trash'))[1]).toMatchObject([{ path: to }])
  })

  test('is bounded as the user chose', async () => {
    const { get } = await withHistory()
    const put = (history: object) => get('settings', { method: 'PUT', body: JSON.stringify({ history }) })
    expect((await get('settings'))[1]).toMatchObject({ history: { maxDays: 730 }, kept: { operations: 1, texts: 2 } })
    const chosen = { maxBytes: 100 * 1024 ** 2, maxDays: 365 }
    expect(await put(chosen)).toMatchObject([200, { history: chosen, kept: { operations: 1 } }])
    expect((await get('settings'))[1]).toMatchObject({ history: chosen })
    expect(await put({ ...chosen, maxDays: 0 })).toMatchObject([400, { error: { message: expect.any(String) } }])
  })

  test.each<[string, number]>([
    ['version?path=Plan.md&revision=none', 404],
    ['version?path=Plan.md', 400],
    ['versions?path=../x.md', 400],
    ['operations?limit=0', 400],
  ])('GET %s is refused in a sentence', async (path, status) => {
    const { get } = await serve()
    expect(await get(path)).toMatchObject([status, { error: { message: expect.stringMatching(/\.$/) } }])
  })

  test('brings back nothing that is not kept', async () => {
    const { post, text } = await serve()
    expect((await post('restore', { path: 'Plan.md', revision: 'none' }))[0]).toBe(404)
    expect(await text('Plan.md')).toBe(NOTES['Plan.md'])
  })
})
