import type { Page } from 'playwright-core'
import { PHONE, WIDE } from './app.ts'
import { problemsOf } from './axe.ts'
import { expect } from './story.ts'

const LOOKS = [
  [WIDE, 'light'],
  [WIDE, 'dark'],
  [PHONE, 'light'],
] as const

/** Each page, loaded in each look, is in order for WCAG 2.2 AA. Pages whose main part has a link. */
export async function expectInOrder(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses)
    for (const [viewport, colorScheme] of LOOKS) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await page.goto(address)
      await page.getByRole('main').locator('a').first().waitFor()
      expect(await problemsOf(page), `${address} ${colorScheme}`).toEqual([])
    }
}
