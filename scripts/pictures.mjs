// npm run pictures: makes the pictures of docs/pictures from the running app, on a fresh copy of the demo notes.
// The day is always the same one, so that two runs on one computer give the same pictures.
import { mkdirSync } from 'node:fs'
import { App, PHONE } from '../test/browser/app.ts'
import { launchChromium } from '../test/browser/chromium.ts'
import { root, say } from './lib/run.mjs'
import { buildWebWhenChanged } from './lib/web.mjs'

const FOLDER = `${root}/docs/pictures`
const DAY = '2026-11-21T10:00'
const RESEARCH = 'research/Q3 market research.md'

const PICTURES = [
  { name: 'note', open: (app) => openNote(app, RESEARCH) },
  {
    name: 'dark',
    options: { colorScheme: 'dark' },
    open: (app) => openNote(app, 'decisions/Charge per team, not per seat.md'),
  },
  { name: 'picker', open: pickNote },
  { name: 'phone', options: { viewport: PHONE, hasTouch: true }, open: openSheet },
]

process.exitCode = (await buildWebWhenChanged()) ? await takeAll() : 1

async function takeAll() {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await launchChromium()
  try {
    for (const picture of PICTURES) await take(browser, picture)
  } finally {
    await browser.close()
  }
  return 0
}

async function take(browser, { name, options, open }) {
  const app = await App.start(browser, options)
  try {
    await app.page.clock.setFixedTime(DAY)
    await open(app)
    await app.page.evaluate('document.fonts.ready')
    await app.page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' })
    say(`docs/pictures/${name}.png`)
  } finally {
    await app.end()
  }
}

async function openNote(app, path) {
  await openText(app, path)
  await app.backlinks.getByRole('listitem').first().waitFor()
}

/** Until each link knows its note, and shows it by its icon. */
async function openText(app, path) {
  await app.openNote(path)
  await app.text.getByRole('link').first().waitFor()
  await app.text.locator('[data-chip=unknown]').first().waitFor({ state: 'hidden' })
}

async function pickNote(app) {
  await openNote(app, 'meetings/Pricing afternoon.md')
  await app.startLineAtEnd()
  await app.type('Start from @mar')
  await app.picker.getByRole('option', { name: 'Q3 market research' }).waitFor()
  await app.saveMark.getByText('Saved').waitFor()
}

async function openSheet(app) {
  await openText(app, RESEARCH)
  await app.page.getByRole('button', { name: /backlinks$/ }).click()
  await app.page.getByRole('dialog').getByRole('listitem').first().waitFor()
}
