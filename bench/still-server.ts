import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Still {
  readonly type: string
  readonly body: string | Uint8Array
}

export interface StillServer {
  readonly url: string
  stop(): void
}

/** Hands out what it has by path, as the app's server does its files: pages anew each time, all else once. */
export async function serveStill(files: ReadonlyMap<string, Still>): Promise<StillServer> {
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url)
    const cache = file?.type === 'text/html' ? 'no-store' : 'public, max-age=31536000, immutable'
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain', 'cache-control': cache })
    response.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}
