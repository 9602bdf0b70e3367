import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'
import { type RunningServer, startServer } from './server.ts'

const asOwner = ({ token }: RunningServer) => ({ headers: { authorization: `Bearer ${token}` } })
const at = { host: '127.0.0.1', port: 0 }

test('tells of a change at once, and ends the stream when it closes', async () => {
  const { workspace, vault } = await openTestWorkspace({ 'a.md': '' })
  const server = await startServer(workspace, at)
  const response = await fetch(`${server.url}/api/events`, asOwner(server))
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) throw new Error('No stream')
  expect((await reader.read()).value).toContain('retry')
  vault.writeOutside('b.md', '[[a]]')
  expect((await reader.read()).value).toMatch(
    /^event: change\ndata: \{"version":\d+,"changed":\["b.md"\],"removed":\[\]\}\n\n$/,
  )
  await server.close()
  expect((await reader.read()).done).toBe(true)
  await workspace.close()
})

test('takes the next port when one is taken', async () => {
  const { workspace } = await openTestWorkspace({})
  const first = await startServer(workspace, at)
  const second = await startServer(workspace, { host: '127.0.0.1', port: first.port })
  expect(second.port).toBeGreaterThan(first.port)
  expect((await fetch(`${second.url}/api/vault`, asOwner(second))).status).toBe(200)
  await Promise.all([first.close(), second.close()])
  await workspace.close()
})

test('listens to others only with a password', async () => {
  const { workspace } = await openTestWorkspace({})
  await expect(startServer(workspace, { host: '0.0.0.0', port: 0 })).rejects.toThrow('a password is needed')
  await workspace.close()
})

test('a reader that goes away is forgotten', async () => {
  const { workspace, vault } = await openTestWorkspace({})
  const server = await startServer(workspace, at)
  const gone = new AbortController()
  await fetch(`${server.url}/api/events`, { ...asOwner(server), signal: gone.signal })
  gone.abort()
  await new Promise((resolve) => setTimeout(resolve, 50))
  vault.writeOutside('b.md', 'x')
  expect((await fetch(`${server.url}/api/vault`, asOwner(server))).status).toBe(200)
  await server.close()
  await workspace.close()
})

test('says so when every port is taken', async () => {
  const { workspace } = await openTestWorkspace({})
  const taken = createServer().listen(65_535, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  await expect(startServer(workspace, { host: '127.0.0.1', port: 65_535 })).rejects.toThrow('taken')
  taken.close()
  await workspace.close()
})
