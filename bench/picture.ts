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
import { generateVault } from './vault.ts'

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
    console.log(visit, 'dragged while notes move:', await drag(page))
    const progress = page.getByText('Finding places for the notes')
    // On a busy machine the first news of the layout may take a while; on a quick one they may all be gone.
    await progress.waitFor({ timeout: 10_000 }).catch(() => undefined)
    await progress.waitFor({ state: 'hidden', timeout: 600_000 })
    await setTimeout(5000)
    console.log(visit, 'dragged when all stand:', await drag(page))
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

/** Drags the picture for two seconds. */
async function drag(page: Page): Promise<string> {
  const box = await page.locator('canvas.sigma-mouse').boundingBox()
  if (box === null) throw new Error('There is no picture')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const frames = page.evaluate<number[]>(`new Promise((done) => {
    const times = []
    const tick = (now) => {
      times.push(now)
      if (now - times[0] < 2000) requestAnimationFrame(tick)
      else done(times)
    }
    requestAnimationFrame(tick)
  })`)
  const end = performance.now() + 2000
  for (let at = 0; performance.now() < end; at++)
    await page.mouse.move(x + 150 * Math.sin(at / 9), y + 90 * Math.cos(at / 7))
  const times = await frames
  await page.mouse.up()
  const gaps = times
    .slice(1)
    .map((time, at) => time - (times[at] as number))
    .sort((a, b) => a - b)
  const median = gaps[gaps.length >> 1] ?? 0
  const p95 = gaps[Math.floor(gaps.length * 0.95)] ?? 0
  return `${Math.round(gaps.length / 2)} pictures a second (a picture takes ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms)`
}
