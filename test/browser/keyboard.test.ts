import type { Locator } from 'playwright-core'
import type { App } from './app.ts'
import { expect, soon, story } from './story.ts'

story('from the first page to the source of a backlink and back, without the mouse', async ({ app }) => {
  await app.page.goto('/')
  await app.title('Welcome').waitFor()
  await app.press('Tab')
  await soon(() => app.hasFocus(app.page.getByRole('button', { name: 'Skip to the text' }))).toBe(true)
  await app.press('Enter')
  await tabTo(app, app.text)
  // Tab indents in a text; after Escape it leads on.
  await app.press('Escape')
  await tabTo(app, app.backlinks.getByRole('link').first())
  await app.press('Enter')
  await soon(() => app.address).toMatch(/^\/note\/daily\/2026-11-20\.md/)
  await soon(() => app.hasFocus(app.text)).toBe(true)

  // What Alt and the left arrow do belongs to the browser's window, which there is none of here.
  await app.page.goBack()
  await app.title('Welcome').waitFor()
})

story('a link in the text opens with Ctrl+Enter, and a list is walked with the arrows', async ({ app }) => {
  await app.openNote('Welcome.md')
  await app.putCursorAfter('Open ')
  await app.press('Control+Enter')
  await app.title('Client presentation').waitFor()

  await app.page.goto('/hubs')
  const rows = app.page.getByRole('list', { name: 'Hubs' }).getByRole('link')
  await rows.first().waitFor()
  await tabTo(app, rows.first())
  await app.press('ArrowDown')
  expect(await app.hasFocus(rows.nth(1))).toBe(true)
  await app.press('Enter')
  await app.title('Q3 market research').waitFor()
})

story('what is typed right after Ctrl+K is all in the quick switcher', async ({ app }) => {
  const code = await app.hold(/assets\/switcher-.*\.js/)
  await app.openNote('Welcome.md')
  const before = app.vault.notes()
  await app.text.focus()
  await app.press('Control+k')
  await app.type('> go to islands')
  code.release()
  await soon(() => app.switcher.getByRole('combobox').inputValue()).toBe('> go to islands')
  await app.press('Enter')
  await app.title('Islands').waitFor()
  expect(app.vault.notes()).toEqual(before)
  expect(app.vault.read('Welcome.md')).not.toContain('islands')
})

story('what is typed right after Ctrl+F is looked for, and not written', async ({ app }) => {
  const code = await app.hold(/assets\/find-panel-.*\.js/)
  await app.openNote('Welcome.md')
  const before = app.vault.read('Welcome.md')
  await app.text.focus()
  await app.press('Control+f')
  await app.type('harbour')
  code.release()
  await soon(() => app.findField.inputValue()).toBe('harbour')
  await app.press('Enter', 'Escape')
  await soon(() => app.hasFocus(app.text)).toBe(true)
  await app.page.goto('/recent')
  await app.title('Recent').waitFor()
  expect(app.vault.read('Welcome.md')).toBe(before)
})

story('the focus is never lost: after a command, a note, a field that was left', async ({ app }) => {
  const focused = app.page.locator(':focus')
  await app.openNote('Welcome.md')
  await app.openSwitcher()
  await app.type('> go to islands')
  await app.press('Enter')
  await app.title('Islands').waitFor()
  await soon(() => focused.count()).toBe(1)
  await app.openSwitcher()
  await app.type('Q3 market research')
  await app.press('Enter')
  await app.title('Q3 market research').waitFor()
  await soon(() => focused.count()).toBe(1)

  const tag = app.page.getByRole('button', { name: 'Add a tag' })
  await tag.press('Enter')
  await soon(() => app.hasFocus(app.page.getByRole('combobox', { name: 'New tag' }))).toBe(true)
  await app.press('Escape')
  await soon(() => app.hasFocus(tag)).toBe(true)
  const date = app.page.getByRole('button', { name: /^Date/ })
  await date.press('Enter')
  await app.page.getByLabel('Date', { exact: true }).waitFor()
  await app.press('Escape')
  await soon(() => app.hasFocus(date)).toBe(true)
})

story('where one was in a long note is kept across Back and a reload', async ({ app }) => {
  const path = 'ideas/Long.md'
  const lines = Array.from({ length: 300 }, (_, line) => `Line ${line + 1}.`)
  app.vault.write(path, `[[Welcome]]\n\n${lines.join('\n\n')}\n\nThe end, and [[Welcome]] again.\n`)
  await app.openNote(path)
  await app.text.focus()
  await app.press('Control+End')
  await app.chip('Welcome').last().click()
  await app.title('Welcome').waitFor()
  await app.page.goBack()
  await app.text.getByText('The end, and').waitFor()
  await soon(() => app.isOnScreen(app.text.getByText('The end, and'))).toBe(true)
  await app.page.reload()
  await soon(() => app.isOnScreen(app.text.getByText('The end, and'))).toBe(true)
})

const MANY_KEYS = 80

/** Presses Tab as often as it takes, as one does who does not use the mouse. */
async function tabTo(app: App, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < MANY_KEYS; pressed++) {
    if (await app.hasFocus(wanted)) return
    await app.press('Tab')
  }
  throw new Error(`${MANY_KEYS} times Tab do not lead to ${wanted}`)
}
