import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Random } from '../../bench/random.ts'
import { generateVault } from '../../bench/vault.ts'
import { Index } from '../../src/index/index.ts'
import { sync } from '../../src/index/sync.ts'
import { askEverything } from '../../src/index/testing/questions.ts'
import { FolderVault } from '../../src/vaults/folder.ts'
import { NotlyServer } from '../browser/server.ts'
import { Client } from './client.ts'
import { Day } from './day.ts'
import { Edits } from './edits.ts'
import { gauge, type Held } from './gauge.ts'

const COLLECT = pathToFileURL(join(import.meta.dirname, 'collect.mjs')).href
/** Within which a change by another program is in the index. Milliseconds. */
const SETTLED = 5000

export interface SoakOptions {
  readonly notes: number
  readonly minutes: number
  /** Between two doings. Milliseconds. */
  readonly pause: number
  /** The share of the time, at the beginning, in which the pauses are a tenth of that. */
  readonly warm?: number
  /** Between two looks at the server. Milliseconds. */
  readonly every: number
}

/** One look at the server. */
export interface Look extends Held {
  /** Since the work began. */
  readonly hours: number
  /** Doings since then. */
  readonly done: number
  /** Texts whose words are still in memory: a thousand of them are put together in the index, and memory falls. */
  readonly waiting: number
  /** Of the answers since the look before. Milliseconds. */
  readonly times: readonly number[]
}

export interface Soaked {
  readonly looks: readonly Look[]
  /** What the index that was kept answers at the end, and what one made anew does. */
  readonly kept: unknown
  readonly anew: unknown
}

/** Works with a server on a made vault. @param onLook is told of each look at it */
export async function soak(options: SoakOptions, onLook: (look: Look) => void = () => {}): Promise<Soaked> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'notly-soak-')))
  const folder = join(place, 'vault')
  try {
    mkdirSync(folder)
    const random = new Random(8)
    const edits = new Edits(generateVault(folder, { notes: options.notes, seed: 8 }), random)
    edits.begin(folder)
    const file = join(place, 'gauge.json')
    const server = await NotlyServer.start(folder, {
      env: { NODE_OPTIONS: `--import=${COLLECT}`, NOTLY_GAUGE: file, XDG_STATE_HOME: join(place, 'state') },
    })
    try {
      const client = new Client(server.address)
      await client.untilRead(options.notes)
      const day = new Day(client, folder, edits, random)
      const watched = { day, client, held: () => gauge(server.pid, file), waiting: () => waitingIn(folder) }
      const looks = await work(options, watched, onLook)
      await setTimeout(SETTLED)
      return { looks, ...(await answers(folder, () => server.stop())) }
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

interface Watched {
  readonly day: Day
  readonly client: Client
  held(): Promise<Held>
  waiting(): number
}

async function work(options: SoakOptions, watched: Watched, onLook: (look: Look) => void) {
  const { day, client } = watched
  const looks: Look[] = []
  const start = performance.now()
  const passed = (): number => performance.now() - start
  const whole = options.minutes * 60_000
  const warm = whole * (options.warm ?? 0)
  while (passed() < whole) {
    // A tab that is open until the next look.
    const tab = new AbortController()
    client.listen(tab.signal)
    const pause = passed() < warm ? options.pause / 10 : options.pause
    for (const end = passed() + options.every; passed() < end; await setTimeout(pause)) await day.step()
    tab.abort()
    const times = client.takeTimes()
    const held = await watched.held()
    const look = { ...held, hours: passed() / 3_600_000, done: day.done, waiting: watched.waiting(), times }
    looks.push(look)
    onLook(look)
  }
  return looks
}

function waitingIn(folder: string): number {
  const db = new DatabaseSync(join(folder, '.notly', 'index.db'), { readOnly: true, timeout: 10_000 })
  try {
    return Number(db.prepare('SELECT coalesce(sum(docs), 0) AS waiting FROM run').get()?.waiting)
  } finally {
    db.close()
  }
}

/** The index as the server left it, and one made anew of the same files. */
async function answers(folder: string, stop: () => Promise<void>) {
  await stop()
  const left = await Index.open(join(folder, '.notly', 'index.db'))
  const kept = answersOf(left)
  const fresh = await Index.open(':memory:')
  await sync(await FolderVault.open(folder), fresh)
  return { kept, anew: answersOf(fresh) }
}

function answersOf(index: Index): unknown {
  try {
    // Which of many notes show what a property is hangs on the order in which they were read.
    const { properties, ...answers } = askEverything(index.db, ['the', 'Added', 'elsewhere']) as Record<string, unknown>
    return answers
  } finally {
    index.close()
  }
}
