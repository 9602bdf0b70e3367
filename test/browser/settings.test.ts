import { PHONE, WIDE } from './app.ts'
import { problemsOf } from './axe.ts'
import { GONE } from './complaints.ts'
import { expect, soon, story } from './story.ts'

story('how much of the past is kept can be seen and changed, and outlives the server', async ({ app }) => {
  const { page } = app
  app.complaints.expect(GONE)
  await page.goto('/recent')
  await app.title('Recent').waitFor()
  await app.openSwitcher()
  await app.type('go to settings')
  await app.press('Enter')
  await app.title('Settings').waitFor()
  const size = page.getByRole('combobox', { name: 'At most', exact: true })
  expect(await size.locator('option:checked').innerText()).toBe('1 GB')
  await size.selectOption('500 MB')
  await page.getByText('What is beyond this will be let go of for good.').waitFor()
  expect(app.vault.has('.notly/settings.json')).toBe(false)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status', { name: 'Notice' }).getByText('Saved.').waitFor()
  expect(JSON.parse(app.vault.read('.notly/settings.json'))).toEqual({
    history: { maxBytes: 500 * 1024 ** 2, maxDays: 730 },
  })
  await page.getByRole('checkbox', { name: /^Keep the old title/ }).check()
  await app.stopServer()
  await app.startServerAgain()
  await page.reload()
  expect(await size.locator('option:checked').innerText()).toBe('500 MB')
  await soon(() => page.getByRole('checkbox', { name: /^Keep the old title/ }).isChecked()).toBe(true)
  for (const viewport of [WIDE, PHONE])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      expect(await problemsOf(page), `${viewport.width} ${colorScheme}`).toEqual([])
    }
})
