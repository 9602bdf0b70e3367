/**
 * `npm run bench:picture [-- folder]`: how soon the graph of a vault is seen in a headless Chromium, and how many pictures a second it
 * draws while it is dragged. On a generated vault of 10,000 notes, or on the notes in a folder. Says what draws: without a graphics card
 * it is a program, and the figures say more about that than about the page.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { buildWebWhenChanged } from '../scripts/lib/web.mjs'
import { launchChromium } from '../test/browser/chromium.ts'
import { NotlyServer } from '../test/browser/server.ts'
import { timesOf } from './measure.ts'
import { generateVault } from './vault.ts'

/** How long the pointer does each thing. Milliseconds. */
const LASTING = 2000

const [given] = process.argv.slice(2)
const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'notly-bench-')) : resolve(given)
if (given === undefined) generateVault(folder, { notes: 10_000, seed: 7 })
await buildWebWhenChanged()
const server = await NotlyServer.start(folder)
const browser = await launchChromium()
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await server.letIn(page.context())
  console.log('drawn by', await page.evaluate(renderer()))
  await page.goto(`${server.url}/recent`)
  await page.getByRole('link').nth(30).waitFor()
  for (const visit of ['first visit', 'second visit']) {
    await page.goto(`${server.url}/recent`)
    await page.getByRole('link', { name: 'Graph', exact: true }).waitFor()
    console.log(visit, 'first picture after', Math.round(await firstPicture(page)), 'ms')
    console.log(visit, 'dragged while notes move:', await framesDuring(page, dragging(page)))
    console.log(visit, 'zoomed while notes move:', await framesDuring(page, zooming(page)))
    const progress = page.getByText('Finding places for the notes')
    // On a busy machine the first news of the layout may take a while; on a quick one they may all be gone.
    await progress.waitFor({ timeout: 10_000 }).catch(() => undefined)
    await progress.waitFor({ state: 'hidden', timeout: 600_000 })
    await setTimeout(2000)
    console.log(visit, 'dragged when all stand:', await framesDuring(page, dragging(page)))
    console.log(visit, 'dragged again and again:', await framesDuring(page, draggingInBits(page)))
    console.log(visit, 'zoomed when all stand:', await framesDuring(page, zooming(page)))
    console.log(visit, 'pointed at notes:', await framesDuring(page, pointing(page)))
  }
} finally {
  await browser.close()
  await server.stop()
  if (given === undefined) rmSync(folder, { recursive: true, force: true })
}

function renderer(): string {
  return `(() => {
    const gl = document.createElement('canvas').getContext('webgl2')
    const info = gl?.getExtension('WEBGL_debug_renderer_info')
    return gl ? gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : 'nothing: no WebGL'
  })()`
}

/** From the click until the notes have been drawn. Milliseconds. */
async function firstPicture(page: Page): Promise<number> {
  const start = await page.evaluate<number>('(performance.clearMarks(), performance.now())')
  await page.getByRole('link', { name: 'Graph', exact: true }).click()
  for (;;) {
    const drawn = await page.evaluate<number | null>(
      "performance.getEntriesByName('graph drawn')[0]?.startTime ?? null",
    )
    if (drawn !== null) return drawn - start
    await setTimeout(20)
  }
}

/** What somebody does with the pointer, until an instant of the process's clock. */
type Act = (end: number) => Promise<void>

async function middle(page: Page): Promise<readonly [number, number]> {
  const box = await page.locator('canvas.sigma-mouse').boundingBox()
  if (box === null) throw new Error('There is no picture')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

function dragging(page: Page): Act {
  return async (end) => {
    const [x, y] = await middle(page)
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let at = 0; performance.now() < end; at++)
      await page.mouse.move(x + 150 * Math.sin(at / 9), y + 90 * Math.cos(at / 7))
    await page.mouse.up()
  }
}

/** As one goes over a map: a bit, a rest in which it is drawn anew, and on. */
function draggingInBits(page: Page): Act {
  return async (end) => {
    const [x, y] = await middle(page)
    while (performance.now() < end) {
      await page.mouse.move(x, y)
      await page.mouse.down()
      for (let at = 0; at < 20; at++) await page.mouse.move(x + 4 * at, y + 2 * at)
      await page.mouse.up()
      await setTimeout(250)
    }
  }
}

function zooming(page: Page): Act {
  return async (end) => {
    const [x, y] = await middle(page)
    await page.mouse.move(x, y)
    for (let at = 0; performance.now() < end; at++) {
      await page.mouse.wheel(0, at % 12 < 6 ? -120 : 120)
      await setTimeout(30)
    }
  }
}

function pointing(page: Page): Act {
  return async (end) => {
    const [x, y] = await middle(page)
    for (let at = 0; performance.now() < end; at++)
      await page.mouse.move(x + 200 * Math.sin(at / 29), y + 150 * Math.cos(at / 23))
  }
}

/** The time from one picture of the browser to the next, while somebody does something. */
async function framesDuring(page: Page, act: Act): Promise<string> {
  const frames = page.evaluate<number[]>(`new Promise((done) => {
    const times = []
    const tick = (now) => {
      times.push(now)
      if (now - times[0] < ${LASTING}) requestAnimationFrame(tick)
      else done(times)
    }
    requestAnimationFrame(tick)
  })`)
  await act(performance.now() + LASTING)
  const times = await frames
  const gaps = times.slice(1).map((time, at) => time - (times[at] as number))
  const { median, p95 } = timesOf(gaps)
  const longest = Math.max(...gaps)
  return `${median.toFixed(0)} ms from one picture to the next, p95 ${p95.toFixed(0)} ms, at most ${longest.toFixed(0)} ms`
}
