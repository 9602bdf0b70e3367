import type { App } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

const section = (app: App, name: string) => app.page.getByRole('region', { name, exact: true })

story('a topic gives its dossier: the decision, the tasks and the forgotten note', async ({ readOnlyApp: app }) => {
  const { page } = app
  await page.goto('/topic')
  const field = page.getByRole('searchbox', { name: 'Topic' })
  await soon(() => app.hasFocus(field)).toBe(true)
  await app.type('pricing')
  await app.press('Enter')
  await section(app, 'Start here').getByRole('link', { name: 'Charge per team, not per seat' }).waitFor()
  expect(app.address).toBe('/topic/pricing')
  const decisions = section(app, 'Decisions').getByRole('listitem')
  expect(await decisions.filter({ hasText: 'Charge per seat' }).innerText()).toContain('superseded')
  await section(app, 'To do').getByRole('checkbox', { name: 'Send the proof' }).waitFor()
  await section(app, 'Done').getByText('Decide by the end of September').waitFor()
  await section(app, 'Worth seeing again').getByRole('link', { name: 'A desk for the harbour' }).waitFor()
  await section(app, 'Worth seeing again').getByText('nothing has linked to it since').waitFor()
  await section(app, 'People').getByRole('link', { name: 'Tobit Ferris' }).waitFor()

  await page.reload()
  await section(app, 'About it').getByRole('link', { name: 'Pricing gap' }).click()
  await app.title('Pricing gap').waitFor()
  await page.goBack()
  await section(app, 'Tags').getByRole('link', { name: '#pricing' }).waitFor()
})

story('a key opens the dossier of what is selected', async ({ readOnlyApp: app }) => {
  await app.openNote('ideas/Pricing gap.md')
  await app.putCursorAfter('small teams')
  await app.press(...Array.from({ length: 'small teams'.length }, () => 'Shift+ArrowLeft'), 'Alt+o')
  await app.title('Topic').waitFor()
  expect(app.address).toBe('/topic/Small teams')
  await section(app, 'About it').getByRole('link', { name: 'Interviews with small teams' }).waitFor()

  await app.page.goto('/decisions')
  const about = 'What was decided, when, and how much hangs on it.'
  await app.page.getByText(about).waitFor()
  await app.page.evaluate(`{
    const text = [...document.querySelectorAll('p')].find((p) => p.textContent === '${about}').firstChild
    getSelection().setBaseAndExtent(text, 9, text, 16)
  }`)
  await app.press('Alt+o')
  await soon(() => app.address).toBe('/topic/decided')
})

story('a dossier is kept as a note, and says what is new since', async ({ app }) => {
  const { page, vault } = app
  await page.goto('/topic/pricing')
  await page.getByRole('button', { name: 'Keep as a note' }).click()
  await app.title('About pricing').waitFor()
  const kept = 'topics/About pricing.md'
  expect(vault.read(kept)).toContain('Start with [[Charge per team, not per seat]].')
  expect(vault.read(kept)).toContain('- [[Pricing gap]] — ')

  vault.write('ideas/Pricing by the hour.md', 'The pricing afternoon did not speak of hours. See [[Pricing gap]].\n')
  await page.goto('/topic/pricing')
  await page.getByText('1 note is new since.').waitFor()
  await section(app, 'About it')
    .getByRole('listitem')
    .filter({ hasText: 'Pricing by the hour' })
    .getByText('new', { exact: true })
    .waitFor()
  // The note itself says so too when it is opened again.
  await app.openNote(kept)
  const fresh = section(app, 'New since')
  await fresh.getByText('1 note is new about pricing since this was kept').waitFor()
  await fresh.getByText('The pricing afternoon did not speak of hours.').waitFor()
  await page.getByRole('button', { name: 'Add what is new' }).click()
  await fresh.getByText('Nothing is new about pricing since this was kept').waitFor()
  expect(vault.read(kept)).toMatch(
    /## New on \d{4}-\d\d-\d\d\n\n- \[\[Pricing by the hour\]\] — “The pricing afternoon/,
  )
  vault.write('ideas/Pricing by the mile.md', 'A pricing without seats.\n')
  await fresh.getByRole('link', { name: 'Pricing by the mile' }).waitFor()
  await expectInOrder(page, [app.address])
})

story('dossiers are in order for WCAG 2.2 AA', async ({ readOnlyApp: { page } }) => {
  await expectInOrder(page, ['/topic/pricing'])
})
