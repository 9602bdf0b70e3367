/**
 * `npm run bench:typing`: how long a key takes until it is seen, in a note of 100 KB that 600 notes link to, in headless Chromium.
 * A frame of the screen is 16.7 ms, so no key can be seen much faster than half of that on average. Above it stand the floors of the
 * same browser with the same text: a field of text, and CodeMirror with nothing to it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { build } from 'vite'
import { launchChromium } from '../test/browser/chromium.ts'
import { NotlyServer } from '../test/browser/server.ts'
import { capital, Lexicon } from './lexicon.ts'
import { Random } from './random.ts'
import { type Still, serveStill } from './still-server.ts'

const BYTES = 100_000
const BACKLINKS = 600
const KEYS = 240
/** Milliseconds between two keys, and how long the writer thinks after every so many: long enough for a save. */
const PACE = 55
const THOUGHT = 900
const BURST = 30
const VIEWPORT = { width: 1440, height: 900 }

interface Seen {
  /** From each key to the frame that shows it. Milliseconds. */
  readonly keys: readonly number[]
  /** Pieces of work of 50 ms and more, which would hold up a key. */
  readonly long: readonly number[]
}

function writeVault(folder: string): void {
  const random = new Random(11)
  const lexicon = new Lexicon(random)
  const sentence = (): string => `${capital(Array.from({ length: 14 }, () => lexicon.word()).join(' '))}.`
  const lines = ['---', 'kind: knowledge', 'tags: [hub]', '---', '', '# Hub', '']
  for (let at = 0, size = 0; size < BYTES; at++) {
    const block =
      at % 7 === 0
        ? `## ${sentence()}\n`
        : at % 3 === 0
          ? `- ${sentence()}\n- [ ] ${sentence()} 📅 2026-11-0${(at % 9) + 1}\n`
          : `${sentence()} See @[[Note ${at % BACKLINKS}]] and [[Note ${(at * 7) % BACKLINKS}|that]]. ${sentence()} **${sentence()}**\n`
    lines.push(block)
    size += block.length + 1
  }
  writeFileSync(join(folder, 'Hub.md'), lines.join('\n'))
  mkdirSync(join(folder, 'notes'))
  for (let at = 0; at < BACKLINKS; at++) {
    writeFileSync(
      join(folder, 'notes', `Note ${at}.md`),
      `# Note ${at}\n\n${sentence()} It says so in [[Hub]]. ${sentence()}\n`,
    )
  }
}

/** Types at a place of the page. */
async function typeAndWatch(page: Page, place: Locator): Promise<Seen> {
  await page.evaluate(WATCH)
  await place.click({ position: { x: 4, y: 8 } })
  for (let at = 0; at < KEYS; at++) {
    await page.keyboard.press(at % 6 === 5 ? 'Space' : 'abcdefgh'.charAt(at % 8))
    await page.waitForTimeout((at + 1) % BURST === 0 ? THOUGHT : PACE)
  }
  return page.evaluate('watched')
}

/** Runs in the page. A frame's callback comes before its paint, the message sent from there after it. */
const WATCH = `
  globalThis.watched = { keys: [], long: [] }
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => watched.keys.push(performance.now() - timeStamp)
      port2.postMessage(null)
    })
  }, { capture: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.long.push(duration)
  }).observe({ type: 'longtask' })
`

async function typeInApp(browser: Browser, folder: string): Promise<Seen> {
  const server = await NotlyServer.start(folder)
  try {
    const page = await browser.newPage({ viewport: VIEWPORT })
    await server.letIn(page.context())
    await page.goto(`${server.url}/note/Hub.md`)
    await page.getByRole('textbox', { name: 'Note text' }).waitFor()
    // Everything that comes after the first paint is there, and all links have their meaning.
    await page.waitForTimeout(4000)
    return await typeAndWatch(page, page.locator('.cm-line', { hasText: 'See' }).nth(2))
  } finally {
    await server.stop()
  }
}

async function typeInFloors(browser: Browser, text: string): Promise<[string, Seen][]> {
  const server = await serveStill(await floorPages(text))
  const page = await browser.newPage({ viewport: VIEWPORT })
  try {
    await page.goto(`${server.url}/field`)
    const field = await typeAndWatch(page, page.locator('textarea'))
    await page.goto(`${server.url}/editor`)
    const editor = await typeAndWatch(page, page.locator('.cm-line', { hasText: 'See' }).nth(2))
    return [
      ['a field of text', field],
      ['CodeMirror alone', editor],
    ]
  } finally {
    await page.close()
    server.stop()
  }
}

async function floorPages(text: string): Promise<Map<string, Still>> {
  const style =
    '<!doctype html><meta charset="utf-8"><style>body, textarea { font: 18px/1.65 serif; width: 600px }</style>'
  const field = `${style}<textarea rows="24">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</textarea>`
  const code = await bundle(join(import.meta.dirname, 'bare-editor.mjs'))
  return new Map([
    ['/field', { type: 'text/html', body: field }],
    ['/editor', { type: 'text/html', body: `${style}<body><script type="module">${code}</script>` }],
    ['/text', { type: 'text/plain; charset=utf-8', body: text }],
  ])
}

async function bundle(input: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input } },
  })
  const [file] = 'output' in built ? built.output : []
  if (file === undefined) throw new Error(`Nothing was made of ${input}.`)
  return file.code
}

function report(what: string, { keys, long }: Seen): void {
  const sorted = keys.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    `${(sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0).toFixed(1)} ms`
  const longest = long.length === 0 ? '0' : `${long.length} (${Math.max(...long).toFixed(0)} ms)`
  printRow(what, at(0.5), at(0.95), at(0.99), at(1), longest)
}

function printRow(what: string, ...cells: readonly string[]): void {
  console.log(what.padEnd(20) + cells.map((cell) => cell.padStart(14)).join(''))
}

const folder = mkdtempSync(join(tmpdir(), 'notly-typing-'))
try {
  writeVault(folder)
  const browser = await launchChromium()
  try {
    console.log(`From a key to its paint: ${KEYS} keys in ${BYTES / 1000} KB, in the app with ${BACKLINKS} backlinks`)
    printRow('', 'p50', 'p95', 'p99', 'longest', 'tasks > 50 ms')
    for (const [what, seen] of await typeInFloors(browser, readFileSync(join(folder, 'Hub.md'), 'utf8')))
      report(what, seen)
    report('the app', await typeInApp(browser, folder))
  } finally {
    await browser.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
