import { test as base, expect } from 'vitest'
import { App } from './app.ts'
import { launchChromium } from './chromium.ts'

/**
 * A test that gets the app open in a browser. Each has vault, server and browser profile to itself; all of them are ended with it,
 * whatever happened. A page that complained makes its story fail.
 */
export const story = base
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads from the pattern what a fixture needs
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('app', async ({ browser }, { onCleanup }) => {
    const app = await App.start(browser)
    onCleanup(() => endQuietly(app))
    return app
  })
  /** For stories that write nothing: one app for all of them in a file. */
  .extend('readOnlyApp', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    const app = await App.start(browser)
    onCleanup(() => endQuietly(app))
    return app
  })

async function endQuietly(app: App): Promise<void> {
  await app.end()
  expect(app.complaints.unexpected, 'what the page complained about').toEqual([])
}

/** Asks again until it is so; the screen and the disk follow in their own time. */
export function soon<T>(ask: () => T | Promise<T>) {
  return expect.poll(ask, { timeout: 10_000, interval: 20 })
}

export { expect }
