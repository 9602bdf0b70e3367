import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { App } from './app.ts'
import { mayMount, SmallDisk } from './disk.ts'
import { expect, soon, story } from './story.ts'
import { VaultCopy } from './vault.ts'

const PRESENTATION = 'tasks/Client presentation.md'
const FIRST = 'Forty minutes for the board'
const TYPED = 'Bring the long cable.'
/** The warning comes within two seconds; a busy computer takes some to draw it. Milliseconds. */
const SOON = 2500

/** Types, and says how long after the last key the mark said so. Milliseconds. */
async function typeUntil(app: App, mark: string): Promise<number> {
  await app.startLineAtEnd()
  // At once, so that on a busy computer it is one edit too.
  await app.page.keyboard.insertText(TYPED)
  const start = performance.now()
  await soon(() => app.saveMark.innerText()).toBe(mark)
  return performance.now() - start
}

/** What the browser keeps of the note, over the end of the page. */
async function draft(app: App): Promise<string> {
  const all = await app.page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('notly.draft:'))
      .map((key) => localStorage.getItem(key)),
  )
  return all.join()
}

story(
  'a server that hangs is told of within two seconds; the text is kept here, and saved when it goes on',
  async ({ app }) => {
    await app.openNote(PRESENTATION)
    app.pauseServer()
    expect(await typeUntil(app, 'Not saved yet, kept here')).toBeLessThan(SOON)
    await soon(() => draft(app)).toContain(TYPED)
    expect(app.vault.read(PRESENTATION)).not.toContain(TYPED)
    app.goOnWithServer()
    await soon(() => app.saveMark.innerText()).toBe('Saved')
    expect(app.vault.read(PRESENTATION)).toContain(TYPED)
    await soon(() => draft(app)).toBe('')
  },
)

story(
  'a connection that is cut is told of within two seconds, and what was typed is sent when it is back',
  async ({ app }) => {
    app.complaints.expect(/ERR_CONNECTION_RESET|ERR_FAILED|ERR_CONNECTION_ABORTED/)
    await app.openNote(PRESENTATION)
    await app.page.route('**/api/note', (route) =>
      route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue(),
    )
    expect(await typeUntil(app, 'Offline, kept here')).toBeLessThan(SOON)
    await soon(() => draft(app)).toContain(TYPED)
    await app.page.unroute('**/api/note')
    await soon(() => app.saveMark.innerText()).toBe('Saved')
    expect(app.vault.read(PRESENTATION)).toContain(TYPED)
  },
)

for (const { what, mark } of [
  { what: 'hangs', mark: 'Not saved yet, kept here' },
  { what: 'is cut off', mark: 'Offline, kept here' },
])
  story(
    `who types without a pause is told within two seconds of the first key that a server ${what}`,
    async ({ app }) => {
      app.complaints.expect(/ERR_CONNECTION_RESET|ERR_FAILED|ERR_CONNECTION_ABORTED/)
      await app.openNote(PRESENTATION)
      await app.startLineAtEnd()
      if (what === 'hangs') app.pauseServer()
      else await app.page.route('**/api/note', (route) => route.abort('connectionreset'))
      const start = performance.now()
      let told = 0
      for (let key = 0; key < 30 && told === 0; key++) {
        await app.page.keyboard.insertText(`${key} `)
        if ((await app.saveMark.innerText()) === mark) told = performance.now() - start
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      expect(told).toBeGreaterThan(0)
      expect(told).toBeLessThan(SOON)
      app.goOnWithServer()
      await app.page.unroute('**/api/note')
      await soon(() => app.saveMark.innerText()).toBe('Saved')
    },
  )

story('an answer that is cut in its midst is no answer', async ({ app }) => {
  await app.openNote(PRESENTATION)
  let cut = 0
  await app.page.route('**/api/note', async (route) => {
    if (route.request().method() !== 'PUT' || cut++ > 0) return route.continue()
    await route.fetch()
    await route.fulfill({ status: 200, contentType: 'application/json', body: '{"saved":tr' })
  })
  await typeUntil(app, 'Offline, kept here')
  // It was written, and is not taken for somebody else's text.
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  expect(app.vault.read(PRESENTATION).split(TYPED)).toHaveLength(2)
})

for (const { where, passage, replacement, mark } of [
  { where: 'elsewhere in the note', passage: FIRST, replacement: 'Fifty minutes for the board', mark: 'Saved' },
  { where: 'in the same line', passage: FIRST, replacement: 'Fifty minutes for the board', mark: 'Conflict' },
])
  story(`a computer that sleeps while a note is changed on another one, ${where}`, async ({ app }) => {
    app.complaints.expect(/409 \(Conflict\)/)
    await app.openNote(PRESENTATION)
    const devtools = await app.page.context().newCDPSession(app.page)
    if (mark === 'Conflict') await app.putCursorAfter('Forty')
    app.pauseServer()
    if (mark === 'Conflict') await app.page.keyboard.insertText('-five')
    else await typeUntil(app, 'Not saved yet, kept here')
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    app.vault.edit(PRESENTATION, passage, replacement)
    await new Promise((resolve) => setTimeout(resolve, 4000))
    app.goOnWithServer()
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await soon(() => app.saveMark.innerText()).toBe(mark)
    expect(app.vault.read(PRESENTATION)).toContain(replacement)
    if (mark === 'Saved') expect(app.vault.read(PRESENTATION)).toContain(TYPED)
    else expect(await app.page.getByRole('textbox', { name: 'Your text' }).innerText()).toContain('Forty-five')
  })

const onDisk = story.skipIf(!mayMount())
const why = mayMount() ? '' : ' (skipped: only who may mount disks can try it)'

/** Megabytes on which an index and a history fit beside the notes. */
const ROOMY = 8

/** The app on a vault that lies on a disk of its own; on a smaller one what Notly keeps for itself lies elsewhere. */
async function withDisk(
  browser: Browser,
  work: (app: App, disk: SmallDisk) => Promise<void>,
  megabytes = ROOMY,
): Promise<void> {
  using disk = new SmallDisk(megabytes)
  const vault = new VaultCopy(undefined, mkdtempSync(join(disk.place, 'notes-')))
  const home = mkdtempSync(join(tmpdir(), 'notly-home-'))
  if (megabytes < ROOMY) symlinkSync(home, join(vault.folder, '.notly'))
  const app = await App.start(browser, {}, vault)
  try {
    await app.openNote(PRESENTATION)
    await work(app, disk)
    expect(app.complaints.unexpected).toEqual([])
  } finally {
    // The notes go with their disk, which may be protected still.
    await app.end().catch(() => {})
    rmSync(home, { recursive: true })
  }
}

const FULL = {
  sentence: `The disk is full, so “${PRESENTATION}” was not changed. Make room on it, then try again.`,
  begin: (disk: SmallDisk) => disk.fill(),
  end: (disk: SmallDisk) => disk.makeRoom(),
}

for (const { what, megabytes, sentence, begin, end } of [
  { what: 'of one megabyte and full', megabytes: 1, ...FULL },
  {
    what: 'full',
    megabytes: ROOMY,
    ...FULL,
  },
  {
    what: 'read-only',
    megabytes: ROOMY,
    sentence: 'This file may not be written. Allow writing to it to edit it here.',
    begin: (disk: SmallDisk, folder: string) => disk.protect(folder),
    end: (disk: SmallDisk, folder: string) => disk.unprotect(folder),
  },
])
  onDisk(
    `a disk that is ${what} is said in a sentence; the text is kept here, and saved when it can be${why}`,
    ({ browser }) =>
      withDisk(
        browser,
        async (app, disk) => {
          app.complaints.expect(/409 \(Conflict\)/)
          const before = app.vault.bytes(PRESENTATION)
          const folder = dirname(join(app.vault.folder, PRESENTATION))
          begin(disk, folder)
          expect(await typeUntil(app, 'Not saved')).toBeLessThan(SOON)
          await soon(() => app.page.getByRole('alert').innerText()).toContain(`${sentence} Your text is kept here.`)
          await soon(() => draft(app)).toContain(TYPED)
          expect(app.vault.bytes(PRESENTATION)).toEqual(before)
          end(disk, folder)
          await soon(() => app.saveMark.innerText()).toBe('Saved')
          expect(app.vault.read(PRESENTATION)).toContain(TYPED)
          expect(await app.page.getByRole('alert').count()).toBe(0)
        },
        megabytes,
      ),
  )

onDisk(`a disk that is pulled out is said in a sentence, and nothing is lost when it is back${why}`, ({ browser }) =>
  withDisk(browser, async (app, disk) => {
    app.complaints.expect(/50\d|409|404/)
    disk.pullOut()
    await typeUntil(app, 'Not saved')
    await app.page
      .getByRole('alert')
      .getByText(/has gone away\. Bring it back, then try again\./)
      .first()
      .waitFor()
    await soon(() => draft(app)).toContain(TYPED)
    disk.plugIn()
    await soon(() => app.saveMark.innerText()).toBe('Saved')
    expect(app.vault.read(PRESENTATION)).toContain(TYPED)
  }),
)

onDisk(
  'a folder that may not be written is said in a sentence; the text is kept here, and saved when it may',
  async ({ browser }) => {
    // Who may do everything here may do no more in the server than its user could.
    const vault = new VaultCopy()
    const app = await App.start(browser, {}, vault, { asUser: true })
    try {
      app.complaints.expect(/409 \(Conflict\)/)
      await app.openNote(PRESENTATION)
      const folder = dirname(join(vault.folder, PRESENTATION))
      const { mode } = statSync(folder)
      chmodSync(folder, 0o555)
      expect(await typeUntil(app, 'Not saved')).toBeLessThan(SOON)
      const sentence = `“${PRESENTATION}” may not be written. Allow writing to it and to its folder, then try again.`
      await app.page.getByRole('alert').getByText(sentence).waitFor()
      await soon(() => draft(app)).toContain(TYPED)
      chmodSync(folder, mode)
      await soon(() => app.saveMark.innerText()).toBe('Saved')
      expect(vault.read(PRESENTATION)).toContain(TYPED)
      expect(app.complaints.unexpected).toEqual([])
    } finally {
      await app.end()
    }
  },
)
