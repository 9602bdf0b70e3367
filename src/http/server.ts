import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { UserError } from '../core/errors.ts'
import { isLoopback } from '../core/loopback.ts'
import type { Workspace } from '../workspace.ts'
import { createApp } from './app.ts'
import { Door } from './door.ts'
import { giveMemoryBack } from './give-back.ts'
import { ownAddresses, ownHosts } from './hosts.ts'

export interface ServerOptions {
  readonly host: string
  readonly port: number
  /** The folder of the built web app. */
  readonly web?: string
  /** By which browsers are known again at the next start; without one they are not. */
  readonly key?: Uint8Array
  /** Lets others in the network in; without it only this computer is listened to. */
  readonly password?: string | undefined
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** Lets in whoever shows it, as long as this server runs. */
  readonly token: string
  /** Where a browser is let in, and where others in the network are who know the password. */
  readonly addresses: { readonly own: string; readonly others: readonly string[] }
  /** An address that lets one browser in, for programs whose arguments others can see. */
  invite(): string
  close(): Promise<void>
}

const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))
/** Who sends slowly, or nothing, is not waited for. Milliseconds, and bytes of all headers. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16_384,
}
/** Far more than the tabs of a few people have. */
const MOST_CONNECTIONS = 500
/** How many ports to try, one after the other, when they are taken. */
const ATTEMPTS = 50

/**
 * Serves the app and its interface, and follows the vault while it does. A busy port is no error: the next one is taken.
 * @throws {UserError} when others could reach it and there is no password, or no port is free.
 */
export async function startServer(
  workspace: Workspace,
  { host, port, web = WEB, key, password }: ServerOptions,
): Promise<RunningServer> {
  const isOpen = !isLoopback(host)
  if (isOpen && password === undefined) {
    throw new UserError('invalid', `Others could read and change the notes at ${host}, so a password is needed for it.`)
  }
  let taken = port
  const door = new Door({ ...(key && { key }), password: isOpen ? password : undefined })
  const home = (): string => `http://${inAddress(isEvery(host) ? '127.0.0.1' : host)}:${taken}`
  const { hono, events } = createApp(workspace, { home, isOwnHost: ownHosts(bare(host), () => taken), door, web })
  const server = createServer(LIMITS, getRequestListener(hono.fetch))
  server.maxConnections = MOST_CONNECTIONS
  taken = await listen(server, bare(host), port)
  await workspace.watch()
  const stopGivingBack = giveMemoryBack()
  return {
    url: home(),
    port: taken,
    token: door.token,
    addresses: { own: `${home()}/?token=${door.token}`, others: isOpen ? addressesOf(host, taken) : [] },
    invite: () => `${home()}/?token=${door.invite()}`,
    close: () => {
      stopGivingBack()
      return close(server, () => events.close())
    },
  }
}

/** Every address that the computer has. */
function isEvery(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '[::]'
}

function addressesOf(host: string, port: number): readonly string[] {
  const usable = ownAddresses().filter(
    (address) => !address.startsWith('fe80') && (host !== '0.0.0.0' || !address.includes(':')),
  )
  return (isEvery(host) ? usable : [bare(host)]).map((address) => `http://${inAddress(address)}:${port}`)
}

function inAddress(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
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
