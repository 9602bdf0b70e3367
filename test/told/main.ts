/**
 * `npm run told [TIMES]`: types without a pause in Chromium while the server hangs, or is cut off, at some moment of the first 2.5 s; prints how long
 * after the first key that the file does not have the mark says so, by the clock of the page.
 */
import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { timesOf } from '../../bench/measure.ts'
import { Random } from '../../bench/random.ts'
import { buildWebWhenChanged } from '../../scripts/lib/web.mjs'
import { App } from '../browser/app.ts'
import { launchChromium } from '../browser/chromium.ts'
import { KEYS, told, WATCH } from './in-page.ts'

const NOTE = 'tasks/Client presentation.md'
/** Milliseconds. */
const BETWEEN_KEYS = 100
const LATEST = 2500
const PATIENCE = 10_000

interface Failure {
  readonly mark: string
  readonly fail: (app: App) => Promise<unknown>
}

const FAILURES: Readonly<Record<string, Failure>> = {
  hangs: { mark: 'Not saved yet, kept here', fail: async (app: App) => app.pauseServer() },
  'is stopped': { mark: 'Offline, kept here', fail: (app: App) => app.stopServer() },
  'is cut off': {
    mark: 'Offline, kept here',
    fail: (app: App) => app.page.route('**/api/**', (route) => route.abort('connectionreset')),
  },
}

const times = Number(process.argv[2] ?? 12)
const random = new Random(8)
await buildWebWhenChanged()
const browser = await launchChromium()
try {
  for (const [what, failure] of Object.entries(FAILURES)) {
    const took: number[] = []
    while (took.length < times) {
      const milliseconds = await measure(failure)
      if (milliseconds !== undefined) took.push(milliseconds)
    }
    const [median, worst] = [timesOf(took).median, Math.max(...took)].map((each) => (each / 1000).toFixed(2))
    console.log(
      `the server ${what}: median ${median} s, worst ${worst} s of ${times}; load ${loadavg()[0]?.toFixed(0)}`,
    )
  }
} finally {
  await browser.close()
}

/** @returns milliseconds; undefined when all was written before it failed */
async function measure({ mark, fail }: Failure): Promise<number | undefined> {
  const app = await App.start(browser)
  try {
    await app.openNote(NOTE)
    await app.startLineAtEnd()
    await app.page.evaluate(WATCH)
    const when = performance.now() + random.next() * LATEST
    const failing = setTimeout(when - performance.now()).then(() => fail(app))
    const end = performance.now() + PATIENCE
    for (let key = 0; performance.now() < end; key++) {
      await app.page.keyboard.insertText(`${KEYS}${key} `)
      await setTimeout(BETWEEN_KEYS)
      if ((await app.saveMark.innerText()) === mark) break
    }
    await failing
    return told(await app.page.evaluate('globalThis.watched'), mark, app.vault.read(NOTE))
  } finally {
    app.goOnWithServer()
    await app.end()
  }
}
