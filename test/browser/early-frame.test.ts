import type { Page } from 'playwright-core'
import type { App } from './app.ts'
import { expect, story } from './story.ts'

/** Where something stands, and in which colour. */
const PLACES = `[...document.querySelectorAll(SELECTOR)].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect()
  return { words: each.textContent.replace(/\\d+$/, ''), x, y, width, height, colour: getComputedStyle(each).color }
})`

const placesOf = (page: Page, selector: string) => page.evaluate(PLACES.replace('SELECTOR', JSON.stringify(selector)))

/** Opens a note whose app does not come, until it is let. */
async function openHeld(app: App): Promise<() => Promise<void>> {
  const code = await app.hold(/\/assets\/index-.*\.js$/)
  await app.page.goto('/note/Welcome.md', { waitUntil: 'commit' })
  await app.page.locator('#root > [inert]').first().waitFor({ state: 'attached' })
  return async () => {
    code.release()
    await app.text.waitFor()
  }
}

for (const theme of ['light', 'dark'] as const) {
  story(`the frame stands before the app runs, where the app will have it, in the ${theme} theme`, async ({ app }) => {
    await app.page.addInitScript(`localStorage.setItem('notly.theme', '"${theme}"')`)
    const letCome = await openHeld(app)
    const shown = '[aria-label="Views"] a'
    const early = await placesOf(app.page, `[data-width="wide"] ${shown}`)
    await letCome()
    const late = await placesOf(app.page, shown)
    expect(early).toHaveLength(13)
    expect(await app.page.evaluate('document.documentElement.dataset.theme')).toBe(theme)
    // The counts of some views come with the answers, at the end of their row.
    expect(late).toEqual(early)
  })
}

story('a left column that was folded is not there first either', async ({ app }) => {
  await app.page.addInitScript("localStorage.setItem('notly.left-column', 'false')")
  await openHeld(app)
  expect(await app.page.getByText('Unresolved').first().isVisible()).toBe(false)
})

story('on a phone the menu stands first, where it stays', async ({ app }) => {
  await app.page.setViewportSize({ width: 390, height: 844 })
  const letCome = await openHeld(app)
  const shown = 'header > button[aria-label="Open notes and views"]'
  const early = await placesOf(app.page, `[data-width="narrow"] ${shown}`)
  expect(early).toHaveLength(1)
  await letCome()
  expect(await placesOf(app.page, shown)).toEqual(early)
})
