import type { App } from './app.ts'
import { problemsOf } from './axe.ts'
import { expect, soon, story } from './story.ts'

const HUB = 'decisions/Charge per team, not per seat.md'
const RENAMED = 'decisions/Charge by the team.md'
const OLD = 'Charge per team, not per seat'
const NEW = 'Charge by the team'

story('a hub is renamed from its title, seen first, followed by every open note, and taken back', async ({ app }) => {
  const { page } = app
  const before = textsOf(app)
  const holders = [...before].filter(([path, text]) => path !== HUB && text.includes(OLD)).map(([path]) => path)
  const elsewhere = await app.openTab(HUB)
  await app.openNote(HUB)
  await page.getByRole('textbox', { name: 'Title' }).fill(NEW)
  await app.press('Enter')

  const preview = page.getByRole('dialog', { name: `Rename “${OLD}”` })
  await preview.getByText(/^\d+ links in \d+ notes will change\.$/).waitFor()
  const change = preview.getByRole('listitem').filter({ hasText: 'the best caller of the lot' })
  expect(await change.locator('mark').allInnerTexts()).toEqual(['per team, not per seat', 'by the team'])
  expect(textsOf(app), 'nothing is done before it is wanted').toEqual(before)
  await preview.getByRole('button', { name: 'Rename' }).click()

  await app.title(NEW).waitFor()
  expect(app.address).toBe(`/note/${RENAMED}`)
  await soon(() => new URL(elsewhere.url()).pathname).toBe(`/note/${RENAMED.replaceAll(' ', '%20')}`)
  await elsewhere.getByRole('heading', { level: 1, name: NEW }).waitFor()
  const after = textsOf(app)
  expect(after.has(HUB)).toBe(false)
  expect(after.get(RENAMED)).toBe(before.get(HUB))
  expect(holders.length).toBeGreaterThan(10)
  for (const path of holders) expect(after.get(path), path).not.toBe(before.get(path))

  await page.getByRole('status', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).click()
  await app.title(OLD).waitFor()
  await soon(() => app.address).toBe(`/note/${HUB}`)
  await soon(() => textsOf(app)).toEqual(before)
  await soon(() => decodeURIComponent(new URL(elsewhere.url()).pathname)).toBe(`/note/${HUB}`)
})

story('what was typed a moment ago is not lost by a rename', async ({ app }) => {
  await app.openNote(HUB)
  await app.startLineAtEnd()
  await app.type('Said at the very last moment.')
  await rename(app, NEW)
  await app.title(NEW).waitFor()
  expect(app.vault.read(RENAMED)).toContain('Said at the very last moment.')
  await app.text.getByText('Said at the very last moment.').waitFor()
})

story('a note that nobody links to is renamed at once, and Alt+Z takes it back', async ({ app }) => {
  const path = 'elsewhere/Office soup.md'
  await app.openNote(path)
  await app.page.getByRole('textbox', { name: 'Title' }).fill('Soup for the office')
  await app.press('Enter')
  await app.title('Soup for the office').waitFor()
  await soon(() => app.vault.has('elsewhere/Soup for the office.md')).toBe(true)
  await app.page.getByText('Renamed Office soup to Soup for the office.').waitFor()
  await app.press('Alt+z')
  await app.title('Office soup').waitFor()
  await soon(() => app.vault.has(path)).toBe(true)
})

story(
  'a title that is the first heading is changed there, and the rename is offered when the cursor leaves',
  async ({ app }) => {
    app.vault.write('Harbour fees.md', '# Harbour fees\n\nPaid by the metre.\n')
    app.vault.write('Mooring.md', 'See @[[Harbour fees]].\n')
    await app.openNote('Harbour fees.md')
    await app.text.focus()
    await app.press('Control+Home', 'End')
    await app.type(' and dues')
    await app.press('ArrowDown')
    await app.page.getByText('The file and its links still say “Harbour fees”.').waitFor()
    await app.press('Alt+z')
    await app.page.getByText('1 link in 1 note will change.').waitFor()
    await app.press('Enter')
    await soon(() => app.vault.has('Harbour fees and dues.md')).toBe(true)
    expect(app.vault.read('Harbour fees and dues.md')).toBe('# Harbour fees and dues\n\nPaid by the metre.\n')
    expect(app.vault.read('Mooring.md')).toBe('See @[[Harbour fees and dues]].\n')
  },
)

story('a name that cannot be is refused with one that can, a click away', async ({ app }) => {
  app.complaints.expect(/status of (?:400|403).*\/api\/plan$/)
  await app.openNote(HUB)
  await app.press('F2')
  const field = app.page.getByRole('textbox', { name: 'New title' })
  await field.fill('What: now')
  await app.page.getByRole('button', { name: /^Use “/ }).click()
  await app.page.getByText(/links in \d+ notes will change/).waitFor()
  expect(await field.inputValue()).toBe('What - now')
  await app.press('Escape')
  expect(app.vault.has(HUB)).toBe(true)
})

story('a deleted note is in the trash, and comes back as it was', async ({ app }) => {
  const before = app.vault.read(HUB)
  await app.openNote(HUB)
  await app.page.getByRole('button', { name: 'More to do with this note' }).click()
  await app.page.getByRole('menuitem', { name: 'Delete this note…' }).click()
  await app.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await app.page.getByText(`${OLD} is in the trash.`).waitFor()
  expect(app.vault.has(HUB)).toBe(false)
  await app.page.getByRole('button', { name: 'Trash' }).click()
  await app.page.getByRole('button', { name: `Restore ${OLD}` }).click()
  await app.title(OLD).waitFor()
  expect(app.vault.read(HUB)).toBe(before)
})

story('an earlier text stands beside the present one and comes back', async ({ app }) => {
  const path = 'elsewhere/Office soup.md'
  const before = app.vault.read(path)
  await app.openNote(path)
  await app.startLineAtEnd()
  await app.type('More salt.')
  await soon(() => app.vault.read(path)).toContain('More salt.')
  await app.page.getByRole('button', { name: 'More to do with this note' }).click()
  await app.page.getByRole('menuitem', { name: 'Earlier texts of this note' }).click()
  await app.page.getByRole('textbox', { name: 'Present text' }).getByText('More salt.').waitFor()
  await app.page.getByRole('list', { name: 'Earlier texts' }).getByRole('button').last().click()
  await app.page.getByRole('button', { name: 'Restore this text' }).click()
  await soon(() => app.vault.read(path)).toBe(before)
})

story('a heading, a tag and a selection are renamed or moved out, each with what points to it', async ({ app }) => {
  const { page, vault } = app
  vault.write('Harbour fees.md', '# Harbour fees\n\n## By the metre\n\nPaid #yearly in March.\n\nBoats pay.\n')
  vault.write('Mooring.md', 'See [[Harbour fees#By the metre]]. #yearly/spring\n')
  await app.openNote('Harbour fees.md')
  await app.putCursorAfter('By the')
  await command(app, 'rename this heading')
  await page.getByRole('textbox', { name: 'New words' }).fill('By length')
  await page.getByText('1 link in 1 note will change.').waitFor()
  await app.press('Enter')
  await soon(() => vault.read('Mooring.md')).toContain('[[Harbour fees#By length]]')
  expect(vault.read('Harbour fees.md')).toContain('## By length\n')

  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await app.text.getByText('By length').waitFor()
  // The text is taken in anew after an operation; the keys before that go to the old one.
  await soon(async () => {
    await app.text.focus()
    await app.press('Control+End', 'ArrowUp', 'Home', 'Shift+End')
    return page.evaluate('String(getSelection())')
  }).toBe('Boats pay.')
  await app.press('Control+Shift+N')
  await page.getByRole('dialog').getByText('A link takes its place.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Title', exact: true }).last().inputValue()).toBe('Boats pay')
  await app.press('Enter')
  await soon(() => vault.has('Boats pay.md') && vault.read('Boats pay.md')).toBe('# Boats pay\n\nBoats pay.\n')
  expect(vault.read('Harbour fees.md')).toContain('\n@[[Boats pay]]\n')

  await page.goto('/tags/yearly')
  await page.getByRole('button', { name: 'Rename or merge…' }).click()
  await page.getByRole('combobox', { name: 'New tag' }).fill('each-year')
  await page.getByText('2 places in 2 notes will change.').waitFor()
  await app.press('Enter')
  await soon(() => vault.read('Mooring.md')).toContain('#each-year/spring')
})

story('the page of a tag, or of one below it, goes along when the tag is renamed, and back', async ({ app }) => {
  const { page, vault } = app
  app.complaints.expect(/status of 400.*\/api\/plan$/)
  vault.write('Mooring.md', 'Paid #Yearly/spring.\n')
  await page.goto('/tags/Yearly/spring')
  await page.getByRole('main').getByRole('link', { name: 'Mooring' }).waitFor()
  await page.getByRole('button', { name: 'Rename or merge…' }).click()
  await page.getByRole('combobox', { name: 'New tag' }).fill('each-year/march time')
  await page.getByText('did you mean #each-year/march-time?').waitFor()
  await page.getByRole('button', { name: 'Use “each-year/march-time”' }).click()
  await page.getByRole('combobox', { name: 'New tag' }).fill('each-year/march')
  await page.getByText('1 place in 1 note will change.').waitFor()
  await app.press('Enter')
  await app.title('#each-year/march').waitFor()
  expect(app.address).toBe('/tags/each-year/march')
  await page.getByRole('main').getByRole('link', { name: 'Mooring' }).waitFor()

  await page.getByRole('status', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).click()
  await app.title('#Yearly/spring').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Mooring' }).waitFor()
})

story('a note is moved to a new folder, and merged into another', async ({ app }) => {
  const { page, vault } = app
  vault.write('Harbour fees.md', '# Harbour fees\n\nBoats pay.\n')
  vault.write('Mooring.md', '# Mooring\n\nSee [[Harbour fees]] and [it](Harbour%20fees.md).\n')
  await app.openNote('Harbour fees.md')
  await command(app, 'move this note')
  await page.getByRole('combobox', { name: 'Folder' }).fill('harbour')
  await page.getByText('The folder harbour will be made.').waitFor()
  await page.getByText('1 link in 1 note will change.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await soon(() => app.address).toBe('/note/harbour/Harbour fees.md')
  expect(vault.read('Mooring.md')).toContain('See [[Harbour fees]] and [it](harbour/Harbour%20fees.md).')

  await command(app, 'merge this note')
  await page.getByRole('combobox', { name: 'Into which note' }).fill('Moor')
  await page.getByRole('option', { name: /Mooring/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
  await app.title('Mooring').waitFor()
  expect(vault.has('harbour/Harbour fees.md')).toBe(false)
  expect(vault.read('Mooring.md')).toContain('Boats pay.')
})

story('a rename in another program is offered, not done, and open notes stay open', async ({ app }) => {
  const holder = 'tasks/Client presentation.md'
  const before = app.vault.read(holder)
  // The page asks for its note, and what goes with it, once more before it hears where that went.
  app.complaints.expect(/status of 404.*\/api\/(?:note|related|chain|outcome|line)\?/)
  await app.openNote(HUB)
  app.vault.move(HUB, RENAMED)
  const offer = app.page.getByRole('status', { name: 'Renamed elsewhere' })
  await offer.getByText('Charge per team, not per seat.md became Charge by the team.md elsewhere.').waitFor()
  await app.title(NEW).waitFor()
  expect(app.vault.read(holder)).toBe(before)
  // Who comes later hears of it as well, and sees first what would change.
  await app.page.reload()
  await offer.getByRole('button', { name: /^Update \d+ links…$/ }).click()
  const preview = app.page.getByRole('dialog', { name: 'Renamed elsewhere' })
  await preview.getByText(/^\d+ links in \d+ notes will change\.$/).waitFor()
  await preview.getByRole('listitem').locator('mark').first().waitFor()
  expect(app.vault.read(holder)).toBe(before)
  await preview.getByRole('button', { name: 'Update links' }).click()
  await app.page.getByText(/^Updated \d+ links in \d+ notes\.$/).waitFor()
  expect(app.vault.read(holder)).not.toBe(before)
  await offer.getByRole('button').first().waitFor({ state: 'hidden' })
})

story('an offer that was dismissed is not made again', async ({ app }) => {
  // Before it is read nobody knows that it had another name.
  await app.openNote('tasks/Client presentation.md')
  await app.page.getByRole('link', { name: 'Folders 54' }).waitFor()
  app.vault.move(HUB, RENAMED)
  const offer = app.page.getByRole('status', { name: 'Renamed elsewhere' })
  await offer.getByRole('button', { name: 'Leave the links as they are' }).click()
  await offer.getByRole('button').first().waitFor({ state: 'hidden' })
  const asked = app.page.waitForResponse('**/api/renames')
  await app.page.reload()
  expect(await (await asked).json()).toEqual([])
  await app.text.waitFor()
  expect(await offer.getByRole('button').count()).toBe(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  story(
    `the preview, earlier texts, trash and activity are in order for WCAG 2.2 AA, ${colorScheme}`,
    async ({ app }) => {
      const { page } = app
      app.complaints.expect(/status of (?:400|403).*\/api\/plan$/)
      await page.emulateMedia({ colorScheme })
      await app.openNote(HUB)
      await app.press('F2')
      await page.getByRole('textbox', { name: 'New title' }).fill(NEW)
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
      expect(await problemsOf(page), 'preview').toEqual([])
      await page.getByRole('textbox', { name: 'New title' }).fill('What: now')
      await page.getByRole('button', { name: /^Use “/ }).waitFor()
      expect(await problemsOf(page), 'refusal').toEqual([])
      await page.getByRole('textbox', { name: 'New title' }).fill(NEW)
      await page.getByText(/links in \d+ notes will change/).waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
      await page.getByRole('status', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).waitFor()
      expect(await problemsOf(page), 'offer to undo').toEqual([])
      await page.goto(`/history/${encodeURIComponent('tasks')}/${encodeURIComponent('Client presentation.md')}`)
      await page.getByRole('textbox', { name: 'Present text' }).waitFor()
      expect(await problemsOf(page), 'earlier texts').toEqual([])
      const soup = 'elsewhere/Office soup.md'
      const { revision } = await (await page.request.get('/api/note', { params: { path: soup } })).json()
      await page.request.delete('/api/note', { data: { path: soup, base: revision } })
      await page.goto('/trash')
      await page.getByRole('button', { name: /^Office soup/ }).click()
      expect(await problemsOf(page), 'trash').toEqual([])
      await page.goto('/activity')
      await page.getByRole('button', { name: /^Undo: Rename/ }).waitFor()
      expect(await problemsOf(page), 'activity').toEqual([])
    },
  )
}

/** Chosen in the quick switcher. */
async function command({ page }: App, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Go to a note' }).fill(`> ${words}`)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

async function rename(app: App, title: string): Promise<void> {
  await app.press('F2')
  await app.page.getByRole('textbox', { name: 'New title' }).fill(title)
  await app.page.getByText(/links in \d+ notes will change/).waitFor()
  await app.page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
}

function textsOf({ vault }: App): Map<string, string> {
  return new Map(vault.notes().map((path) => [path, vault.bytes(path).toString('latin1')]))
}
