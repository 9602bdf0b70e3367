/**
 * `npm run bench:paint`: how soon the app shows a note after its address is opened, in headless Chromium, and what is sent for that.
 * The server runs and its index is in place. The first time nothing is in the browser's cache; after that all code is. Above both stand
 * the floors of the same browser: a line of text, and the page of the app with its styles but without its code.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { launchChromium } from '../test/browser/chromium.ts'
import { openFirstNote } from '../test/browser/first-note.ts'
import { NotlyServer } from '../test/browser/server.ts'
import { timesOf } from './measure.ts'
import { type Still, serveStill } from './still-server.ts'
import { generateVault } from './vault.ts'

const NOTES = 10_000
const RUNS = 9
const VIEWPORT = { width: 1440, height: 900 }

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
  const context = await browser.newContext({ viewport: VIEWPORT })
  await server.letIn(context)
  const opening = await open(context, url)
  await context.close()
  return opening
}

/** The first paint of pages that have no code. Milliseconds, by what they are. */
async function measureFloors(browser: Browser): Promise<Map<string, number>> {
  const server = await serveStill(stillPages())
  const context = await browser.newContext({ viewport: VIEWPORT })
  const floors = new Map<string, number>()
  for (const [what, path] of [
    ['a line of text', '/line'],
    ['the page without its code', '/page'],
  ] as const) {
    const paints: number[] = []
    for (let run = 0; run <= RUNS; run++) {
      const page = await context.newPage()
      await page.goto(server.url + path)
      paints.push(await page.evaluate<number>(FIRST_PAINT))
      await page.close()
    }
    // The first fills the cache.
    floors.set(what, timesOf(paints.slice(1)).median)
  }
  await context.close()
  server.stop()
  return floors
}

const FIRST_PAINT = `new Promise((resolve) => {
  const look = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    if (paint) resolve(paint.startTime)
    else requestAnimationFrame(look)
  }
  look()
})`

function stillPages(): Map<string, Still> {
  const built = join(import.meta.dirname, '../dist/web')
  const page = readFileSync(join(built, 'index.html'), 'utf8')
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
  const files = new Map<string, Still>([
    ['/line', { type: 'text/html', body: '<!doctype html><p>A line of text.</p>' }],
    ['/page', { type: 'text/html', body: page }],
  ])
  for (const name of readdirSync(join(built, 'assets'))) {
    const type = TYPES[extname(name)]
    if (type !== undefined) files.set(`/assets/${name}`, { type, body: readFileSync(join(built, 'assets', name)) })
  }
  return files
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

function report(what: string, openings: readonly Opening[]): void {
  const median = (of: keyof Opening): number => timesOf(openings.map((opening) => opening[of])).median
  const kilobytes = (of: keyof Opening): string => `${(median(of) / 1000).toFixed(0)} KB`
  printRow(what, inMs(median('firstPaint')), inMs(median('note')), kilobytes('code'), kilobytes('fonts'))
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`
}

function printRow(what: string, ...cells: readonly string[]): void {
  console.log(what.padEnd(28) + cells.map((cell) => cell.padStart(13)).join(''))
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
    const context = await browser.newContext({ viewport: VIEWPORT })
    await server.letIn(context)
    await open(context, url)
    const warm: Opening[] = []
    for (let run = 0; run < RUNS; run++) warm.push(await open(context, url))
    console.log(`The most linked of ${NOTES} notes, median of ${RUNS}`)
    printRow('', 'first paint', 'the note', 'code', 'fonts')
    for (const [what, paint] of await measureFloors(browser)) printRow(what, inMs(paint))
    report('nothing cached', cold)
    report('code cached', warm)
  } finally {
    await browser.close()
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
