import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startServer } from '../../src/http/server.ts'
import { createTestApp } from '../../src/http/testing/app.ts'
import { NOTES, REQUESTS, type RouteRequest, sentAs, withValue } from '../../src/http/testing/routes.ts'
import { Index } from '../../src/index/index.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { revisionOfBytes } from '../../src/vaults/revision.ts'
import { Workspace } from '../../src/workspace.ts'
import { escapes } from './escapes.ts'
import { GuardedVault, guarded, OUTSIDE, SECRET, tells } from './guarded-vault.ts'

/** Nothing outside the vault, or hidden in it, is read or written, whatever is sent in the place of a path or a name. */

const vaults = new GuardedVault(NOTES)
afterAll(() => vaults.remove())

async function openCopy() {
  const place = vaults.copy()
  const folder = join(place, 'vault')
  const workspace = await Workspace.open(await FolderVault.open(folder), await Index.open(':memory:'), { folder })
  await workspace.sync()
  return { place, workspace }
}

/** As if somebody knew what stands in the file outside. */
function guessed(asked: RouteRequest): RouteRequest {
  return asked.body !== undefined && 'base' in asked.body
    ? { ...asked, body: { ...asked.body, base: revisionOfBytes(OUTSIDE) } }
    : asked
}

const WITH_PLACES = Object.entries(REQUESTS).flatMap(([route, requests]) =>
  requests.flatMap((asked) => (asked.places ?? []).map((place) => ({ route, place, asked }))),
)

describe('every place of every route for a path or a name', () => {
  test.each(WITH_PLACES)('$route $place', async ({ route, place, asked }) => {
    const { place: folder, workspace } = await openCopy()
    const { hono, headers } = createTestApp(workspace)
    const before = guarded(folder)
    for (const value of escapes(folder)) {
      const { method, path, body } = sentAs(route, withValue(guessed(asked), place, value))
      const response = await hono.request(path.replaceAll('\0', '%00'), { method, headers, ...(body && { body }) })
      const said = await response.text()
      expect(tells(said), `${value} is answered by ${said}`).toBe(false)
      expect(response.status, `${value}: ${said}`).toBeLessThan(500)
    }
    expect(guarded(folder)).toEqual(before)
    await workspace.close()
  })
})

test('addresses as they are sent, before anybody has tidied them', async () => {
  const { place, workspace } = await openCopy()
  const server = await startServer(workspace, { host: '127.0.0.1', port: 0 })
  const before = guarded(place)
  const headers = { authorization: `Bearer ${server.token}` }
  for (const prefix of ['/files/', '/', '/assets/', '/note/', '/api/', '/files/clients/'])
    for (const way of escapes(place)) {
      // What no address can have, and what is too long for one.
      if (/[\0\n\u0080-\uffff ]/.test(way) || way.length > 10_000) continue
      const { status, said } = await send(server.port, `${prefix}${way}`, headers)
      expect(tells(said), prefix + way).toBe(false)
      expect(status, prefix + way).toBeLessThan(500)
    }
  expect(guarded(place)).toEqual(before)
  await server.close()
  await workspace.close()
})

test('the tests would see an escape', async () => {
  const { place, workspace } = await openCopy()
  const { hono, headers } = createTestApp(workspace)
  expect(Object.keys(guarded(place))).toEqual(
    expect.arrayContaining(['outside.md', 'secret/outside.md', 'vault/.git/config', 'vault/clients/.hidden/x.md']),
  )
  writeFileSync(join(place, 'vault/Told.md'), SECRET)
  const told = await hono.request('/api/note?path=Told.md', { headers })
  expect(await told.text()).toContain(SECRET)
  await workspace.close()
})

function send(port: number, path: string, headers: Record<string, string>): Promise<{ status: number; said: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers }, (response) => {
      let said = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        said += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, said }))
    })
    asked.on('error', reject)
    asked.end()
  })
}
