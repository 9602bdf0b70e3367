import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext } from 'playwright-core'
import { pinnedNode } from '../../scripts/lib/run.mjs'
import { freePort } from './free-port.ts'

const NOTLY = join(import.meta.dirname, '../../bin/notly.mjs')
/** Where the keys lie by which browsers are known again: not where those of the developer are. */
const STATE = join(tmpdir(), `notly-state-${process.pid}`)
process.on('exit', () => rmSync(STATE, { recursive: true, force: true }))
/** Ends a Notly that asks another computer for anything. */
const NO_NETWORK = pathToFileURL(join(import.meta.dirname, 'no-network.mjs')).href
/** How long it may take to end once asked to. Milliseconds. */
const PATIENCE = 5000

export interface ServerOptions {
  /** A free one unless said. */
  readonly port?: number
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Without the right of an administrator to write everywhere; where the tests run as one. */
  readonly asUser?: boolean
}

const AS_USER = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-dac_override']

/** Notly as its users start it: a process of its own, on a folder and a port. */
export class NotlyServer {
  readonly url: string
  readonly port: number
  /** What it printed: who opens it is let in. */
  readonly address: string
  #process: ChildProcess

  private constructor(process: ChildProcess, address: string) {
    const { origin, port } = new URL(address)
    this.#process = process
    this.address = address
    this.url = origin
    this.port = Number(port)
  }

  /** @throws with all that it said, when it ends before it gives its address */
  static async start(
    folder: string,
    { port, flags = [], env: more = {}, asUser = false }: ServerOptions = {},
  ): Promise<NotlyServer> {
    const wanted = String(port ?? (await freePort()))
    const [command = '', ...before] = [...(asUser ? AS_USER : []), pinnedNode()]
    const args = [...before, NOTLY, 'open', folder, '--no-open', '--port', wanted, ...flags]
    const env = { ...process.env, XDG_STATE_HOME: STATE, NODE_OPTIONS: `--import=${NO_NETWORK}`, ...more }
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
    return new NotlyServer(child, await addressOf(child))
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#process.kill(signal)
  }

  /** The browser is let in as by opening the address, without a page. */
  async letIn(context: BrowserContext): Promise<void> {
    await context.request.get(this.address)
  }

  /** Ends it as Ctrl-C does, and waits for that. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGINT')
    // One that was paused hears of nothing before it goes on.
    this.#process.kill('SIGCONT')
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
