import type { Locator } from 'playwright-core'
import { PHONE } from './app.ts'
import { expect, soon, story } from './story.ts'

story.beforeEach(({ app }) => app.page.setViewportSize(PHONE))

story('on a phone the backlinks are a sheet, and lead on', async ({ app }) => {
  await app.openNote('research/Q3 market research.md')
  await app.page.getByRole('button', { name: /backlinks$/ }).click()
  const sheet = app.page.getByRole('dialog', { name: 'What notes know about this one' })
  await sheet.getByRole('link', { name: 'Workshops for two' }).click()
  await app.title('Workshops for two').waitFor()
  await sheet.waitFor({ state: 'hidden' })
})

story('on a phone the views are in a drawer', async ({ app }) => {
  await app.openNote('Welcome.md')
  await app.page.getByRole('button', { name: 'Open notes and views' }).click()
  const drawer = app.page.getByRole('dialog', { name: 'Notes and views' })
  await drawer.getByRole('link', { name: 'Hubs' }).click()
  await app.title('Hubs').waitFor()
  await drawer.waitFor({ state: 'hidden' })
})

story('on a phone the list of notes stays inside the screen, and off its edges', async ({ app }) => {
  await app.openNote('tasks/Client presentation.md')
  await app.startLineAtEnd()
  await app.type('and at the end of a line @')
  await app.picker.waitFor()
  await soon(() => app.picker.getByRole('option').count()).toBeGreaterThan(3)
  const box = await app.picker.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(12)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width - 12)
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)
})

story('on a phone what is said is as wide as the screen, and above what is pressed next', async ({ app }) => {
  const { page } = app
  const notice = page.getByRole('status', { name: 'Notice' }).locator('> *')
  const boxOf = async (place: Locator) => (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await app.openNote('elsewhere/Office soup.md')
  await page.getByRole('textbox', { name: 'Title' }).fill('Soup')
  await app.press('Enter')
  await page.getByText('Renamed Office soup to Soup.').waitFor()
  const said = await boxOf(notice)
  expect([said.x, said.width]).toEqual([16, PHONE.width - 32])
  const handle = await boxOf(page.getByRole('button', { name: /backlinks?$/ }))
  expect(said.y + said.height).toBeLessThanOrEqual(handle.y)

  await page.goto('/tags/client/kestrel')
  await page.getByRole('button', { name: 'Choose…' }).click()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.getByRole('button', { name: 'Tag…' }).click()
  await page.getByRole('combobox', { name: 'Tag' }).fill('late')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Added #late to 3 notes.').waitFor()
  const above = await boxOf(notice)
  const bar = await boxOf(page.getByRole('toolbar', { name: 'What to do with the chosen notes' }))
  expect(above.y + above.height).toBeLessThanOrEqual(bar.y)
})
