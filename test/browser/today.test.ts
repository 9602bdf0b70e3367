import type { App } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

/** The week in which the demo ends. */
const DAY = '2026-11-21T10:00'

const section = (app: App, name: string) => app.page.getByRole('main').getByRole('region', { name, exact: true })
const thought = (app: App) => app.page.getByRole('textbox', { name: 'A thought' })
/** What is typed in it, without the hint that stands there where nothing is. */
const typed = async (app: App) => (await thought(app).innerText()).replace('What is on your mind?', '').trim()

async function openToday(app: App): Promise<void> {
  await app.page.clock.setFixedTime(DAY)
  await app.page.goto('/today')
  await app.title('Today').waitFor()
  await section(app, 'Where you left off').waitFor()
  // The editor of a thought takes the place of a plain field.
  await app.page.locator('form [contenteditable="true"]').waitFor()
}

story("a captured thought stands in today's note, and the next one below it", async ({ app }) => {
  const before = app.vault.notes()
  await openToday(app)
  await thought(app).fill('Ask Wen about the lamp')
  await app.press('Enter')
  const added = () => app.vault.notes().filter((path) => !before.includes(path))
  await soon(added).toHaveLength(1)
  const [daily = ''] = added()
  expect(daily).toMatch(/^daily\/\d{4}-\d{2}-\d{2}\.md$/)
  await soon(() => app.vault.read(daily)).toMatch(/^# [\d-]+\n\n- Ask Wen about the lamp\n$/)
  await soon(() => typed(app)).toBe('')
  await soon(() => app.hasFocus(thought(app))).toBe(true)
  await app.type('[ ] Buy oil')
  await app.page.getByRole('button', { name: 'Add to today' }).click()
  await soon(() => app.vault.read(daily)).toMatch(/\n\n- Ask Wen about the lamp\n- \[ \] Buy oil\n$/)

  await app.page.getByRole('button', { name: "Today's note" }).click()
  await app.text.getByText('Ask Wen about the lamp').waitFor()
  expect(app.address).toBe(`/note/${daily}`)
})

story('a thought is linked as it is typed: by the picker, and by what its words bring to mind', async ({ app }) => {
  const before = app.vault.notes()
  await openToday(app)
  await thought(app).click()
  await app.type('Ask @wen hal')
  await app.picker.getByRole('option', { name: 'Wen Halloran' }).first().waitFor()
  await app.press('Enter')
  await app.type(' about the pricing gap')
  const suggested = app.page.getByRole('form', { name: 'Quick capture' }).getByRole('list')
  const link = suggested.getByRole('button', { name: 'Link “pricing gap”' })
  await link.click()
  await link.waitFor({ state: 'detached' })
  await thought(app).press('Control+End')
  await app.press('Enter')
  const added = () => app.vault.notes().filter((path) => !before.includes(path))
  await soon(added).toHaveLength(1)
  await soon(() => app.vault.read(added()[0] ?? '')).toMatch(
    /\n- Ask @\[\[Wen Halloran\]\] about the \[\[pricing gap\]\]\n$/,
  )
  await soon(() => typed(app)).toBe('')
})

story('a thought survives a reload, and becomes a note of its own', async ({ app }) => {
  await openToday(app)
  await thought(app).fill('Lamps/oil: which one')
  await app.page.reload()
  await section(app, 'Where you left off').waitFor()
  await soon(() => typed(app)).toBe('Lamps/oil: which one')
  await app.page.getByRole('button', { name: 'New note', exact: true }).last().click()
  await app.text.waitFor()
  expect(app.vault.read('Lamps oil - which one.md')).toContain('# Lamps/oil: which one\n')
  await app.page.goto('/today')
  await section(app, 'Where you left off').waitFor()
  await soon(() => typed(app)).toBe('')
})

story('what is due, what was written a month ago and a forgotten note stand there', async ({ readOnlyApp: app }) => {
  await openToday(app)
  await section(app, 'Tasks due').getByText('Thank-you card to the chandler').waitFor()
  await section(app, 'One month ago').getByRole('link', { name: 'The second invoice' }).waitFor()
  const forgotten = section(app, 'Worth seeing again').getByRole('link')
  const said = await forgotten.innerText()
  expect(said).toMatch(/from 2026-\d\d-\d\d; (nothing has linked to it since|linked to from \d+ later notes?)/)
  await app.page.reload()
  await soon(() => forgotten.innerText()).toBe(said)
})

story('a note that was read is opened again at the place where it was left', async ({ app }) => {
  const path = 'research/Q3 market research.md'
  await app.openNote(path)
  await app.putCursorAfter('Ask the four who bought what they bought')
  await app.page.getByRole('navigation').getByRole('link', { name: 'Today', exact: true }).click()
  const first = section(app, 'Where you left off').getByRole('link').first()
  await soon(() => first.innerText()).toContain('Q3 market research')
  await app.page.reload()
  await soon(() => first.innerText()).toContain('Q3 market research')
  await first.click()
  await app.title('Q3 market research').waitFor()
  const at = Number(new URL(app.page.url()).searchParams.get('at'))
  expect(app.vault.read(path).slice(0, at)).toMatch(/Ask the four who bought what they bought$/)
  await soon(() => app.isOnScreen(app.text.getByText('Ask the four who bought'))).toBe(true)
})

story('where nothing is written yet, the day says what will stand there', async ({ app }) => {
  for (const path of app.vault.notes()) app.vault.delete(path)
  await app.page.goto('/today')
  await app.page.getByText('Write a first thought above.').waitFor()
  await thought(app).fill('Begin')
  await app.press('Enter')
  await section(app, 'Where you left off').getByRole('link').first().waitFor()
  expect(app.vault.notes()).toHaveLength(1)
})

story('the day is in order for WCAG 2.2 AA', async ({ readOnlyApp: app }) => {
  await openToday(app)
  await expectInOrder(app.page, ['/today'])
})

story('a note that one looks at counts as opened, and is kept with the vault as that', async ({ app }) => {
  await app.openNote('tasks/Client presentation.md')
  const opened = () => (app.vault.has('.notly/opened.json') ? app.vault.read('.notly/opened.json') : '')
  await soon(opened).toContain('"tasks/Client presentation.md"')
})
