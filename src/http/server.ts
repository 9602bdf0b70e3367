import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { UserError } from '../core/errors.ts'
import type { Workspace } from '../workspace.ts'
import { createApp } from './app.ts'
import { giveMemoryBack } from './give-back.ts'

export interface ServerOptions {
  readonly host: string
  readonly port: number
  /** The folder of the built web app. */
  readonly web?: string
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))
/** How many ports to try, one after the other, when they are taken. */
const ATTEMPTS = 50

/**
 * Serves the app and its interface on this computer only, and follows the vault while it does. A busy port is no error: the next one is taken.
 * @throws {UserError} when the address is not this computer's, or no port is free.
 */
export async function startServer(
  workspace: Workspace,
  { host, port, web = WEB }: ServerOptions,
): Promise<RunningServer> {
  if (!isLoopback(host)) {
    throw new UserError('invalid', `Notly listens on this computer only, not on ${host}; use 127.0.0.1.`)
  }
  let taken = port
  const { hono, events } = createApp(workspace, { port: () => taken, web })
  const server = createServer(getRequestListener(hono.fetch))
  taken = await listen(server, bare(host), port)
  await workspace.watch()
  const stopGivingBack = giveMemoryBack()
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${taken}`,
    port: taken,
    close: () => {
      stopGivingBack()
      return close(server, () => events.close())
    },
  }
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/.test(host)
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}

async function listen(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; port < first + ATTEMPTS && port <= 65_535; port++) {
    const taken = await tryPort(server, host, port)
    if (taken !== undefined) return taken
  }
  throw new UserError(
    'refused',
    `The ports from ${first} to ${first + ATTEMPTS - 1} are all taken; give another one with --port.`,
  )
}

/** @returns the port, or undefined when it is taken or may not be used */
function tryPort(server: Server, host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    }
    const onListening = (): void => {
      server.off('error', onError)
      resolve((server.address() as AddressInfo).port)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen(port, host)
  })
}

function close(server: Server, endStreams: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    endStreams()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 200).unref()
  })
}
