import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../src/http/server.ts'
import { openTestWorkspace } from '../../src/workspace/testing.ts'

/** What is sent too slowly, too much or too deep ends in an answer or a closed line, and everybody else is served meanwhile. */

const open: (() => Promise<unknown> | undefined)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function serve(): Promise<RunningServer> {
  const { workspace } = await openTestWorkspace({ 'Plan.md': '[[Acme]]\n' })
  const server = await startServer(workspace, { host: '127.0.0.1', port: 0 })
  open.push(
    () => workspace.close(),
    () => server.close(),
  )
  return server
}

function line(server: RunningServer): Socket {
  const socket = connect(server.port, '127.0.0.1').on('error', () => {})
  open.push(async () => socket.destroy())
  return socket
}

/** A body that comes drop by drop is waited for beside the other tests: it takes a minute. */
let endless: { readonly gone: Promise<number>; end(): Promise<void> }
beforeAll(async () => {
  const { workspace } = await openTestWorkspace({})
  const server = await startServer(workspace, { host: '127.0.0.1', port: 0 })
  const socket = connect(server.port, '127.0.0.1').on('error', () => {})
  socket.write(
    `POST /api/note HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n`,
  )
  const drip = setInterval(() => socket.writable && socket.write('x'), 500)
  const end = async () => {
    clearInterval(drip)
    socket.destroy()
    await server.close()
    await workspace.close()
  }
  endless = { gone: closed(socket), end }
})
afterAll(() => endless.end())

const headers = ({ token }: RunningServer) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })

async function isServed(server: RunningServer): Promise<boolean> {
  return (await fetch(`${server.url}/api/vault`, { headers: headers(server) })).ok
}

/** Milliseconds until the line is closed by the other side. */
function closed(socket: Socket): Promise<number> {
  const start = performance.now()
  return new Promise((resolve) => socket.on('close', () => resolve(performance.now() - start)).resume())
}

test('headers that never end are waited for no longer than some seconds, by nobody else at all', {
  timeout: 60_000,
}, async () => {
  const server = await serve()
  const slow = Array.from({ length: 50 }, () => line(server))
  for (const socket of slow) socket.write(`GET /api/vault HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`)
  const drip = setInterval(() => {
    for (const socket of slow) if (socket.writable) socket.write('X-Drop: 1\r\n')
  }, 500)
  open.push(async () => clearInterval(drip))
  expect(await isServed(server)).toBe(true)
  const times = await Promise.all(slow.map(closed))
  expect(Math.max(...times)).toBeLessThan(40_000)
})

test('more connections than anybody has are closed, and the first ones are served', async () => {
  const server = await serve()
  const first = line(server)
  await new Promise((resolve) => first.once('connect', resolve))
  const many = Array.from({ length: 700 }, () => line(server))
  const gone = await Promise.race(many.map(closed))
  expect(gone).toBeLessThan(10_000)
  for (const socket of many) socket.destroy()
  await expect.poll(() => isServed(server).catch(() => false), { timeout: 10_000 }).toBe(true)
})

test.each<[string, string, number]>([
  ['nested a million deep', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 400],
  ['nested in what is asked', `{"title":${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}}`, 400],
  ['that never ends', '['.repeat(5_000_000), 400],
  ['of a million names', `{${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join(',')}}`, 400],
  ['with a title of 10 MB', JSON.stringify({ title: `x${'.'.repeat(10_000_000)}x` }), 400],
  ['of 25 MB', JSON.stringify({ title: 'x', text: 'x'.repeat(25_000_000) }), 413],
])('a body %s is answered', async (_, body, status) => {
  const server = await serve()
  const before = process.cpuUsage()
  const response = await fetch(`${server.url}/api/note`, { method: 'POST', headers: headers(server), body })
  expect(response.status).toBe(status)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(5000)
  expect(await isServed(server)).toBe(true)
})

test('a body that says no length and never ends is cut off', async () => {
  const server = await serve()
  const socket = line(server)
  socket.write(
    `POST /api/note HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
  )
  const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  let sent = 0
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  while (answer === '' && !socket.destroyed && sent < 60_000_000) {
    sent += piece.length
    if (!socket.write(piece)) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(answer).toMatch(/^HTTP\/1\.1 (?:400|413)/)
  expect(sent).toBeLessThan(60_000_000)
})

test('headers of any size are refused', async () => {
  const server = await serve()
  const response = await fetch(`${server.url}/api/search?q=${'x'.repeat(100_000)}`, { headers: headers(server) })
  expect(response.status).toBe(431)
  expect(await isServed(server)).toBe(true)
})

test('a body that never ends is waited for no longer than a minute', { timeout: 90_000 }, async () => {
  expect(await endless.gone).toBeLessThan(85_000)
})
