import type { App } from './app.ts'
import { problemsOf } from './axe.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

const SHELF = (kind: string, more: string) => `---\nkind: ${kind}\n${more}---\n\nA shelf.\n`

function shelves({ vault }: App): void {
  vault.write('ideas/Low shelf.md', SHELF('shelf', 'status: empty\nboards: 9\nwood: "[[Oak]]"\ndate: 2026-03-01\n'))
  vault.write('ideas/High shelf.md', SHELF('shelf', 'status: full\nboards: 10 # all of them\ndate: 2026-04-01\n'))
  vault.write('ideas/Old shelf.md', SHELF('shelf', 'wood: pine\ntags: [shelves/old, house]\ndate: 2026-01-01\n'))
}

const item = ({ page }: App, name: string | RegExp) => page.getByRole('main').getByRole('treeitem', { name })
const titles = ({ page }: App) => page.getByRole('main').getByRole('row').getByRole('link').allInnerTexts()
const choose = ({ page }: App) => page.getByRole('button', { name: 'Choose…' }).click()
const box = ({ page }: App, name: string | RegExp) => page.getByRole('main').getByRole('checkbox', { name })

story(
  'tags are walked as a tree by keyboard, filtered, opened, and one merged into another and taken back',
  async ({ app }) => {
    const { page, vault } = app
    const NOTE = 'clients/Kestrel Boatyard.md'
    const before = vault.read(NOTE)
    await page.goto('/tags')
    await item(app, 'client, 0 notes, 9 with those below').focus()
    await app.press('ArrowLeft')
    await soon(() => item(app, /^client\//).count()).toBe(0)
    await app.press('ArrowRight', 'ArrowRight', 'ArrowDown')
    await soon(() => app.hasFocus(item(app, 'client/kestrel, 3 notes'))).toBe(true)
    await app.press('p', 'p')
    await soon(() => app.hasFocus(item(app, /^pricing, /))).toBe(true)
    await page.getByRole('searchbox', { name: 'Filter tags' }).fill('#kest')
    await soon(() => item(app, /./).count()).toBe(2)
    await item(app, 'client/kestrel, 3 notes').focus()
    await app.press('F2')
    const dialog = page.getByRole('dialog', { name: 'Rename #client/kestrel' })
    expect(await dialog.getByRole('option').count(), 'nothing is offered before something is typed').toBe(0)
    await app.type('hou')
    await dialog.getByRole('button', { name: 'Rename' }).waitFor()
    await dialog.getByRole('option', { name: 'house' }).waitFor()
    await app.press('ArrowDown', 'Enter')
    await dialog
      .getByText(/^Merges into a tag that 9 notes have already\. \d+ places in 3 notes will change\.$/)
      .waitFor()
    await dialog.getByRole('button', { name: 'Merge' }).waitFor()
    expect(await dialog.getByRole('button', { name: 'Rename' }).count()).toBe(0)
    expect(vault.read(NOTE)).toBe(before)
    await app.press('Enter')
    await soon(() => vault.read(NOTE)).toContain('tags: [house, small-teams]')
    await page.getByText('Merged tag #client/kestrel into #house.').waitFor()
    await page.getByRole('status', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).click()
    await soon(() => vault.read(NOTE)).toBe(before)
    await item(app, 'client/kestrel, 3 notes').focus()
    await app.press('Enter')
    await app.title('#client/kestrel').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Kestrel Boatyard' }).waitFor()
  },
)

story(
  'several notes of a tag are chosen by keyboard, changed after a look at each change, and all taken back',
  async ({ app }) => {
    const { page, vault } = app
    const paths = vault.notes().filter((path) => /tags: \[.*client\//.test(vault.read(path)))
    const before = new Map(paths.map((path) => [path, vault.read(path)]))
    vault.write('ideas/Who leads.md', '---\nlead: Maren\n---\n')
    await page.goto('/tags/client')
    await choose(app)
    await soon(() => app.hasFocus(box(app, /^knowledge Hob and Ember/))).toBe(true)
    await app.press('Space', 'ArrowDown', 'ArrowDown', 'Shift+Space')
    await page.getByText('3 of 9 chosen').waitFor()
    await page.getByRole('button', { name: 'Property…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Set a property of 3 notes' })
    await soon(() => app.hasFocus(dialog.getByRole('combobox', { name: 'Property' }))).toBe(true)
    await app.type('lea')
    await dialog.getByRole('option', { name: /^lead/ }).waitFor()
    await app.press('ArrowDown', 'Enter')
    await soon(() => app.hasFocus(dialog.getByRole('combobox', { name: 'Value' }))).toBe(true)
    await dialog.getByRole('combobox', { name: 'Property' }).focus()
    await app.press('Enter')
    await app.type('Wen')
    await dialog.getByText('3 notes will change.').waitFor()
    expect(await dialog.getByRole('listitem').filter({ hasText: 'lead: Wen' }).count()).toBe(3)
    await app.press('Enter')
    await soon(() => vault.read('clients/Hob and Ember.md')).toContain('\nlead: Wen\n---\n')
    await page.getByText('Set lead to Wen in 3 notes.').waitFor()

    await app.press('Control+a')
    await page.getByText('9 of 9 chosen').waitFor()
    await page.getByRole('button', { name: 'Tag…' }).click()
    await page.getByRole('radio', { name: 'Remove a tag' }).check()
    await page.getByRole('combobox', { name: 'Tag' }).fill('small-teams')
    await page.getByText(/notes will change, \d will stay as/).waitFor()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await soon(() => vault.read('clients/Kestrel Boatyard.md')).toContain('tags: [client/kestrel]')
    await page.goto('/activity')
    await page.getByRole('button', { name: /^Undo: Remove #small-teams from \d notes$/ }).click()
    await soon(() => vault.read('clients/Kestrel Boatyard.md')).toContain('tags: [client/kestrel, small-teams]')
    await page.getByRole('button', { name: 'Undo: Set lead to Wen in 3 notes' }).click()
    await soon(() => new Map(paths.map((path) => [path, vault.read(path)]))).toEqual(before)
  },
)

story('search results are moved and deleted together, and come back', async ({ app }) => {
  const { page, vault } = app
  shelves(app)
  vault.write('ideas/Broken.md', '---\nkind: [shelf\n---\nshelf planks\n')
  await page.goto('/search?q=shelf')
  await page.getByRole('main').getByRole('link', { name: 'Low shelf' }).waitFor()
  await choose(app)
  await box(app, /Low shelf/).click()
  await box(app, /Old shelf/).check()
  await page.getByRole('button', { name: 'Move…' }).click()
  await page.getByRole('combobox', { name: 'Folder' }).fill('attic')
  const dialog = page.getByRole('dialog', { name: 'Move 2 notes' })
  await dialog.getByRole('listitem').filter({ hasText: 'goes to attic' }).first().waitFor()
  await app.press('Enter')
  await soon(() => vault.has('attic/Low shelf.md') && vault.has('attic/Old shelf.md')).toBe(true)
  await page.getByRole('status', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).click()
  await soon(() => vault.has('ideas/Low shelf.md') && !vault.has('attic/Low shelf.md')).toBe(true)

  await page.goto('/search?q=shelf')
  await page.getByRole('main').getByRole('link', { name: 'Broken' }).waitFor()
  await choose(app)
  await box(app, /Broken/).check()
  await box(app, /High shelf/).check()
  await page.getByRole('button', { name: 'Status…' }).click()
  await page.getByRole('combobox', { name: 'Status' }).fill('sold')
  await page
    .getByText('Broken stays as it is. Its properties are not valid YAML; mend them in its text first.')
    .waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByText('They go to the trash.').waitFor()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await soon(() => vault.has('ideas/Broken.md') || vault.has('ideas/High shelf.md')).toBe(false)
  await page.getByRole('status', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).click()
  await soon(() => vault.has('ideas/Broken.md') && vault.has('ideas/High shelf.md')).toBe(true)
})

story(
  'the notes of a kind are a table of what they say of themselves, sorted and filtered in its address',
  async ({ app }) => {
    const { page, vault } = app
    shelves(app)
    await page.goto('/')
    await page
      .getByRole('navigation', { name: 'Notes and views' })
      .getByRole('link', { name: /^shelf Shelf ?3$/ })
      .click()
    await app.title('Shelf').waitFor()
    expect(app.address).toBe('/kind/shelf')
    await soon(() => titles(app)).toEqual(['High shelf', 'Low shelf', 'Old shelf'])
    await page.getByRole('button', { name: 'boards' }).click()
    await soon(() => titles(app)).toEqual(['High shelf', 'Low shelf', 'Old shelf'])
    await page.getByRole('button', { name: 'boards' }).click()
    await soon(() => titles(app)).toEqual(['Low shelf', 'High shelf', 'Old shelf'])
    expect(app.address).toBe('/kind/shelf?sort=boards')
    expect(await page.getByRole('columnheader', { name: 'boards' }).getAttribute('aria-sort')).toBe('ascending')
    await page.getByText('full').and(page.locator('label')).click()
    await soon(() => titles(app)).toEqual(['High shelf'])
    await page.reload()
    await soon(() => titles(app)).toEqual(['High shelf'])
    await page.goBack()
    await page.getByRole('searchbox', { name: 'Filter by title' }).fill('old')
    await soon(() => titles(app)).toEqual(['Old shelf'])
    await page.getByRole('searchbox', { name: 'Filter by title' }).fill('')
    await soon(() => titles(app)).toHaveLength(3)
    await choose(app)
    await soon(() => app.hasFocus(box(app, /High shelf|Low shelf/).first())).toBe(true)
    await app.press('Control+a')
    await page.getByRole('button', { name: 'Status…' }).click()
    await page.getByRole('combobox', { name: 'Status' }).fill('sold')
    await page.getByText('3 notes will change.').waitFor()
    await app.press('Enter')
    await soon(() => vault.read('ideas/High shelf.md')).toContain('status: sold\nboards: 10 # all of them\n')
    await page.getByRole('button', { name: 'Done' }).click()
    await soon(() => page.getByRole('row').filter({ hasText: 'sold' }).count()).toBe(3)
  },
)

story('folders are a tree; one is made with its first note, and renamed by keyboard', async ({ app }) => {
  const { page, vault } = app
  await page.goto('/folders')
  await page.getByRole('button', { name: 'New folder…' }).click()
  await app.type('loft')
  await app.press('Enter')
  await app.title('loft').waitFor()
  await page.getByText('A folder is made with its first note.').waitFor()
  await page.getByRole('button', { name: 'Write a note here' }).click()
  const making = page.getByRole('dialog', { name: 'New note' })
  await making.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await app.type('Rafters')
  await making.getByRole('option', { name: 'Create “Rafters”', exact: true }).waitFor()
  await app.press('Enter')
  await soon(() => vault.has('loft/Rafters.md')).toBe(true)
  await page.goto('/folders')
  await item(app, 'loft, 1 note').focus()
  await app.press('F2')
  await page.getByRole('textbox', { name: 'New name' }).fill('attic')
  await page.getByText('1 file will move.').waitFor()
  await app.press('Enter')
  await item(app, 'attic, 1 note').focus()
  await app.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Move this folder…' }).waitFor()
  expect(vault.has('attic/Rafters.md')).toBe(true)
})

story('tags and folders are in order for WCAG 2.2 AA', async ({ readOnlyApp: { page } }) => {
  await expectInOrder(page, ['/tags', '/tags/client', '/folders'])
})

story('kinds, and notes that are being chosen, are in order for WCAG 2.2 AA', async ({ readOnlyApp: app }) => {
  await expectInOrder(app.page, ['/kind/decision'])
  await choose(app)
  await app.page.getByRole('toolbar').waitFor()
  expect(await problemsOf(app.page)).toEqual([])
})
