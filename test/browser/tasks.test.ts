import type { App } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

const DAY = '2026-11-23T10:00'
const CARD = 'tasks/Price card for the printer.md'

const group = (app: App, name: string) => app.page.getByRole('region', { name, exact: true })
const box = (app: App, name: string) => app.page.getByRole('main').getByRole('checkbox', { name, exact: true })

async function openTasks(app: App): Promise<void> {
  await app.page.goto('/tasks')
  await app.title('Tasks').waitFor()
}

function textsOf({ vault }: App): Map<string, string> {
  return new Map(vault.notes().map((path) => [path, vault.read(path)]))
}

story('a task checked in the Tasks view changes one character in one file', async ({ app }) => {
  const before = textsOf(app)
  await openTasks(app)
  await box(app, 'Send the proof').check()
  const wanted = (before.get(CARD) ?? '').replace('- [ ] Send the proof', '- [x] Send the proof')
  await soon(() => app.vault.read(CARD)).toBe(wanted)
  expect(wanted.split('').filter((unit, at) => unit !== before.get(CARD)?.[at])).toEqual(['x'])
  expect(textsOf(app)).toEqual(new Map([...before, [CARD, wanted]]))

  await app.page.reload()
  await app.page.getByRole('button', { name: 'Done' }).click()
  await soon(() => group(app, 'Done').getByRole('checkbox', { name: 'Send the proof' }).isChecked()).toBe(true)
  await group(app, 'Done').getByRole('checkbox', { name: 'Send the proof' }).uncheck()
  await soon(() => app.vault.read(CARD)).toBe(before.get(CARD))
})

story('tasks stand by due date; by keyboard they are ticked and opened at their line', async ({ app }) => {
  await app.page.clock.setFixedTime(DAY)
  await openTasks(app)
  await group(app, 'Overdue').getByText('Thank-you card to the chandler').waitFor()
  await group(app, 'Today').getByText('Slides down to nine').waitFor()
  await group(app, 'No date').getByText('Look at the room next door').waitFor()
  await box(app, 'Slides down to nine').focus()
  await app.press('Space')
  const path = 'tasks/Client presentation.md'
  await soon(() => app.vault.read(path)).toContain('- [x] Slides down to nine 📅 2026-11-23 ✅ 2026-11-23\n')
  expect(await group(app, 'Today').getByRole('checkbox').count()).toBe(1)
  await app.press('Space')
  await soon(() => app.vault.read(path)).toContain('- [ ] Slides down to nine 📅 2026-11-23\n')

  await app.press('ArrowDown', 'Enter')
  await app.title('Autumn website').waitFor()
  expect(app.address).toMatch(/^\/note\/projects\/Autumn website\.md\?at=\d+$/)
})

story('tasks stand by project, tag and note as well, each at its address', async ({ readOnlyApp: app }) => {
  await openTasks(app)
  await app.page.getByRole('main').getByText('Project', { exact: true }).click()
  await group(app, 'New pricing').getByText('Numbers for the top band').waitFor()
  expect(app.address).toBe('/tasks?by=project')
  await app.page.getByRole('main').getByText('Tag', { exact: true }).click()
  await group(app, 'pricing').getByText('2 more').click()
  await soon(() => group(app, 'pricing').getByRole('checkbox').count()).toBe(8)
  await app.page.getByRole('main').getByText('Note', { exact: true }).click()
  await group(app, 'Client presentation').getByText('Write to the chair the day after').waitFor()
  await app.page.reload()
  await group(app, 'Client presentation').getByText('Write to the chair the day after').waitFor()
  await group(app, 'Client presentation').getByRole('link', { name: 'Line 22' }).click()
  await app.title('Client presentation').waitFor()
})

story('tasks are in order for WCAG 2.2 AA', async ({ readOnlyApp: { page } }) => {
  await expectInOrder(page, ['/tasks', '/tasks?by=project'])
})

story('a due date is typed in words, and written as the note writes its dates', async ({ app }) => {
  await app.page.clock.setFixedTime(DAY)
  await app.openNote('research/Q3 market research.md')
  await app.putCursorAfter('Ask the four who bought what they bought')
  await app.type(' @due next friday')
  await app.picker.getByRole('option', { name: 'Friday, 4 December 2026' }).waitFor()
  await app.press('Enter')
  await soon(() => app.vault.read('research/Q3 market research.md')).toContain(
    'what they bought [due:: 2026-12-04] [due:: 2026-12-03]',
  )
  await app.type(' @due tom')
  await app.picker.getByRole('option', { name: /24 November 2026/ }).waitFor()
  await app.press('Escape')
  await app.type(' @due fri 3pm')
  await app.picker.getByRole('option', { name: /27 November 2026.*then “3pm”/ }).waitFor()
  await app.press('Enter')
  await soon(() => app.vault.read('research/Q3 market research.md')).toContain(
    '[due:: 2026-12-04] @due tom [due:: 2026-11-27] 3pm',
  )
})
