/**
 * `npm run bench:paint`: how soon the app shows a note after its address is opened, in headless Chromium, and what is sent for that.
 * The server runs and its index is in place. The first time nothing is in the browser's cache; after that all code is.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { launchChromium } from '../test/browser/chromium.ts'
import { openFirstNote } from '../test/browser/first-note.ts'
import { NotlyServer } from '../test/browser/server.ts'
import { generateVault } from './vault.ts'

const NOTES = 10_000
const RUNS = 9

/** Milliseconds since the address was opened, and bytes as they were sent. */
interface Opening {
  readonly firstPaint: number
  readonly note: number
  readonly code: number
  readonly fonts: number
}

/** Opens a note in a new tab. */
async function open(context: BrowserContext, url: string): Promise<Opening> {
  const page = await context.newPage()
  const { firstPaint, note, sent } = await openFirstNote(page, url)
  await page.close()
  const bytesOf = (kind: RegExp) => sent.reduce((sum, { name, bytes }) => sum + (kind.test(name) ? bytes : 0), 0)
  return { firstPaint, note, code: bytesOf(/\.(?:js|css)$/), fonts: bytesOf(/\.woff2$/) }
}

async function openWithout(browser: Browser, server: NotlyServer, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await server.letIn(context)
  const opening = await open(context, url)
  await context.close()
  return opening
}

function report(what: string, openings: readonly Opening[]): void {
  const median = (of: keyof Opening): number =>
    openings.map((opening) => opening[of]).toSorted((a, b) => a - b)[openings.length >> 1] ?? Number.NaN
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`
  console.log(
    `${what}: first paint ${median('firstPaint').toFixed(0)} ms, the note ${median('note').toFixed(0)} ms, ` +
      `code sent ${kilobytes(median('code'))}, fonts ${kilobytes(median('fonts'))}`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'notly-paint-'))
try {
  const [hub] = generateVault(folder, { notes: NOTES, seed: 7 })
  const server = await NotlyServer.start(folder)
  const browser = await launchChromium()
  try {
    const path = (hub?.path ?? '').split('/').map(encodeURIComponent).join('/')
    const url = `${server.url}/note/${path}`
    await openWithout(browser, server, url)
    const cold: Opening[] = []
    for (let run = 0; run < RUNS; run++) cold.push(await openWithout(browser, server, url))
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await server.letIn(context)
    await open(context, url)
    const warm: Opening[] = []
    for (let run = 0; run < RUNS; run++) warm.push(await open(context, url))
    console.log(`The most linked of ${NOTES} notes, median of ${RUNS}`)
    report('nothing cached', cold)
    report('code cached', warm)
  } finally {
    await browser.close()
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
