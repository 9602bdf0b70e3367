/**
 * `npm run bench:typing`: how long a key takes until it is seen, in a note of 100 KB that 600 notes link to, in headless Chromium.
 * A frame of the screen is 16.7 ms, so no key can be seen much faster than half of that on average.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '../test/browser/chromium.ts'
import { NotlyServer } from '../test/browser/server.ts'
import { capital, Lexicon } from './lexicon.ts'
import { Random } from './random.ts'

const BYTES = 100_000
const BACKLINKS = 600
const KEYS = 240
/** Milliseconds between two keys, and how long the writer thinks after every so many: long enough for a save. */
const PACE = 55
const THOUGHT = 900
const BURST = 30

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

async function typeAndWatch(page: Page): Promise<Seen> {
  await page.evaluate(WATCH)
  await page
    .locator('.cm-line', { hasText: 'See' })
    .nth(2)
    .click({ position: { x: 4, y: 8 } })
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

function report({ keys, long }: Seen): void {
  const sorted = keys.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    `${(sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0).toFixed(1)} ms`
  console.log(`${keys.length} keys in a note of ${BYTES / 1000} KB with ${BACKLINKS} backlinks`)
  console.log(`key to paint: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}`)
  console.log(
    `tasks over 50 ms: ${long.length}${long.length > 0 ? `, longest ${Math.max(...long).toFixed(0)} ms` : ''}`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'notly-typing-'))
try {
  writeVault(folder)
  const server = await NotlyServer.start(folder)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await server.letIn(page.context())
    await page.goto(`${server.url}/note/Hub.md`)
    await page.getByRole('textbox', { name: 'Note text' }).waitFor()
    // Everything that comes after the first paint is there, and all links have their meaning.
    await page.waitForTimeout(4000)
    report(await typeAndWatch(page))
  } finally {
    await browser.close()
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
