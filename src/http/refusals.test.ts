import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { openTestWorkspace } from '../workspace/testing.ts'
import type { Workspace } from '../workspace.ts'
import { Door } from './door.ts'
import { createTestApp } from './testing/app.ts'
import { NOTES, REQUESTS, routesOf, sentAs } from './testing/routes.ts'

/** Nobody else gets in, by any route: each is walked with everything that somebody else could send. */

const web = mkdtempSync(join(tmpdir(), 'notly-refusals-'))
beforeAll(() => writeFileSync(join(web, 'index.html'), '<p>The app</p>'))
afterAll(() => rmSync(web, { recursive: true, force: true }))

async function serve() {
  const { workspace } = await openTestWorkspace(NOTES, { now: () => new Date('2026-03-29T12:00:00Z') })
  return createTestApp(workspace, { web })
}

type Headers = Readonly<Record<string, string>>

/** What is sent in the place of what the owner sends; the cookie takes the place of the token. */
type Stranger = (owner: { readonly pass: string }) => Headers

const asOwner: Stranger = ({ pass }) => ({ cookie: `notly-4280=${pass}` })

const STRANGERS: Readonly<Record<string, Stranger>> = {
  'a name that was made to lead here': (owner) => ({ ...asOwner(owner), host: 'evil.example:4280' }),
  'a name that only begins like ours': (owner) => ({ ...asOwner(owner), host: 'localhost.evil.example:4280' }),
  'a name with ours before the @': (owner) => ({ ...asOwner(owner), host: 'localhost:4280@evil.example:4280' }),
  'another port': (owner) => ({ ...asOwner(owner), host: 'localhost:4281' }),
  'no port': (owner) => ({ ...asOwner(owner), host: 'localhost' }),
  'no name': (owner) => ({ ...asOwner(owner), host: '' }),
  'the address of any computer': (owner) => ({ ...asOwner(owner), host: '0.0.0.0:4280' }),
  'a page elsewhere': (owner) => ({ ...asOwner(owner), origin: 'http://evil.example' }),
  'a page of another port': (owner) => ({ ...asOwner(owner), origin: 'http://localhost:3000' }),
  'a page by another scheme': (owner) => ({ ...asOwner(owner), origin: 'https://localhost:4280' }),
  'a page of another of our names': (owner) => ({ ...asOwner(owner), origin: 'http://127.0.0.1:4280' }),
  'a frame without an origin': (owner) => ({ ...asOwner(owner), origin: 'null' }),
  'a page elsewhere, as its browser says': (owner) => fetched(owner, 'cross-site'),
  'a page of another port, as its browser says': (owner) => fetched(owner, 'same-site'),
  'a frame elsewhere': (owner) => ({
    ...fetched(owner, 'cross-site'),
    'sec-fetch-dest': 'iframe',
    accept: 'text/html',
  }),
  'a script that a page elsewhere takes': (owner) => ({ ...fetched(owner, 'cross-site'), 'sec-fetch-dest': 'script' }),
  nothing: () => ({}),
  'an empty token': () => ({ authorization: 'Bearer ' }),
  'a wrong token': () => ({ authorization: `Bearer ${new Door().token}` }),
  'the token as a password': () => ({ authorization: `Basic ${btoa('notly:token')}` }),
  "another key's cookie": () => ({ cookie: `notly-4280=${new Door().pass()}` }),
  'a cookie that holds too long': ({ pass }) => ({ cookie: `notly-4280=9${pass}` }),
  'a cookie without proof': ({ pass }) => ({ cookie: `notly-4280=${pass.split('.')[0]}.` }),
  'a cookie that is over': () => ({ cookie: `notly-4280=${new Door({ key: KEY, now: () => 0 }).pass()}` }),
  "another port's cookie": ({ pass }) => ({ cookie: `notly-4281=${pass}` }),
}

const KEY = new Uint8Array(32).fill(7)

const HUGE = JSON.stringify({ text: 'x'.repeat(21 * 1024 * 1024) })

/** Of which nobody can say beforehand how long it is. */
function streamOf(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream()
}

function isRoute(method: string, path: string): boolean {
  return `${method} ${path.split('?')[0]}` in REQUESTS
}

async function notesOf(workspace: Workspace): Promise<readonly string[]> {
  return Promise.all(
    Object.keys(NOTES).map(async (path) => JSON.stringify(await workspace.read(notePath(path)).catch(() => null))),
  )
}

function fetched(owner: { readonly pass: string }, site: string): Headers {
  return { ...asOwner(owner), 'sec-fetch-site': site, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
}

test('no route is left out', async () => {
  const { hono } = await serve()
  expect(Object.keys(REQUESTS).sort()).toEqual(routesOf(hono))
})

test('no operation on many notes is left out', async () => {
  const { hono, headers } = await serve()
  const { components } = (await (await hono.request('/api/openapi.json', { headers })).json()) as {
    components: {
      schemas: { RefactorRequest: { oneOf: { properties: { kind: { const?: string; enum?: string[] } } }[] } }
    }
  }
  const kinds = components.schemas.RefactorRequest.oneOf.map(({ properties: { kind } }) => kind.const ?? kind.enum?.[0])
  const asked = REQUESTS['POST /api/plan']?.map(({ body }) => (body as { kind: string }).kind)
  expect([...new Set(asked)].sort()).toEqual(kinds.sort())
})

describe.each(Object.entries(REQUESTS))('%s', (route, requests) => {
  test.each(['token', 'cookie'])('answers its owner, who shows a %s', async (proof) => {
    for (const asked of requests) {
      // A fresh vault for each: some requests change it.
      const { hono, events, headers, door } = await serve()
      const { authorization, ...others } = headers
      const shown = proof === 'token' ? { authorization } : { cookie: `notly-4280=${door.pass()}` }
      const { method, path, body } = sentAs(route, asked)
      const response = await hono.request(path, { method, headers: { ...others, ...shown }, ...(body && { body }) })
      expect(response.status, path).toBe(asked.status ?? 200)
      events.close()
    }
  })

  test('refuses every other method, and does nothing then', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const { hono, headers, events } = createTestApp(workspace, { web })
    const [asked = {}] = requests
    const { method: own, path, body } = sentAs(route, asked)
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE1'].filter(
      (method) => method !== own && !(method === 'GET' && !path.startsWith('/api/')) && !isRoute(method, path),
    )
    const before = await notesOf(workspace)
    for (const method of others) {
      const response = await hono.request(path, { method, headers, ...(body && method !== 'GET' && { body }) })
      expect([method, response.status]).toEqual([method, expect.toSatisfy((status) => status >= 400 && status < 500)])
    }
    expect(await notesOf(workspace)).toEqual(before)
    events.close()
  })

  test('refuses a body that is more than a note can be', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const { hono, headers } = createTestApp(workspace, { web })
    const { method, path, body } = sentAs(route, requests[0] ?? {})
    if (body === undefined) return
    for (const sent of [HUGE, streamOf(HUGE)]) {
      const response = await hono.request(path, { method, headers, body: sent, duplex: 'half' } as RequestInit)
      expect(response.status).toBe(413)
    }
  })

  test('refuses everybody else', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const { hono, headers, events, door } = createTestApp(workspace, { web, door: new Door({ key: KEY }) })
    const { authorization: _, ...common } = headers
    const [asked = {}] = requests
    for (const [who, stranger] of Object.entries(STRANGERS)) {
      const { method, path, body } = sentAs(route, asked)
      const sent = { ...common, ...stranger({ pass: door.pass() }) }
      const response = await hono.request(path, { method, headers: sent, ...(body && { body }) })
      expect([who, response.status]).toEqual([who, expect.toSatisfy((status) => status === 401 || status === 403)])
      const said = await response.text()
      expect(said, who).not.toContain('Acme')
      expect(said, who).not.toContain('The app')
      expect(response.headers.get('set-cookie'), who).toBeNull()
      expect(
        [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
        who,
      ).toEqual([])
    }
    expect(events.size).toBe(0)
  })
})
