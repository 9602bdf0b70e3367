import { addressOf, PHONE, WIDE } from './app.ts'
import { problemsOf } from './axe.ts'
import { expect, story } from './story.ts'

const PLACES = [
  { address: addressOf('tasks/Client presentation.md'), title: 'Client presentation' },
  { address: addressOf('research/Q3 market research.md'), title: 'Q3 market research' },
  { address: '/recent', title: 'Recent' },
  { address: '/search?q=pricing', title: 'Search' },
  { address: '/tags', title: 'Tags' },
  { address: '/tags/pricing', title: '#pricing' },
  { address: '/hubs', title: 'Hubs' },
  { address: '/unresolved', title: 'Unresolved' },
  { address: '/islands', title: 'Islands' },
  { address: '/folders', title: 'Folders' },
  { address: '/folders/research', title: 'research' },
  { address: '/no/such/place', title: /./ },
]

const LOOKS = [
  { name: 'wide, light', viewport: WIDE, colorScheme: 'light' },
  { name: 'wide, dark', viewport: WIDE, colorScheme: 'dark' },
  { name: 'phone, dark', viewport: PHONE, colorScheme: 'dark' },
  { name: 'phone, light', viewport: PHONE, colorScheme: 'light' },
] as const

for (const { address, title } of PLACES) {
  story(
    `${address} is in order for WCAG 2.2 AA, wide and on a phone, light and dark`,
    async ({ readOnlyApp: { page } }) => {
      await page.setViewportSize(WIDE)
      await page.goto(address)
      await page.getByRole('main').getByRole('heading', { level: 1, name: title }).waitFor()
      await page.getByRole('main').locator('a, [role=link]').first().waitFor()
      for (const { name, viewport, colorScheme } of LOOKS) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme })
        const views = page.getByRole('navigation', { name: 'Notes and views' })
        await views.waitFor({ state: viewport === WIDE ? 'visible' : 'hidden' })
        expect(await problemsOf(page), name).toEqual([])
      }
    },
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  story(`what opens above a page is in order too, ${colorScheme}`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme })
    await app.openNote('research/Q3 market research.md')
    await app.openSwitcher()
    await app.type('pric')
    await app.switcher.getByRole('option', { name: 'Pricing gap' }).waitFor()
    expect(await problemsOf(page), 'quick switcher').toEqual([])
    await app.press('Escape')
    await page.getByRole('button', { name: /^Kind:/ }).click()
    await page.getByRole('menu').waitFor()
    expect(await problemsOf(page), 'menu').toEqual([])
    await app.press('Escape')
    await app.chip('Ines Quarrie').hover()
    await page.getByRole('dialog', { name: 'Preview of Ines Quarrie' }).waitFor()
    expect(await problemsOf(page), 'preview').toEqual([])
    await app.startLineAtEnd()
    await app.type('@pric')
    await app.picker.getByRole('option', { name: 'Pricing gap' }).waitFor()
    expect(await problemsOf(page), 'picker').toEqual([])
    await app.press('Escape')
    await page.setViewportSize(PHONE)
    await page.getByRole('button', { name: /backlinks$/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await problemsOf(page), 'sheet').toEqual([])
  })
}
