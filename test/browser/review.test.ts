import type { App } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

/** The week in which the demo ends. */
const DAY = '2026-11-21T10:00'

const step = (app: App, name: string) => app.page.getByRole('region', { name, exact: true })

async function openReview(app: App): Promise<void> {
  await app.page.clock.setFixedTime(DAY)
  await app.page.goto('/review')
  await app.title('Review').waitFor()
  await step(app, 'Written').first().waitFor()
}

story('the look back goes step by step, by keyboard, and names the hub of the week', async ({ readOnlyApp: app }) => {
  await openReview(app)
  await app.page.getByText('1 of 7').waitFor()
  await app.press('ArrowRight')
  await step(app, 'Links').getByRole('link', { name: 'Welcome → Client presentation' }).waitFor()
  await app.press('ArrowRight')
  const hubs = step(app, 'In this time').getByRole('listitem')
  await hubs.first().waitFor()
  expect(await hubs.first().innerText()).toContain('Client presentation')
  expect(await hubs.first().innerText()).toContain('2 notes, 0 before, 4 in all')
  await app.page.getByText('3 of 7').waitFor()
  await app.press('ArrowLeft')
  await app.page.getByText('2 of 7').waitFor()
  await app.page.getByRole('combobox', { name: 'Period' }).selectOption('1m')
  await soon(() => app.address).toBe('/review?since=1m')
})

story('a key links what might connect, and a key lets it be', async ({ app }) => {
  const { page, vault } = app
  await openReview(app)
  await app.press('ArrowRight', 'ArrowRight', 'ArrowRight')
  const places = page.getByRole('list', { name: 'Might connect' }).getByRole('listitem')
  await places.first().waitFor()
  const [count, note] = [await places.count(), 'daily/2026-11-20.md']
  expect(await places.first().innerText()).toContain('names Wen Halloran')
  await app.press('l')
  await soon(() => vault.read(note)).toContain('Tobit and [[Wen Halloran|Wen]] have found a fifth option.')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await soon(() => vault.read(note)).toContain('Tobit and Wen have found a fifth option.')
  expect(count).toBeGreaterThan(0)
})

story('the look back is kept as a note', async ({ app }) => {
  const { page, vault } = app
  await openReview(app)
  await app.press(...Array.from({ length: 6 }, () => 'ArrowRight'))
  await page.getByRole('button', { name: 'Keep as a note' }).click()
  await app.title('Review 2026-11-15 to 2026-11-21').waitFor()
  const kept = vault.read('reviews/Review 2026-11-15 to 2026-11-21.md')
  expect(kept).toContain('## Most linked\n\n- [[Client presentation]]: 2 in this time, 0 before, 4 in all\n')
  expect(kept).toContain('## Links made\n\n- [[Welcome]] → Client presentation, 2026-11-20\n')
})

story('the look back is in order for WCAG 2.2 AA', async ({ readOnlyApp: { page } }) => {
  await expectInOrder(page, ['/review?since=1y'])
})
