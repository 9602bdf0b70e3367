import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { pinnedNode } from '../../scripts/lib/run.mjs'

const NOTLY = join(import.meta.dirname, '../../bin/notly.mjs')
/** How long it may take to end once asked to. Milliseconds. */
const PATIENCE = 5000

/** Notly as its users start it: a process of its own, on a folder and a port. */
export class NotlyServer {
  readonly url: string
  readonly port: number
  #process: ChildProcess

  private constructor(process: ChildProcess, url: string) {
    this.#process = process
    this.url = url
    this.port = Number(new URL(url).port)
  }

  /** @throws with all that it said, when it ends before it gives its address */
  static async start(folder: string, port?: number): Promise<NotlyServer> {
    const wanted = String(port ?? (await freePort()))
    const args = [NOTLY, 'open', folder, '--no-open', '--port', wanted]
    const child = spawn(pinnedNode(), args, { stdio: ['ignore', 'pipe', 'pipe'] })
    return new NotlyServer(child, await addressOf(child))
  }

  /** Ends it as Ctrl-C does, and waits for that. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGINT')
    const late = setTimeout(() => this.#process.kill('SIGKILL'), PATIENCE)
    await ended
    clearTimeout(late)
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const take = (piece: Buffer) => {
      said += piece
      const address = /is open at (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.on('exit', () => reject(new Error(`Notly ended before it gave an address: ${said}`)))
    child.on('error', reject)
  })
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
