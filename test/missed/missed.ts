import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { TagAnswer } from '../../src/core/answers.ts'
import { NotlyServer } from '../browser/server.ts'
import { Client } from '../soak/client.ts'
import { makeBranches } from './checkout.ts'

/** What becomes of the events that the system has for the server: it hears them; none at all; or more come than the system keeps. */
export type Fate = 'told' | 'lost' | 'overflown'

const NO_WATCH = pathToFileURL(join(import.meta.dirname, 'no-watch.mjs')).href
const QUEUE = '/proc/sys/fs/inotify/max_queued_events'
/** Events that the system keeps for a reader that is slow, while it is tried what happens when more come. */
const SHORT_QUEUE = '8'
/** After this it is given up. Milliseconds. */
const PATIENCE = 600_000

/** Whether the system's queue may be made short here. */
export function mayOverflow(): boolean {
  try {
    accessSync(QUEUE, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export interface Missed {
  /** From the start of the checkout until git was done, and until the server had taken in every note. Milliseconds. */
  readonly checkout: number
  readonly converged: number
  /** Of what was asked meanwhile. Milliseconds. */
  readonly times: readonly number[]
}

/** `git checkout` replaces every note of a vault that a server has open. */
export async function replaceAll(notes: number, fate: Fate): Promise<Missed> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'notly-missed-')))
  const vault = join(folder, 'vault')
  try {
    mkdirSync(vault)
    makeBranches(vault, notes)
    const server = await startServer(vault, fate)
    try {
      const client = new Client(server.address)
      await client.untilRead(notes)
      while ((await tagged(client, 'before')) < notes) await setTimeout(200)
      // What is done once after a start is not what is measured.
      await setTimeout(1000)
      return await measure(client, vault, notes)
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startServer(vault: string, fate: Fate): Promise<NotlyServer> {
  if (fate === 'lost') return NotlyServer.start(vault, { env: { NODE_OPTIONS: `--import=${NO_WATCH}` } })
  if (fate === 'told') return NotlyServer.start(vault)
  // A watcher keeps the length that was allowed when it began.
  const usual = readFileSync(QUEUE, 'utf8')
  writeFileSync(QUEUE, SHORT_QUEUE)
  try {
    return await NotlyServer.start(vault)
  } finally {
    writeFileSync(QUEUE, usual)
  }
}

async function measure(client: Client, vault: string, notes: number): Promise<Missed> {
  client.takeTimes()
  const start = performance.now()
  const passed = (): number => performance.now() - start
  const git = spawn('git', ['checkout', '--quiet', 'after'], { cwd: vault, stdio: 'ignore' })
  let checkout = 0
  void once(git, 'close').then(() => {
    checkout = passed()
  })
  while ((await tagged(client, 'after')) < notes || (await tagged(client, 'before')) > 0 || checkout === 0) {
    if (passed() > PATIENCE) throw new Error(`After ${PATIENCE} ms not all is taken in`)
    // As somebody goes on who reads, searches and types.
    await client.get('note', { path: '0/Note 5.md' })
    await client.get('backlinks', { path: '0/Note 7.md' })
    await client.get('names', { q: 'Note 1' })
    await client.get('search', { q: 'because' })
    await setTimeout(100)
  }
  return { checkout, converged: passed(), times: client.takeTimes() }
}

async function tagged(client: Client, tag: string): Promise<number> {
  const tags = await client.get<TagAnswer[]>('tags')
  return tags.find((each) => each.tag === tag)?.notes ?? 0
}
