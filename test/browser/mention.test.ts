import type { App } from './app.ts'
import { expect, soon, story } from './story.ts'

const PRESENTATION = 'tasks/Client presentation.md'

story('a mention picked by keyboard is a chip, a line on disk, and a backlink that nobody made', async ({ app }) => {
  await app.openNote(PRESENTATION)
  await app.page.evaluate('globalThis.since = "the first load"')
  await app.startLineAtEnd()
  await app.type('Bring copies of @Q3 mar')
  await app.picker.getByRole('option', { name: 'Q3 market research' }).waitFor()
  await app.press('Enter')
  await app.type(' for the board.')
  await expectMention(app)

  await app.chip('Q3 market research').last().click()
  await app.title('Q3 market research').waitFor()
  const backlink = app.backlink('Client presentation')
  await backlink.getByText('Bring copies of').waitFor()
  expect(await backlink.getByRole('img').first().getAttribute('aria-label')).toBe('task')
  expect(await backlink.locator('time').getAttribute('datetime')).toBe('2026-11-09')
  expect(await backlink.locator('mark').allInnerTexts()).toEqual(['Q3 market research', 'Q3 market research'])
  expect(await app.page.evaluate('globalThis.since')).toBe('the first load')

  await app.page.goBack()
  await app.title('Client presentation').waitFor()
  await soon(() => app.chip('Q3 market research').count()).toBe(2)
})

story('Enter before the notes are listed takes the first of them, and typing goes on meanwhile', async ({ app }) => {
  const path = 'ideas/Fast.md'
  app.vault.write(path, '# Fast\n')
  await app.openNote(path)
  const names = await app.hold(/api\/names/)
  await app.startLineAtEnd()
  for (const [start, rest] of [
    ['Ask @wen hal', ' about it, '],
    ['then [[ines qu', 'too.'],
  ] as const) {
    await app.type(start)
    await app.press('Enter')
    await app.type(rest)
  }
  names.release()
  await soon(() => app.vault.read(path)).toContain('\nAsk @[[Wen Halloran]] about it, then [[Ines Quarrie]]too.')
})

story('a link that is pressed before it is known what it means opens all the same', async ({ app }) => {
  const meanings = await app.hold(/api\/resolve/)
  await app.openNote('Welcome.md')
  await app.chip('Client presentation').first().click()
  meanings.release()
  await app.title('Client presentation').waitFor()
})

story('a mention picked with the mouse is the same', async ({ app }) => {
  await app.openNote(PRESENTATION)
  await app.startLineAtEnd()
  await app.type('Bring copies of @market')
  await app.picker.getByRole('option', { name: 'Q3 market research' }).click()
  await app.type(' for the board.')
  await expectMention(app)
})

story('a backlink comes to whoever has the note open elsewhere, while it is written', async ({ app }) => {
  const elsewhere = await app.openTab('research/Q3 market research.md')
  await app.openNote('ideas/Handover week.md')
  await app.startLineAtEnd()
  await app.type('Lay out @Q3 mar')
  await app.picker.getByRole('option', { name: 'Q3 market research' }).waitFor()
  const picked = performance.now()
  await app.press('Enter')
  await elsewhere.getByRole('region', { name: 'Backlinks' }).getByText('Lay out Q3 market research').waitFor()
  console.info(`from the pick to the backlink in another tab: ${Math.round(performance.now() - picked)} ms`)
})

story('two brackets open the same list, and a heading can be chosen after #', async ({ app }) => {
  await app.openNote(PRESENTATION)
  await app.startLineAtEnd()
  await app.type('Compare [[Q3 mar')
  await app.picker.getByRole('option', { name: 'Q3 market research' }).waitFor()
  await app.press('Enter')
  await app.type('#surp')
  await app.picker.getByRole('option', { name: 'What surprised us' }).waitFor()
  await app.press('Enter')
  await soon(() => app.vault.read(PRESENTATION)).toContain('Compare [[Q3 market research#What surprised us]]')
})

story('brackets typed by hand are the link that was typed, and nothing more', async ({ app }) => {
  await app.openNote(PRESENTATION)
  await app.startLineAtEnd()
  await app.type('Compare [[Q3 market research]] with [[Nothing yet]].')
  await soon(() => app.vault.read(PRESENTATION)).toMatch(
    /\nCompare \[\[Q3 market research]] with \[\[Nothing yet]]\.\n?$/,
  )
  await soon(() => app.chip('Nothing yet').getAttribute('data-chip')).toBe('unresolved')
  expect(app.vault.has('Nothing yet.md')).toBe(false)
})

story('after a pick, Tab says why', async ({ app }) => {
  await app.openNote(PRESENTATION)
  await app.startLineAtEnd()
  await app.type('@Q3 mar')
  await app.picker.getByRole('option', { name: 'Q3 market research' }).waitFor()
  await app.press('Enter', 'Tab', 'ArrowDown', 'Enter')
  await app.type('the board knows its numbers')
  const line = 'builds on:: @[[Q3 market research]] — the board knows its numbers'
  await soon(() => app.vault.read(PRESENTATION)).toContain(line)
})

async function expectMention(app: App): Promise<void> {
  await soon(() => app.chip('Q3 market research').count()).toBe(2)
  await soon(() => app.vault.read(PRESENTATION)).toContain('Bring copies of @[[Q3 market research]] for the board.')
}
