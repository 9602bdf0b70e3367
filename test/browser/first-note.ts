import type { Page } from 'playwright-core'

/** How a note came that was the first in its page. */
export interface FirstNote {
  /** Milliseconds since its address was opened. */
  readonly firstPaint: number
  readonly note: number
  /** What was sent before the note was shown; what came after makes nobody wait for it. */
  readonly sent: readonly { readonly name: string; readonly bytes: number }[]
}

/** Opens the address of a note in a page in which nothing is open yet. */
export async function openFirstNote(page: Page, address: string): Promise<FirstNote> {
  await page.goto(address)
  // Told by the page itself, in the frame in which the text is there.
  return page.evaluate<FirstNote>(FIRST_NOTE)
}

const FIRST_NOTE = `new Promise((resolve) => {
  const tell = (note) => resolve({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    note,
    sent: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ responseEnd }) => responseEnd <= note)
      .map(({ name, transferSize }) => ({ name, bytes: transferSize })),
  })
  const look = () => document.querySelector('.cm-line') ? tell(performance.now()) : requestAnimationFrame(look)
  look()
})`
