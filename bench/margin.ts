/**
 * `npm run bench:margin`: in a vault of 10,000 notes, how soon after the last key the margin shows which note a sentence names, and how long
 * a key takes until it is seen with the margin open and without it, taken in turns. In headless Chromium.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildWebWhenChanged } from '../scripts/lib/web.mjs'
import { launchChromium } from '../test/browser/chromium.ts'
import { NotlyServer } from '../test/browser/server.ts'
import { showTimes, timesOf } from './measure.ts'
import { runNotly } from './processes.ts'
import { type GeneratedNote, generateVault } from './vault.ts'

const NOTES = 10_000
const SENTENCES = 24
/** Keys of a turn, and how often margin and no margin take turns. */
const KEYS = 40
const TURNS = 4
/** Milliseconds between two keys. */
const PACE = 55

async function openNew(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/note/New.md`)
  await page.getByRole('textbox', { name: 'Note text' }).click()
  await page.keyboard.press('Control+End')
  // Everything that comes after the first paint is there.
  await page.waitForTimeout(3000)
}

/** Runs in the page: from the last key to the frame in which the margin says a title. Milliseconds. */
const WATCH = `
  globalThis.watched = { keys: [], pressed: 0, shown: undefined }
  addEventListener('keydown', ({ timeStamp }) => {
    watched.pressed = timeStamp
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => watched.keys.push(performance.now() - timeStamp)
      port2.postMessage(null)
    })
  }, { capture: true })
  globalThis.waitFor = (title) => {
    watched.shown = undefined
    const look = () => {
      const all = [...document.querySelectorAll('section, [role=region]')]
      const before = all.filter((one) => one.textContent.startsWith('You wrote about this before'))
      if (!before.some((one) => one.textContent.includes(title))) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => { watched.shown = performance.now() - watched.pressed }
      port2.postMessage(null)
    }
    requestAnimationFrame(look)
  }
`

async function shownAfter(page: Page, titles: readonly string[]): Promise<number[]> {
  await page.evaluate(WATCH)
  const times: number[] = []
  for (const title of titles) {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(600)
    await page.evaluate(`waitFor(${JSON.stringify(title)})`)
    for (const key of `of ${title}`) {
      await page.keyboard.type(key)
      await page.waitForTimeout(PACE)
    }
    times.push(
      await page.evaluate<number>(`new Promise((resolve) => {
      const look = () => watched.shown === undefined ? setTimeout(look, 20) : resolve(watched.shown)
      look()
    })`),
    )
  }
  return times
}

/** From each key to the frame that shows it. */
async function keysSeen(page: Page): Promise<number[]> {
  await page.evaluate('watched.keys = []')
  for (let at = 0; at < KEYS; at++) {
    await page.keyboard.press(at % 6 === 5 ? 'Space' : 'abcdefgh'.charAt(at % 8))
    // The writer thinks now and then: long enough for the margin to be asked.
    await page.waitForTimeout(at % 20 === 19 ? 700 : PACE)
  }
  return page.evaluate<number[]>('watched.keys')
}

async function inTurns(page: Page): Promise<{ open: number[]; closed: number[] }> {
  const seen = { open: [] as number[], closed: [] as number[] }
  for (let turn = 0; turn < TURNS * 2; turn++) {
    const times = await keysSeen(page)
    // The first of each turn may still wait for what the button did.
    seen[turn % 2 === 0 ? 'open' : 'closed'].push(...times.slice(1))
    await page.getByRole('button', { name: /^(Hide|Show) the margin$/ }).click()
    await page.getByRole('textbox', { name: 'Note text' }).focus()
    await page.waitForTimeout(1500)
  }
  return seen
}

function uniqueTitles(notes: readonly GeneratedNote[]): string[] {
  return notes.slice(2000, 2000 + SENTENCES).map(({ title }) => title)
}

const folder = mkdtempSync(join(tmpdir(), 'notly-margin-'))
try {
  const notes = generateVault(folder, { notes: NOTES, seed: 7 })
  writeFileSync(join(folder, 'New.md'), '# New\n\nA first line.\n')
  await buildWebWhenChanged()
  // What is read while the vault is read for the first time is another matter.
  await runNotly(['recent', '--vault', folder])
  const server = await NotlyServer.start(folder)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await server.letIn(page.context())
    await openNew(page, server.url)
    // The server reads what it needs for the first answer when it starts.
    await shownAfter(page, uniqueTitles(notes).slice(0, 1))
    console.log(
      'named in the margin after the last key:',
      showTimes(timesOf(await shownAfter(page, uniqueTitles(notes).slice(1)))),
    )
    const { open, closed } = await inTurns(page)
    console.log('key to paint, margin open:', showTimes(timesOf(open)))
    console.log('key to paint, margin closed:', showTimes(timesOf(closed)))
  } finally {
    await browser.close()
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
