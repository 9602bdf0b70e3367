import { expect, soon, story } from './story.ts'

const FOLDER = 'research'
const NOTE = 'research/Q3 market research.md'

story('a folder is renamed from its view, moved from the tree, and taken back', async ({ app }) => {
  const { page, vault } = app
  vault.write('Reading.md', 'See [[research/Q3 market research]] first.\n')
  await page.goto(`/folders/${FOLDER}`)
  await page
    .getByRole('main')
    .getByRole('button', { name: `More to do with the folder ${FOLDER}` })
    .click()
  await page.getByRole('menuitem', { name: 'Rename this folder…' }).click()
  const dialog = page.getByRole('dialog', { name: `Rename folder “${FOLDER}”` })
  await dialog.getByRole('textbox', { name: 'New name' }).fill('studies')
  await dialog.getByText(/^\d+ files will move\. \d+ links? in \d+ notes? will change\.$/).waitFor()
  await dialog.getByRole('listitem').filter({ hasText: '[[studies/Q3 market research]]' }).waitFor()
  expect(vault.has(NOTE), 'nothing is done before it is wanted').toBe(true)
  await app.press('Enter')
  await app.title('studies').waitFor()
  expect(app.address).toBe('/folders/studies')
  expect(vault.has('studies/Q3 market research.md')).toBe(true)
  expect(vault.read('Reading.md')).toBe('See [[studies/Q3 market research]] first.\n')

  const tree = page.getByRole('navigation', { name: 'Notes and views' })
  await tree.getByRole('button', { name: 'More to do with the folder studies' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Move this folder…' }).click()
  await page.getByRole('combobox', { name: 'Folder' }).fill('archive')
  await page.getByText('The folder archive will be made.').waitFor()
  await page.getByText(/files will move/).waitFor()
  await app.press('Enter')
  await soon(() => app.address).toBe('/folders/archive/studies')
  expect(vault.has('archive/studies/Q3 market research.md')).toBe(true)

  await page.getByRole('status', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).click()
  await soon(() => app.address).toBe('/folders/studies')
  await app.title('studies').waitFor()
  expect(vault.read('Reading.md')).toBe('See [[studies/Q3 market research]] first.\n')
})

story('open notes stay open when their folder is renamed, and when that is undone on another page', async ({ app }) => {
  const { page, vault } = app
  const elsewhere = await app.openTab(NOTE)
  await page.goto(`/folders/${FOLDER}`)
  await app.title(FOLDER).waitFor()
  await app.openSwitcher()
  await app.type('rename this folder')
  await app.press('Enter')
  app.complaints.expect(/status of 403.*\/api\/plan$/)
  await page.getByRole('textbox', { name: 'New name' }).fill('people')
  await page.getByRole('button', { name: 'Use “people 2”' }).click()
  await page.getByText(/files will move/).waitFor()
  await app.press('Enter')
  await soon(() => decodeURIComponent(new URL(elsewhere.url()).pathname)).toBe('/note/people 2/Q3 market research.md')
  await page.goto('/activity')
  await page.getByRole('button', { name: 'Undo: Rename folder research to people 2' }).click()
  await soon(() => decodeURIComponent(new URL(elsewhere.url()).pathname)).toBe(`/note/${NOTE}`)
  await elsewhere.getByRole('heading', { level: 1, name: 'Q3 market research' }).waitFor()
  await soon(() => vault.has(NOTE)).toBe(true)
})

story('a menu that is pressed before its code has come opens when it comes', async ({ app }) => {
  const { page } = app
  let isHeld = true
  const held: (() => void)[] = []
  await page.route('**/assets/folder-menu-list-*.js', async (route) => {
    if (isHeld) await new Promise<void>((go) => held.push(go))
    await route.continue()
  })
  await page.goto(`/folders/${FOLDER}`)
  const button = page.getByRole('main').getByRole('button', { name: `More to do with the folder ${FOLDER}` })
  await button.click()
  const item = page.getByRole('menuitem', { name: 'Rename this folder…' })
  await soon(() => held.length).toBe(1)
  expect(await item.count()).toBe(0)
  isHeld = false
  for (const go of held) go()
  await item.waitFor()
})
