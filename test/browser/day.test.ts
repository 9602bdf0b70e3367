import type { App } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

const calendar = (app: App) => app.page.getByRole('main').getByRole('grid')
const section = (app: App, name: string) => app.page.getByRole('main').getByRole('region', { name, exact: true })

async function openDay(app: App, day: string): Promise<void> {
  await app.page.goto(`/day/${day}`)
  await calendar(app).waitFor()
}

story('from a day, what was written and linked on it; from the calendar, the day', async ({ readOnlyApp: app }) => {
  await app.page.clock.setFixedTime('2026-11-21T10:00')
  await app.page.goto('/today')
  await calendar(app).getByRole('link', { name: 'Friday, 20 November 2026, 2 notes' }).click()
  await app.title('Friday, 20 November 2026').waitFor()
  expect(app.address).toBe('/day/2026-11-20')
  await section(app, 'Written').getByRole('link', { name: '2026-11-20' }).waitFor()
  await section(app, 'Linked').getByRole('link').first().waitFor()
  expect(await section(app, 'Linked').getByRole('link').count()).toBeGreaterThan(2)
  await app.page.getByRole('link', { name: 'Before: Thursday, 12 November 2026' }).click()
  await section(app, 'Written').getByRole('link', { name: 'A first month without charge' }).waitFor()
  await app.page.goBack()
  await app.title('Friday, 20 November 2026').waitFor()
})

story('by keyboard the calendar goes by days, weeks, months and years', async ({ readOnlyApp: app }) => {
  await openDay(app, '2026-03-04')
  const day = (name: string) => calendar(app).getByRole('link', { name: new RegExp(`^${name}`) })
  await day('Wednesday, 4 March 2026').focus()
  for (const [key, name] of [
    ['ArrowRight', 'Thursday, 5 March 2026'],
    ['ArrowUp', 'Thursday, 26 February 2026'],
    ['Home', 'Monday, 23 February 2026'],
    ['End', 'Sunday, 1 March 2026'],
    ['PageDown', 'Wednesday, 1 April 2026'],
    ['Shift+PageUp', 'Tuesday, 1 April 2025'],
  ] as const) {
    await app.press(key)
    await soon(() => app.hasFocus(day(name))).toBe(true)
  }
  await app.press('Enter')
  await app.title('Tuesday, 1 April 2025').waitFor()
  await app.page.getByText('Nothing was written on this day.').waitFor()
})

story("the note of any day is made, and is that day's", async ({ app }) => {
  await openDay(app, '2026-03-04')
  await app.page.getByRole('button', { name: "Write this day's note" }).click()
  await app.title('2026-03-04').waitFor()
  expect(app.vault.read('daily/2026-03-04.md')).toBe('# 2026-03-04\n\n')
  await openDay(app, '2026-03-04')
  await section(app, 'Written').getByRole('link', { name: '2026-03-04' }).waitFor()
  await app.page.getByRole('button', { name: "This day's note" }).waitFor()
})

story('a day is in order for WCAG 2.2 AA', async ({ readOnlyApp: app }) => {
  await expectInOrder(app.page, ['/day/2026-11-20', '/today'])
})
