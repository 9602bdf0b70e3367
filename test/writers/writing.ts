import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { notePath } from '../../src/core/path.ts'
import { Index } from '../../src/index/index.ts'
import { sync } from '../../src/index/sync.ts'
import { askEverything } from '../../src/index/testing/questions.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { NotlyServer } from '../browser/server.ts'
import { openShared } from './shared.ts'
import { SHARED_NOTES, sharedText, tokensIn, type Way } from './tokens.ts'

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url))
const WRITERS: readonly Way[] = ['server', 'server', 'notly', 'notly', 'command', 'renaming', 'in place', 'git']
/** After this, whatever was replaced may be looked at. Milliseconds. */
const LATER = 60_000
/** A command starts anew for each edit, while the others make so many. */
const PER_COMMAND = 25

export interface Written {
  /** Edits that were told of as written. */
  readonly acknowledged: number
  /** Of these in no note, and in none of its earlier texts. */
  readonly lost: readonly string[]
  /** Of these in an earlier text only: another program wrote what it had read before. */
  readonly inHistory: number
  /** What the index answers at the end, and what one made anew does. */
  readonly kept: unknown
  readonly anew: unknown
}

/** Eight programs write four notes at once, and a server has them open. @param edits of each of them that is no command */
export async function writeAtOnce(edits: number): Promise<Written> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'notly-writers-')))
  try {
    mkdirSync(join(folder, 'notes'))
    for (const [nth, path] of SHARED_NOTES.entries()) writeFileSync(join(folder, path), sharedText(nth))
    const server = await NotlyServer.start(folder)
    const stopping = new AbortController()
    const shared = { server, folder, signal: stopping.signal }
    const started = WRITERS.map((way, nth) => run(shared, way, `${way.replace(' ', '')}${nth}`, edits))
    const told = await Promise.all(started).finally(async () => {
      // One that failed may hold what the others wait for.
      stopping.abort()
      await Promise.allSettled(started)
      await server.stop()
    })
    return await judge(folder, told.flat())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Shared {
  readonly server: NotlyServer
  readonly folder: string
  readonly signal: AbortSignal
}

async function run({ server, folder, signal }: Shared, way: Way, name: string, edits: number): Promise<string[]> {
  const own = way === 'command' ? Math.ceil(edits / PER_COMMAND) : edits
  const child = spawn(process.execPath, [WRITER, folder, way, name, String(own), server.address], {
    stdio: ['ignore', 'pipe', 'inherit'],
    signal,
  })
  const ended = once(child, 'close')
  const said = await text(child.stdout)
  const [code] = await ended
  if (code !== 0) throw new Error(`A program that writes (${name}) ended with ${code}`)
  return said.split('\n').filter(Boolean)
}

async function judge(folder: string, acknowledged: readonly string[]): Promise<Written> {
  const { workspace, index, history } = await openShared(folder)
  await workspace.refresh()
  // As half a minute later, and once more, since what is taken in replaces files in its turn.
  for (let time = 0; time < 2; time++) await workspace.takeLate(Date.now() + LATER)
  const present = new Set<string>()
  const earlier = new Set<string>()
  const beside = readdirSync(join(folder, 'notes')).map((name) => notePath(`notes/${name}`))
  for (const path of beside) {
    for (const token of tokensIn((await workspace.read(path)).text)) present.add(token)
    // All of them: who looks through a list in the app is shown the latest thousand.
    for (const { revision } of history.versionsOf(path, Number.POSITIVE_INFINITY))
      for (const token of tokensIn(history.textOf(revision) ?? '')) earlier.add(token)
  }
  const kept = askEverything(index.db, ['token'])
  await workspace.close()
  const fresh = await Index.open(':memory:')
  await sync(await FolderVault.open(folder), fresh)
  const anew = askEverything(fresh.db, ['token'])
  fresh.close()
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((token) => !present.has(token) && !earlier.has(token)),
    inHistory: acknowledged.filter((token) => !present.has(token) && earlier.has(token)).length,
    kept,
    anew,
  }
}
