import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { createTestApp, TEST_HOST } from './testing/app.ts'
import { REQUESTS } from './testing/routes.ts'

const NOTES = {
  'Plan.md':
    '---\nkind: project\ntags: [pricing]\n---\nSee @[[Acme|the client]] and [[Nobody]].\n\n## Next\n\nCall them.\n',
  'clients/Acme.md': '# Acme\n',
  'Alone.md': 'No links.\n',
  'clients/logo.png': 'bytes',
  'clients/drawing.svg': '<svg onload="alert(1)"/>',
  'clients/page.html': '<script>alert(1)</script>',
}

let web = ''
beforeAll(() => {
  web = mkdtempSync(join(tmpdir(), 'notly-web-'))
  writeFileSync(join(web, 'index.html'), '<meta content="__CSP_NONCE__">')
  writeFileSync(join(web, 'icon.svg'), '<svg/>')
})
afterAll(() => rmSync(web, { recursive: true, force: true }))

async function serve() {
  const { workspace, vault } = await openTestWorkspace(NOTES, { folder: '/home/me/notes' })
  const { hono, events, headers } = createTestApp(workspace, { web })
  const request = (path: string, init: RequestInit = {}) =>
    hono.request(`http://${TEST_HOST}${path}`, {
      ...init,
      headers: {
        host: headers.host,
        authorization: headers.authorization,
        ...(init.headers as Record<string, string>),
      },
    })
  const get = async (path: string) => (await request(path)).json() as Promise<unknown>
  const send = (method: string, path: string, body: unknown) =>
    request(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  return { workspace, vault, events, request, get, send }
}

describe('each question has its answer', () => {
  test.each<[string, unknown]>([
    ['/api/vault', { name: 'notes', folder: '/home/me/notes', notes: 3 }],
    [
      '/api/folder?path=',
      {
        folder: '',
        folders: [{ path: 'clients', name: 'clients', notes: 1 }],
        notes: [{ title: 'Alone' }, { title: 'Plan' }],
      },
    ],
    ['/api/folder', { folder: '' }],
    ['/api/recent?limit=1', [{ path: expect.any(String) }]],
    ['/api/note?path=Plan.md', { title: 'Plan', kind: 'project', tags: ['pricing'], readOnly: null }],
    ['/api/backlinks?path=clients/Acme.md', [{ source: 'Plan.md', form: 'mention' }]],
    [
      '/api/links?path=Plan.md',
      [
        { resolved: 'clients/Acme.md', title: 'Acme' },
        { target: 'Nobody', resolved: null },
      ],
    ],
    ['/api/headings?path=Plan.md', [{ level: 2, text: 'Next' }]],
    ['/api/passage?path=Plan.md&fragment=Next', { text: '## Next\n\nCall them.', found: true }],
    ['/api/block?path=Plan.md&offset=90', { text: 'Call them.' }],
    ['/api/names?q=acm&from=Plan.md', [{ path: 'clients/Acme.md', target: 'Acme', matched: [0, 1, 2] }]],
    ['/api/names', [{}, {}, {}]],
    [
      '/api/search?q=call',
      [
        { path: 'Plan.md', via: 'text', at: 89, leads: null },
        { path: 'clients/Acme.md', via: 'link', from: 'Plan.md', leads: 'from' },
      ],
    ],
    ['/api/searches', []],
    ['/api/tags', [{ tag: 'pricing', notes: 1 }]],
    ['/api/tag-tree', [{ tag: 'pricing', notes: 1, all: 1 }]],
    ['/api/folder-tree', [{ path: 'clients', notes: 1, all: 1 }]],
    ['/api/properties', []],
    ['/api/values?key=kind&q=pro', [{ value: 'project', notes: 1 }]],
    [
      '/api/kinds',
      [
        { kind: 'project', notes: 1 },
        { kind: '', notes: 2 },
      ],
    ],
    ['/api/kind?kind=project', { notes: 1, columns: [], rows: [{ path: 'Plan.md', status: null, backlinks: 0 }] }],
    ['/api/tagged?tag=pricing', [{ path: 'Plan.md' }]],
    ['/api/hubs', [{ path: 'clients/Acme.md', backlinks: 1, sources: 1 }]],
    ['/api/islands', [{ path: 'Alone.md', fine: false }]],
    ['/api/unresolved', [{ target: 'Nobody', links: 1, sources: ['Plan.md'] }]],
  ])('GET %s', async (path, expected) => {
    const { request } = await serve()
    const response = await request(path)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject(expected as object)
  })

  test('POST /api/resolve', async () => {
    const { send } = await serve()
    const links = [
      {
        keys: [
          { key: 'acme fees', to: 9 },
          { key: 'acme', to: 4 },
        ],
      },
      { keys: [{ key: 'nobody', to: 6 }] },
    ]
    expect(await (await send('POST', '/api/resolve', { path: 'New.md', links })).json()).toEqual([
      { path: 'clients/Acme.md', title: 'Acme', kind: null, ambiguous: false, to: 4 },
      { path: null, title: null, kind: null, ambiguous: false, to: 6 },
    ])
  })

  test('all of them are in the OpenAPI document', async () => {
    const { get } = await serve()
    const { paths } = (await get('/api/openapi.json')) as { paths: Record<string, object> }
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const asked = Object.keys(REQUESTS).map((route) => route.replace(/^\w+/, (method) => method.toLowerCase()))
    const others = ['get /api/events', 'get /api/openapi.json']
    expect(described.sort()).toEqual(
      asked.filter((route) => /^(?!all)\w+ \/api\//.test(route) && !others.includes(route)).sort(),
    )
  })
})

describe('changes', () => {
  test('a save, and one from an old text', async () => {
    const { send, get } = await serve()
    const { revision } = (await get('/api/note?path=Alone.md')) as { revision: string }
    const saved = await send('PUT', '/api/note', { path: 'Alone.md', text: '[[Acme]]', base: revision })
    expect([saved.status, await saved.json()]).toEqual([
      200,
      { saved: true, path: 'Alone.md', revision: expect.any(String) },
    ])
    expect(await get('/api/backlinks?path=clients/Acme.md')).toHaveLength(2)
    const stale = await send('PUT', '/api/note', { path: 'Alone.md', text: 'x', base: revision })
    expect([stale.status, await stale.json()]).toMatchObject([
      409,
      { saved: false, reason: 'conflict', text: '[[Acme]]' },
    ])
  })

  test('a new note, once', async () => {
    const { send } = await serve()
    const made = await send('POST', '/api/note', { title: 'Nobody', kind: 'idea' })
    expect([made.status, await made.json()]).toMatchObject([200, { saved: true, path: 'Nobody.md' }])
    const again = await send('POST', '/api/note', { title: 'Nobody' })
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { saved: false, reason: 'exists', existing: 'Nobody.md' },
    ])
  })

  test('a deletion', async () => {
    const { send, get, request } = await serve()
    const { revision } = (await get('/api/note?path=Alone.md')) as { revision: string }
    expect((await send('DELETE', '/api/note', { path: 'Alone.md', base: revision })).status).toBe(200)
    expect((await request('/api/note?path=Alone.md')).status).toBe(404)
  })

  test("today's note", async () => {
    const { request } = await serve()
    const made = await request('/api/daily', { method: 'POST' })
    expect(await made.json()).toMatchObject({
      saved: true,
      path: expect.stringMatching(/^daily\/\d{4}-\d{2}-\d{2}\.md$/),
    })
  })
})

describe('what cannot be done is said in a sentence', () => {
  test.each<[string, number, string]>([
    ['/api/note?path=Gone.md', 404, 'not-found'],
    ['/api/note?path=../secret.md', 400, 'invalid'],
    ['/api/note?path=.git/config', 400, 'invalid'],
    ['/api/note?path=clients/logo.png', 404, 'not-found'],
    ['/api/note', 400, 'invalid'],
    ['/api/recent?limit=0', 400, 'invalid'],
    ['/api/recent?limit=many', 400, 'invalid'],
    ['/api/nothing', 404, 'not-found'],
    ['/files/clients/Gone.png', 404, 'not-found'],
    ['/files/../Plan.md', 404, 'not-found'],
    ['/files/..%2f..%2fetc%2fpasswd', 404, 'not-found'],
    ['/files/%zz', 404, 'not-found'],
    ['/files/Plan.md', 404, 'not-found'],
  ])('GET %s', async (path, status, kind) => {
    const { request } = await serve()
    const response = await request(path, { headers: { accept: 'application/json' } })
    expect(response.status).toBe(status)
    const { error } = (await response.json()) as { error: { kind: string; message: string } }
    expect(error.kind).toBe(kind)
    expect(error.message).toMatch(/^[^\n]+[.?]$/)
  })

  test.each<[string, unknown]>([
    ['no body', undefined],
    ['another form', { note: 'Plan.md' }],
    ['a path out of the vault', { path: '../x.md', text: '', base: '' }],
    ['a path of no note', { path: 'x.png', text: '', base: '' }],
  ])('a save with %s', async (_, body) => {
    const { send } = await serve()
    const response = await send('PUT', '/api/note', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/[.]$/) } })
  })
})

describe('nobody else', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a name that points here', 'GET', { host: 'evil.example:4280' }],
    ['another port', 'GET', { host: 'localhost:4281' }],
    ['no port', 'GET', { host: 'localhost' }],
    ['a page elsewhere that writes', 'POST', { origin: 'http://evil.example' }],
    ['a page of another port that writes', 'POST', { origin: 'http://localhost:3000' }],
    ['a frame without origin that writes', 'POST', { origin: 'null' }],
    ['a page elsewhere, as the browser says', 'POST', { 'sec-fetch-site': 'cross-site' }],
    ['a page elsewhere that reads', 'GET', { 'sec-fetch-site': 'cross-site' }],
  ])('%s', async (_, method, headers) => {
    const { request } = await serve()
    const path = method === 'GET' ? '/api/vault' : '/api/daily'
    expect((await request(path, { method, headers })).status).toBe(403)
  })

  test('listens to the events', async () => {
    const { request, events } = await serve()
    expect((await request('/api/events', { headers: { origin: 'http://evil.example' } })).status).toBe(403)
    expect(events.size).toBe(0)
  })

  test('listens to the events as the 201st', async () => {
    const { request, events } = await serve()
    for (let nth = 0; nth < 200; nth++) expect((await request('/api/events')).status).toBe(200)
    expect((await request('/api/events')).status).toBe(503)
    expect(events.size).toBe(200)
    events.close()
    expect((await request('/api/events')).status).toBe(200)
    events.close()
  })

  test.each(['localhost:4280', '127.0.0.1:4280', '[::1]:4280'])('but %s itself', async (host) => {
    const { request } = await serve()
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
    expect((await request('/api/daily', { method: 'POST', headers })).status).toBe(200)
  })

  test('sends a form', async () => {
    const { request } = await serve()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const init = { method: 'POST', body: '{"title":"x"}', headers: { 'content-type': type } }
      expect((await request('/api/note', init)).status).toBe(415)
    }
  })

  test('sends more than a note can be', async () => {
    const { send } = await serve()
    const response = await send('POST', '/api/note', { title: 'x', text: 'x'.repeat(21 * 1024 * 1024) })
    expect(response.status).toBe(413)
  })
})

describe('files', () => {
  test('a picture is shown, and nothing in it runs', async () => {
    const { request } = await serve()
    const response = await request('/files/clients/logo.png')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(await response.text()).toBe('bytes')
    const svg = await request('/files/clients/drawing.svg')
    expect(svg.headers.get('content-type')).toBe('image/svg+xml')
    expect(svg.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  })

  test.each([
    'script',
    'style',
    'worker',
    'sharedworker',
    'serviceworker',
    'iframe',
    'frame',
    'object',
    'embed',
    'xslt',
  ])('is no %s of a page', async (wanted) => {
    const { request } = await serve()
    const response = await request('/files/clients/logo.png', { headers: { 'sec-fetch-dest': wanted } })
    expect(response.status).toBe(403)
  })

  test('what could run is only handed out', async () => {
    const { request } = await serve()
    const response = await request('/files/clients/page.html')
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''page.html")
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })
})

describe('the app', () => {
  test('is told of the note that its address names before its code has come', async () => {
    const { request } = await serve()
    const linkOf = async (path: string) => (await request(path)).headers.get('link')
    expect(await linkOf('/note/clients/100%25%20%3Cus%3E.md?at=4')).toBe(
      '</api/note?path=clients%2F100%25+%3Cus%3E.md>; rel=preload; as=fetch; crossorigin, </api/vault>; rel=preload; as=fetch; crossorigin',
    )
    for (const path of ['/', '/tags', '/note/', '/note/%E0%A4%A.md']) expect(await linkOf(path)).toBe(null)
  })

  test('is one page at every address, with a nonce of its own each time', async () => {
    const { request } = await serve()
    const policies = await Promise.all(
      ['/', '/note/clients/Acme.md'].map(async (path) => {
        const response = await request(path, { headers: { accept: 'text/html' } })
        const [, nonce] = /content="(.*)"/.exec(await response.text()) ?? []
        expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
        return nonce
      }),
    )
    expect(new Set(policies).size).toBe(2)
  })

  test.each([
    ['gzip, deflate, br, zstd', 'br', 'small'],
    ['gzip;q=1.0, br;q=0', 'gzip', 'less small'],
    ['identity', null, 'as it is'],
  ])('hands out what was compressed before to who takes %s', async (accepted, encoding, expected) => {
    mkdirSync(join(web, 'assets'), { recursive: true })
    writeFileSync(join(web, 'assets/app-1.js'), 'as it is')
    writeFileSync(join(web, 'assets/app-1.js.br'), 'small')
    writeFileSync(join(web, 'assets/app-1.js.gz'), 'less small')
    const { request } = await serve()
    const response = await request('/assets/app-1.js', { headers: { 'accept-encoding': accepted } })
    expect(await response.text()).toBe(expected)
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('vary')).toContain('accept-encoding')
  })

  test('has its files, and says when it has not been built', async () => {
    const { request, workspace } = await serve()
    expect((await request('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml')
    const { hono, headers } = createTestApp(workspace)
    const response = await hono.request(`http://${TEST_HOST}/`, { headers })
    expect(await response.text()).toContain('npm start')
  })
})

test('every answer carries the headers that keep others out', async () => {
  const { request } = await serve()
  for (const path of ['/', '/api/vault', '/api/nothing', '/files/clients/logo.png']) {
    const { headers } = await request(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})
