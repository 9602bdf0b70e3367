import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { addressOf } from './app.ts'
import { problemsOf } from './axe.ts'
import { GONE } from './complaints.ts'
import { NotlyServer } from './server.ts'
import { expect, soon, story } from './story.ts'
import { VaultCopy } from './vault.ts'

const NOTE = 'tasks/Client presentation.md'

const text = (page: Page) => page.getByRole('textbox', { name: 'Note text' })

story('a browser is let in by the printed address, and from then on by any', async ({ app, browser }) => {
  const { origin, port } = new URL(app.printedAddress)
  const context = await browser.newContext({ baseURL: origin })
  try {
    const page = await context.newPage()
    await page.goto(addressOf(NOTE))
    await page.getByText('This browser has not been let in yet.').waitFor()
    expect(await problemsOf(page)).toEqual([])

    await page.goto(app.printedAddress)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    expect(page.url()).not.toContain('token')
    for (const bookmark of [addressOf(NOTE), `http://localhost:${port}${addressOf(NOTE)}`]) {
      await page.goto(bookmark)
      await text(page).waitFor()
      expect(page.url()).toBe(origin + addressOf(NOTE))
    }
    const tab = await context.newPage()
    await tab.goto(app.printedAddress)
    await tab.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  } finally {
    await context.close()
  }
})

story('a link on a page elsewhere leads to the note, and that page can do no more', async ({ app, browser }) => {
  const { origin, host } = new URL(app.printedAddress)
  const before = app.vault.notes()
  await using elsewhere = await serveElsewhere(`<a href="${origin}${addressOf(NOTE)}">the note</a>`)
  const context = await browser.newContext()
  try {
    await context.request.get(app.printedAddress)
    const page = await context.newPage()
    await page.goto(elsewhere.url)
    const asked = await page.evaluate(`Promise.all([
      fetch('${origin}/api/vault', { credentials: 'include' }),
      fetch('${origin}/api/daily', { method: 'POST', mode: 'no-cors', credentials: 'include' }),
      fetch('${origin}/api/note', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }),
      new Promise((_, fail) => { new EventSource('${origin}/api/events', { withCredentials: true }).onerror = fail }),
      new Promise((_, fail) => { new WebSocket('ws://${host}/api/events').onerror = fail }),
    ].map((each) => each.then(({ type }) => type, () => 'refused')))`)
    expect(asked).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
    await page.getByRole('link', { name: 'the note' }).click()
    await text(page).waitFor()
    expect(page.url()).toBe(origin + addressOf(NOTE))
  } finally {
    await context.close()
  }
  expect(app.vault.notes()).toEqual(before)
})

story('a tab that is let in no more says so, keeps what is typed, and goes on when it is', async ({ app }) => {
  // Both tabs send the text that was kept; whoever comes second is told that it stands there already.
  app.complaints.expect(GONE, /^console: .*401 \(Unauthorized\)/, /^console: .*409 \(Conflict\) .*\/api\/note$/)
  await app.openNote(NOTE)
  await app.startLineAtEnd()
  await app.stopServer()
  await app.startServerAgain(['--forget-browsers'])
  const notice = app.page.getByRole('status', { name: 'Notice' })
  await notice.getByText('Notly does not know this browser any more: open the address').waitFor()
  await app.text.focus()
  await app.type('Bring the long cable.')
  await soon(() => app.saveMark.innerText()).toBe('Offline, kept here')

  const tab = await app.openTab(NOTE, app.printedAddress.replace('/?', `${addressOf(NOTE)}?`))
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  expect(app.vault.read(NOTE)).toContain('Bring the long cable.')
  await soon(() => notice.innerText()).toBe('')
  await tab.getByText('Bring the long cable.').waitFor()
})

story('others in the network are let in by the password', async ({ browser }) => {
  const vault = new VaultCopy()
  const options = { flags: ['--host', '0.0.0.0'], env: { NOTLY_PASSWORD: 'a long enough one' } }
  const server = await NotlyServer.start(vault.folder, options)
  const context = await browser.newContext({ baseURL: server.url })
  try {
    const page = await context.newPage()
    await page.goto(addressOf(NOTE))
    const password = page.getByLabel('Password')
    expect(await problemsOf(page)).toEqual([])
    await password.fill('a long enough guess')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByText('That is not the password. Try again.').waitFor()
    await password.fill('a long enough one')
    await page.getByRole('button', { name: 'Open' }).click()
    await text(page).waitFor()
    expect(page.url()).toBe(server.url + addressOf(NOTE))
  } finally {
    await context.close()
    await server.stop()
    vault.remove()
  }
})

/** A page of another host: `localhost` is another one than 127.0.0.1. */
async function serveElsewhere(html: string): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://localhost:${port}/`, [Symbol.asyncDispose]: close }
}
