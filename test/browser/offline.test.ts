import type { App } from './app.ts'
import { GONE } from './complaints.ts'
import { expect, soon, story } from './story.ts'

const PRESENTATION = 'tasks/Client presentation.md'

story('what is typed while the server is away is kept, and sent when it is back', async ({ app }) => {
  await typeWithoutServer(app)
  await app.startServerAgain()
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  expect(app.vault.read(PRESENTATION)).toContain('Bring the long cable.')
  await app.type(' And a spare.')
  await soon(() => app.vault.read(PRESENTATION)).toContain('Bring the long cable. And a spare.')
})

story('what is typed while the server is away outlives the page', async ({ app }) => {
  await typeWithoutServer(app)
  await expect(app.page.reload()).rejects.toThrow('ERR_CONNECTION_REFUSED')
  expect(app.vault.read(PRESENTATION)).not.toContain('cable')

  await app.startServerAgain()
  await app.openNote(PRESENTATION)
  await app.text.getByText('Bring the long cable.').waitFor()
  await soon(() => app.vault.read(PRESENTATION)).toContain('Bring the long cable.')
  await soon(() => app.saveMark.innerText()).toBe('Saved')
})

story(
  'lists stay on the screen while the server is away, and what cannot be shown says what to do',
  async ({ app }) => {
    app.complaints.expect(GONE)
    await app.page.goto('/hubs')
    const rows = app.page.getByRole('list', { name: 'Hubs' }).getByRole('listitem')
    await rows.first().waitFor()
    await app.stopServer()
    await app.page.getByRole('navigation').getByText('Offline').waitFor()
    expect(await rows.count()).toBeGreaterThan(10)
    await app.openSwitcher()
    await app.type('> islands')
    await app.switcher.getByRole('option', { name: 'Go to islands' }).waitFor()
    await app.press('Enter')
    await app.title('Islands').waitFor()
  },
)

async function typeWithoutServer(app: App): Promise<void> {
  app.complaints.expect(GONE)
  await app.openNote(PRESENTATION)
  await app.stopServer()
  await app.startLineAtEnd()
  await app.type('Bring the long cable.')
  await soon(() => app.saveMark.innerText()).toBe('Offline, kept here')
}
