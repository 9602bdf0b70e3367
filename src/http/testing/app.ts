import type { Workspace } from '../../workspace.ts'
import { type App, createApp } from '../app.ts'
import { Door } from '../door.ts'
import { ownHosts } from '../hosts.ts'

export interface TestApp extends App {
  readonly door: Door
  /** Of somebody who may do everything: by the right name, with the token, sending JSON. */
  readonly headers: { readonly host: string; readonly authorization: string; readonly 'content-type': string }
}

export const TEST_HOST = 'localhost:4280'

/** The HTTP face without a socket. @param web the folder of the built app; there is none unless said */
export function createTestApp(workspace: Workspace, { web = '/nowhere', door = new Door() } = {}): TestApp {
  const isOwnHost = ownHosts('127.0.0.1', () => 4280)
  const app = createApp(workspace, { home: () => `http://${TEST_HOST}`, isOwnHost, door, web })
  const headers = { host: TEST_HOST, authorization: `Bearer ${door.token}`, 'content-type': 'application/json' }
  return { ...app, door, headers }
}
