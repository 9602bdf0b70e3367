import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WIDE } from './app.ts'
import { problemsOf } from './axe.ts'
import { expect, soon, story } from './story.ts'

const CALLOUTS = `# From elsewhere

> [!note] A callout
> Its text, ==marked== and with a note[^1], but \`==code==\`.

> [!WARNING]-
> Folded there.

[^1]: What the note says.
`

story(
  'callouts, marked words and footnotes look like what they are, and show their source under the cursor',
  async ({ app }) => {
    const { page, vault } = app
    vault.write('From elsewhere.md', CALLOUTS)
    await app.openNote('From elsewhere.md')
    await app.text.getByText('A callout').waitFor()
    const shown = await app.text.innerText()
    expect(shown).toContain('Its text, marked and with a note1, but ==code==.')
    expect(shown).toContain('Warning')
    expect(shown).not.toContain('[!')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await problemsOf(page), colorScheme).toEqual([])
    }
    await app.putCursorAfter('A callout')
    await soon(() => app.text.innerText()).toContain('[!note] A callout')
    expect(vault.read('From elsewhere.md')).toBe(CALLOUTS)
  },
)

story('a line of Arabic or Hebrew reads from the right, its neighbours do not', async ({ app }) => {
  app.vault.write('Both ways.md', 'An English line.\n\nهذا نص عربي.\n')
  await app.openNote('Both ways.md')
  const direction = (words: string) =>
    app.page.evaluate(
      `getComputedStyle([...document.querySelectorAll('.cm-line')].find((line) => line.textContent.includes('${words}'))).direction`,
    )
  await soon(() => direction('عربي')).toBe('rtl')
  expect(await direction('An English line')).toBe('ltr')
})

story('a link to a file opens the file, and its address says that it is none of the notes', async ({ app }) => {
  const { page, vault } = app
  // What the browser puts into the page of an image, the file's own policy stops.
  app.complaints.expect(/^console: .*\/files\/plan\.png$/, /status of 404.*\/api\//)
  await page.setViewportSize(WIDE)
  vault.write('plan.png', readFileSync(join(import.meta.dirname, '../../docs/pictures/phone.png')))
  vault.write('With a file.md', 'See [[plan.png]].\n')
  await app.openNote('With a file.md')
  await app.text.locator('[data-chip=note]').waitFor()
  const opened = page.context().waitForEvent('page')
  await app.chip('plan.png').click()
  await (await opened).waitForURL('**/files/plan.png')
  expect(app.address).toBe('/note/With a file.md')

  await page.goto('/note/plan.png')
  await page.getByText('This is a file, not a note.').waitFor()
  const link = page.getByRole('link', { name: 'Open the file' })
  expect(await link.getAttribute('href')).toBe('/files/plan.png')
})
