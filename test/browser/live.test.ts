import type { App } from './app.ts'
import { addressOf, PHONE } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

const BOARD = 'Board.md'
const query = (...lines: string[]): string => ['```notly', ...lines, '```'].join('\n')

/** A note with queries, open, with a line before and after each. */
async function openBoard(app: App, ...queries: string[]): Promise<void> {
  app.vault.write(BOARD, `# Board\n\nBefore.\n\n${queries.join('\n\nBetween.\n\n')}\n\nAfter.\n`)
  await app.openNote(BOARD)
}

const result = (app: App, search: string) => app.page.getByRole('region', { name: `Live query: ${search}` })

story('a query in a note shows what it finds, and follows the notes', async ({ app }) => {
  await openBoard(app, query('kind:decision', 'sort created desc', 'as table: status, created'))
  const decisions = result(app, 'kind:decision')
  await decisions.getByRole('row', { name: 'Publish our prices accepted' }).waitFor()
  expect(await decisions.getByRole('row').count()).toBe(7)
  app.vault.write('decisions/Tea.md', '---\nkind: decision\nstatus: proposed\ndate: 2026-11-22\n---\nGreen.\n')
  await decisions.getByRole('row', { name: 'Tea proposed' }).waitFor()
  expect(await decisions.getByRole('row').nth(1).innerText()).toContain('Tea')
  await decisions.getByRole('link', { name: 'Charge per seat' }).click()
  await app.title('Charge per seat').waitFor()
})

story('the groups of a table have their columns below each other, and say what they are', async ({ app }) => {
  await openBoard(app, query('kind:decision', 'group by status', 'as table: created, tags'))
  const decisions = result(app, 'kind:decision')
  await decisions.getByRole('row', { name: 'Publish our prices' }).waitFor()
  expect(await decisions.getByRole('table').count()).toBe(1)
  expect(await decisions.getByRole('columnheader').allInnerTexts()).toEqual(['Note', 'Created', 'Tags'])
  const groups = decisions.getByRole('rowgroup').filter({ has: app.page.getByRole('link') })
  const first = groups.first()
  await first.getByRole('rowheader', { name: /^Accepted ?4$/ }).waitFor()
  expect(await first.getByRole('row').count()).toBe(5)
  expect(await groups.count()).toBeGreaterThan(1)
})

story('the query is text where it is written, and a wrong one says what to write', async ({ app }) => {
  app.complaints.expect(/status of (?:400|404).*\/api\/live$/)
  await openBoard(app, query('kind:decision', 'limit 3'))
  const decisions = result(app, 'kind:decision')
  await decisions.getByText('6 notes').waitFor()
  await decisions.getByRole('button', { name: 'Edit the query' }).click()
  await soon(() => app.text.innerText()).toContain('limit 3')
  await app.type(' sttus:accepted')
  await app.press('Control+End')
  const wrong = result(app, 'kind:decision sttus:accepted')
  await wrong.getByText('did you mean status:accepted?').waitFor()
  await wrong.getByRole('button', { name: 'Change it so' }).click()
  await result(app, 'kind:decision status:accepted').getByText('4 notes').waitFor()
  await soon(() => app.vault.read(BOARD)).toContain(query('kind:decision status:accepted', 'limit 3'))
})

story('a task ticked in a result changes one character in its own note', async ({ app }) => {
  const card = 'tasks/Price card for the printer.md'
  const before = app.vault.read(card)
  await openBoard(app, query('in:tasks', 'as tasks', 'group by note'))
  await result(app, 'in:tasks').getByRole('checkbox', { name: 'Send the proof', exact: true }).check()
  const wanted = before.replace('- [ ] Send the proof', '- [x] Send the proof')
  await soon(() => app.vault.read(card)).toBe(wanted)
  expect(wanted).not.toBe(before)
  expect(app.vault.read(BOARD)).toContain(query('in:tasks', 'as tasks', 'group by note'))
})

story('a query in a list or a quotation shows what it finds too, and keeps its place in it', async ({ app }) => {
  app.complaints.expect(/status of (?:400|404).*\/api\/live$/)
  const inList = [
    '- First',
    '',
    '  ```notly',
    '  kind:decision',
    '  sttus:accepted',
    '  ```',
    '',
    '- ```notly',
    '  kind:idea',
    '  ```',
  ]
  const inQuote = ['> ```notly', '> kind:task', '> ```']
  app.vault.write(BOARD, ['# Board', '', ...inList, '', ...inQuote, '', 'After.', ''].join('\n'))
  await app.openNote(BOARD)
  const wrong = result(app, 'kind:decision')
  await wrong.getByRole('button', { name: 'Change it so' }).click()
  await result(app, 'kind:decision').getByText('4 notes').waitFor()
  await result(app, 'kind:idea').getByRole('link', { name: 'Pricing gap' }).waitFor()
  await result(app, 'kind:task').getByRole('link').first().waitFor()
  await soon(() => app.vault.read(BOARD)).toContain('\n  ```notly\n  kind:decision status:accepted\n  ```\n')
  await result(app, 'kind:task').getByRole('button', { name: 'Edit the query' }).click()
  await app.type(' in:tasks')
  await soon(() => app.vault.read(BOARD)).toContain('> ```notly\n> kind:task in:tasks\n> ```\n')
  await expectInOrder(app.page, [addressOf(BOARD)])
})

story('by keyboard the cursor goes into a query and out of it, and the focus into its result', async ({ app }) => {
  await openBoard(app, query('kind:decision', 'limit 3'))
  const decisions = result(app, 'kind:decision')
  await decisions.getByText('6 notes').waitFor()
  await app.putCursorAfter('Before.')
  await app.press('ArrowDown', 'ArrowDown')
  await decisions.waitFor({ state: 'detached' })
  await soon(() => app.text.innerText()).toContain('limit 3')
  await app.press('Control+End', 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await soon(() => app.text.innerText()).toContain('limit 3')
  await app.press('Control+Home')
  await decisions.getByText('6 notes').waitFor()
  await app.press('Escape', 'Tab')
  await soon(() => app.hasFocus(decisions.getByRole('button', { name: 'Edit the query' }))).toBe(true)
  await app.press('Tab', 'ArrowDown', 'Enter')
  await soon(() => app.address).toMatch(/^\/note\/decisions\//)
})

story('a wide table scrolls in its block, and the text keeps its width', async ({ app }) => {
  await app.page.setViewportSize({ ...PHONE, width: 360 })
  await openBoard(app, query('kind:decision', 'as table: status, created, tags, links'), query('as tasks'))
  await result(app, 'kind:decision').getByRole('row').nth(1).waitFor()
  await result(app, 'as tasks').getByRole('checkbox').first().waitFor()
  const [widths, table] = await app.page.evaluate<[number[], number]>(`[
    [...document.querySelectorAll('.cm-content, .cm-live > section')].map((part) => part.getBoundingClientRect().right),
    document.querySelector('.cm-live table').getBoundingClientRect().right,
  ]`)
  expect(Math.max(...widths)).toBeLessThanOrEqual(360)
  expect(table, 'there is something to scroll to').toBeGreaterThan(360)
})

story('live queries are in order for WCAG 2.2 AA', async ({ app }) => {
  app.complaints.expect(/status of (?:400|404).*\/api\/live$/)
  app.vault.write(
    BOARD,
    [
      query('kind:decision', 'group by status', 'as table: status, tags'),
      query('as tasks', 'group by note'),
      query('kind:decison'),
    ].join('\n\n'),
  )
  await expectInOrder(app.page, [addressOf(BOARD)])
})
