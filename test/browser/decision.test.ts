import { WIDE } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

const DECISION = 'decisions/Charge per team, not per seat.md'

story('a decision opens on what came of it, with the open tasks of a dozen notes', async ({ readOnlyApp: app }) => {
  const { page } = app
  await page.setViewportSize(WIDE)
  await app.openNote(DECISION)
  const outcome = page.getByRole('region', { name: 'What came of it' })
  await outcome.getByRole('heading', { name: '11 open tasks, 7 done' }).waitFor()
  expect(await page.getByRole('complementary').getByRole('region').first().getAttribute('aria-label')).toBe(
    'What came of it',
  )
  await outcome.getByRole('heading', { name: 'Projects that depend on it 2' }).waitFor()
  await outcome.getByRole('heading', { name: 'Meeting 2' }).waitFor()
  // What is due first stands first.
  expect(await outcome.getByRole('listitem').first().innerText()).toContain('Slides down to nine')
  expect(await outcome.getByText('the word "seat" stands in the contract thirty-one times').count()).toBe(1)
  await outcome.getByRole('link', { name: 'New pricing' }).click()
  await app.title('New pricing').waitFor()
})

story('a decision without a date is given one in its head', async ({ app }) => {
  const { page, vault } = app
  vault.write('decisions/Undated.md', '---\nkind: decision\n---\nNobody knows since when.\n')
  await app.openNote('decisions/Undated.md')
  await page.getByRole('button', { name: 'Date: none' }).click()
  await page.getByLabel('Date', { exact: true }).fill('2026-03-29')
  await app.press('Enter')
  await soon(() => vault.read('decisions/Undated.md')).toContain('date: 2026-03-29')
})

story('status and what ends a decision are written in place, as properties', async ({ app }) => {
  const { page, vault } = app
  const path = 'decisions/Publish our prices.md'
  await app.openNote(path)
  await page.getByRole('button', { name: 'Status: accepted' }).click()
  await page.getByRole('menuitemradio', { name: 'rejected' }).click()
  await soon(() => vault.read(path)).toContain('status: rejected')

  await page.getByRole('button', { name: 'Superseded by…' }).click()
  await soon(() => app.hasFocus(page.getByRole('combobox', { name: 'Which decision supersedes this one?' }))).toBe(true)
  await app.type('first month')
  await page.getByRole('option', { name: 'A first month without charge' }).waitFor()
  await app.press('ArrowDown', 'Enter')
  await soon(() => vault.read(path)).toContain('superseded by: "[[A first month without charge]]"')
  expect(vault.read(path)).toContain('status: superseded')
  const properties = page.getByRole('list', { name: 'Properties' })
  await properties.getByRole('link', { name: 'A first month without charge' }).waitFor()
  expect(await page.getByRole('main').getByText('superseded by', { exact: true }).count(), 'it is not said twice').toBe(
    1,
  )
})

story('what still rests on a decision that no longer holds is said first', async ({ app }) => {
  const { page, vault } = app
  vault.write(
    'tasks/Old invoices.md',
    '---\nkind: task\n---\ndepends on:: [[Charge per seat]]\n\n- [ ] A\n- [ ] B 📅 2026-11-20\n- [x] C\n',
  )
  vault.write('tasks/Old offer.md', '---\nkind: task\n---\nbuilds on:: [[Old invoices]]\n\n- [ ] D\n')
  await app.openNote('decisions/Charge per seat.md')
  const outcome = page.getByRole('region', { name: 'What came of it' })
  await outcome.getByText('This decision no longer holds, and 3 open tasks in 2 notes still rest on it.').waitFor()
  await outcome.getByRole('heading', { name: '3 open tasks, 1 done' }).waitFor()
  const tasks = await outcome.getByRole('listitem').allInnerTexts()
  expect(tasks.slice(0, 4).map((task) => task.slice(0, 1))).toEqual(['B', 'A', 'D', 'C'])
  await page.goto('/decisions?status=superseded')
  await page.getByText('3 open tasks still rest on this.').waitFor()
})

story('all decisions as a timeline, by status, and a new one from its template', async ({ app }) => {
  const { page, vault } = app
  await page.goto('/decisions')
  await app.title('Decisions').waitFor()
  const rows = page.getByRole('main').getByRole('listitem')
  await soon(() => rows.count()).toBe(6)
  expect(await rows.nth(2).innerText()).toContain('13 notes rest on it')
  // In the order in which a decision lives.
  const statuses = await page.getByRole('group', { name: 'Status' }).getByRole('radio').all()
  expect(
    await Promise.all(statuses.map((each) => each.evaluate((radio) => radio.closest('label')?.textContent))),
  ).toEqual(['All6', 'proposed1', 'accepted4', 'superseded1'])
  await page.getByText('superseded', { exact: false }).and(page.locator('label')).click()
  await soon(() => rows.count()).toBe(1)
  expect(await rows.first().innerText()).toContain('superseded by Charge per team, not per seat')
  expect((await rows.first().innerText()).match(/superseded/g), 'it is not said twice').toHaveLength(1)
  expect(app.address).toBe('/decisions?status=superseded')
  await page.goBack()
  await soon(() => rows.count()).toBe(6)
  await page.getByRole('searchbox', { name: 'Filter decisions by their title' }).fill('prices')
  await soon(() => rows.count()).toBe(1)
  await page.reload()
  await soon(() => rows.count()).toBe(1)

  await page.getByRole('textbox', { name: 'What is to be decided?' }).fill('A price for charities')
  await app.press('Enter')
  await app.title('A price for charities').waitFor()
  expect(vault.read('decisions/A price for charities.md')).toMatch(
    /^---\nkind: decision\nstatus: proposed\ndate: \d{4}-\d\d-\d\d\n---\n\nA price for charities\. Proposed on [\d-]+ by \n\n## Context\n/,
  )
})

story('decisions are in order for WCAG 2.2 AA', async ({ readOnlyApp: { page } }) => {
  await expectInOrder(page, ['/decisions', `/note/${encodeURIComponent('decisions')}/Charge%20per%20seat.md`])
})
