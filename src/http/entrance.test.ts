import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { Door, REMEMBERED_SECONDS } from './door.ts'
import { createTestApp, TEST_HOST } from './testing/app.ts'

const web = mkdtempSync(join(tmpdir(), 'notly-entrance-'))
beforeAll(() => writeFileSync(join(web, 'index.html'), '<p>The app</p>'))
afterAll(() => rmSync(web, { recursive: true, force: true }))

const DAY = 24 * 3600 * 1000

async function serve(door = new Door()) {
  const { workspace } = await openTestWorkspace({ 'Plan.md': '' })
  const { hono } = createTestApp(workspace, { web, door })
  /** As a browser opens an address: typed, or by a link of ours. */
  const open = (path: string, headers: Record<string, string> = {}) =>
    hono.request(path, { headers: { host: TEST_HOST, accept: 'text/html', ...headers } })
  const guess = (password: string, path = '/note/Plan.md', headers: Record<string, string> = {}) => {
    const body = new URLSearchParams({ password }).toString()
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
    return hono.request(path, { method: 'POST', body, headers: { host: TEST_HOST, ...form, ...headers } })
  }
  return { door, open, guess, hono }
}

const given = (response: Response) => response.headers.get('set-cookie') ?? ''
const cookieOf = (response: Response) => ({ cookie: given(response).split(';')[0] ?? '' })

describe('the token', () => {
  test('is taken out of the address, and the browser is known from then on', async () => {
    const { door, open } = await serve()
    const first = await open(`/note/Plan.md?at=3&token=${door.token}`)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/note/Plan.md?at=3'])
    expect(given(first)).toMatch(/^notly-4280=\d+\.[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Strict$/)
    const then = await open('/note/Plan.md?at=3', cookieOf(first))
    expect([then.status, await then.text()]).toEqual([200, '<p>The app</p>'])
    expect(given(then)).toBe('')
  })

  test('opens the printed address as often as it is opened, also where it is old by now', async () => {
    const { door, open } = await serve()
    const first = await open(`/?token=${door.token}`)
    expect((await open(`/?token=${door.token}`)).status).toBe(303)
    const old = await open(`/?token=${new Door().token}`, cookieOf(first))
    expect([old.status, old.headers.get('location')]).toEqual([303, '/'])
  })

  test('is another one at each start, and an old one says what to do', async () => {
    const { door, open } = await serve()
    expect(new Door().token).not.toBe(door.token)
    const response = await open(`/?token=${new Door().token}`)
    expect(response.status).toBe(401)
    expect(await response.text()).toContain('Open the one that Notly printed in the terminal when it started last.')
  })

  test('that was handed to another program works once', async () => {
    const { door, open } = await serve()
    const invitation = door.invite()
    expect((await open(`/?token=${invitation}`)).status).toBe(303)
    expect((await open(`/?token=${invitation}`)).status).toBe(401)
  })

  test.each(['//evil.example/', '/\\evil.example/', '///evil.example/'])('leads to no other host: %s', async (path) => {
    const { door, open } = await serve()
    const response = await open(`http://${TEST_HOST}${path}?token=${door.token}`)
    expect(response.headers.get('location')).toBe('/evil.example/')
  })
})

describe('the cookie', () => {
  test('outlives the server, not the key', async () => {
    const key = new Uint8Array(32).fill(1)
    const cookie = { cookie: `notly-4280=${new Door({ key }).pass()}` }
    expect((await (await serve(new Door({ key }))).open('/', cookie)).status).toBe(200)
    expect((await (await serve(new Door())).open('/', cookie)).status).toBe(401)
  })

  test('is renewed for who comes often, and over for who does not', async () => {
    let now = Date.now()
    const { open, door } = await serve(new Door({ now: () => now }))
    const cookie = cookieOf(await open(`/?token=${door.token}`))
    now += 2 * DAY
    const renewed = cookieOf(await open('/', cookie))
    expect(renewed.cookie).not.toBe('')
    now += REMEMBERED_SECONDS * 1000 - DAY
    expect((await open('/', cookie)).status).toBe(401)
    expect((await open('/', renewed)).status).toBe(200)
  })
})

describe('a browser that does not show its cookie', () => {
  test('because it comes from a page elsewhere, is sent on once, and then told', async () => {
    const { open, door } = await serve()
    const away = await open('/note/Plan.md?at=3', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' })
    const next = `http://${TEST_HOST}/note/Plan.md?at=3&enter=`
    expect([away.status, away.headers.get('refresh')]).toEqual([401, `0; url=${next}`])
    const known = await open(next, { cookie: `notly-4280=${door.pass()}` })
    expect([known.status, known.headers.get('location')]).toEqual([303, '/note/Plan.md?at=3'])
    const unknown = await open(next, { 'sec-fetch-site': 'cross-site' })
    expect([unknown.status, unknown.headers.get('refresh')]).toEqual([401, null])
    expect(await unknown.text()).toContain('This browser has not been let in yet.')
  })

  test('because it calls us by another name, is sent to ours', async () => {
    const { open } = await serve()
    const { headers } = await open('/note/Plan.md', { host: '127.0.0.1:4280' })
    expect(headers.get('refresh')).toBe(`0; url=http://${TEST_HOST}/note/Plan.md`)
  })

  test('has nothing in the page that could run, or be framed', async () => {
    const { headers } = await (await serve()).open('/')
    const policy = headers.get('content-security-policy')
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'none'; base-uri 'none'; frame-anc/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('the password', () => {
  const door = () => new Door({ password: 'a long enough one', penance: 20 })

  test('lets in, to where one wanted to go', async () => {
    const { open, guess } = await serve(door())
    const asked = await open('/note/Plan.md')
    expect([asked.status, await asked.text()]).toEqual([401, expect.stringContaining('<form method="post">')])
    const right = await guess('a long enough one')
    expect([right.status, right.headers.get('location')]).toEqual([303, '/note/Plan.md'])
    expect((await open('/note/Plan.md', cookieOf(right))).status).toBe(200)
  })

  test.each(['', 'a long enough', 'A long enough one', 'a long enough one '])('is not %j', async (password) => {
    const { guess } = await serve(door())
    const wrong = await guess(password)
    expect([wrong.status, given(wrong)]).toEqual([401, ''])
    expect(await wrong.text()).toContain('That is not the password.')
  })

  test('is not taken from a page elsewhere, nor where there is none', async () => {
    const { guess } = await serve(door())
    expect((await guess('a long enough one', '/', { origin: 'http://evil.example' })).status).toBe(403)
    expect((await guess('a long enough one', '/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await guess('a long enough one', '/api/note')).status).toBe(401)
    expect((await (await serve()).guess('')).status).toBe(401)
  })

  test('is guessed one at a time, by few at once', async () => {
    const penance = 50
    const { guess } = await serve(new Door({ password: 'a long enough one', penance }))
    const start = performance.now()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => guess(`guess ${at}`)))
    const count = (status: number) => answers.filter((answer) => answer.status === status).length
    expect([count(401), count(429)]).toEqual([5, 15])
    expect(performance.now() - start).toBeGreaterThan(4 * penance)
  })

  test('that was changed shuts out who came in by the old one', async () => {
    const key = new Uint8Array(32).fill(1)
    const cookie = { cookie: `notly-4280=${new Door({ key, password: 'the old password' }).pass()}` }
    const { open } = await serve(new Door({ key, password: 'the new password' }))
    expect((await open('/', cookie)).status).toBe(401)
  })

  test('is not read from a form of any size', async () => {
    const { guess } = await serve(door())
    expect((await guess('x'.repeat(5000))).status).toBe(401)
  })
})
