import type { App } from './app.ts'
import { expectInOrder } from './looks.ts'
import { expect, soon, story } from './story.ts'

const NOTE = 'ideas/A shelf of books.md'
const TEXT = `---
# what is on it
kind: idea
date: 2026-08-01
owner: 'Maren Dahl' # for now
count: 4
lent: false
begun: 2026-07-30
met: 2026-07-30 10:30:12
topics:
  - sea # first
  - trains
see: "[[Pricing gap]]"
nested: {a: 1}
---

A shelf.
`

const rows = ({ page }: App) => page.getByRole('list', { name: 'Properties' })
const change = (from: string, to: string) => TEXT.replace(from, () => to)

async function open(app: App, text = TEXT): Promise<void> {
  app.vault.write(NOTE, text)
  await app.openNote(NOTE)
}

/** The file says so, and nothing else of it has changed. */
async function says(app: App, text: string): Promise<void> {
  await soon(() => app.vault.read(NOTE)).toBe(text)
}

story('each property is changed in the control that fits it, and nothing else in the file', async ({ app }) => {
  const { page } = app
  await open(app)
  const list = rows(app)
  await list.getByRole('button', { name: 'count: 4' }).click()
  await list.getByRole('spinbutton', { name: 'count' }).fill('7.5')
  await app.press('Enter')
  let text = change('count: 4', 'count: 7.5')
  await says(app, text)
  await soon(() => app.hasFocus(list.getByRole('button', { name: 'count: 7.5' }))).toBe(true)

  await list.getByRole('checkbox', { name: 'lent' }).check()
  text = text.replace('lent: false', 'lent: true')
  await says(app, text)

  await list.getByRole('button', { name: /^begun: / }).click()
  await list.getByLabel('begun', { exact: true }).fill('2026-08-02')
  await app.press('Enter')
  text = text.replace('begun: 2026-07-30', 'begun: 2026-08-02')
  await says(app, text)

  await list.getByRole('button', { name: /^met: / }).click()
  await list.getByLabel('met', { exact: true }).fill('2026-08-03T09:15')
  await app.press('Enter')
  text = text.replace('2026-07-30 10:30:12', '2026-08-03 09:15:00')
  await says(app, text)

  await list.getByRole('button', { name: 'owner: Maren Dahl' }).click()
  await list.getByRole('combobox', { name: 'owner' }).fill("Ines' desk")
  await app.press('Enter')
  text = text.replace("'Maren Dahl'", "'Ines'' desk'")
  await says(app, text)

  await list.getByRole('button', { name: 'Add to topics' }).click()
  await app.type('tides, and more')
  await app.press('Enter')
  text = text.replace('  - trains\n', '  - trains\n  - tides, and more\n')
  await says(app, text)
  await list.getByRole('button', { name: 'Remove sea from topics' }).click()
  text = text.replace('  - sea # first\n', '')
  await says(app, text)

  await list.getByRole('button', { name: 'Change see' }).click()
  await list.getByRole('combobox', { name: 'see' }).fill('@printed')
  await page.getByRole('option', { name: 'A printed price card' }).waitFor()
  await app.press('ArrowDown', 'Enter')
  text = text.replace('"[[Pricing gap]]"', '"@[[A printed price card]]"')
  await says(app, text)
  await list.getByRole('link', { name: 'A printed price card' }).waitFor()
  expect(await list.getByText('{a: 1}').count()).toBe(1)
})

story('a property is added, renamed, taken away and brought back by keyboard', async ({ app }) => {
  const { page } = app
  app.vault.write('ideas/Another shelf.md', '---\nstars: 3\nread on: 2026-01-01\n---\n')
  await open(app)
  const list = rows(app)
  await page.getByRole('button', { name: 'Property', exact: true }).click()
  await page.getByRole('combobox', { name: 'Name of the property' }).fill('star')
  await page.getByRole('option', { name: 'stars' }).waitFor()
  await app.press('ArrowDown', 'Enter')
  await soon(() => app.hasFocus(list.getByRole('spinbutton', { name: 'stars' }))).toBe(true)
  expect(app.vault.read(NOTE), 'nothing is written before there is a value').toBe(TEXT)
  await app.type('5')
  await app.press('Enter')
  const added = change('nested: {a: 1}\n', 'nested: {a: 1}\nstars: 5\n')
  await says(app, added)

  await list.getByRole('button', { name: 'stars: 5' }).focus()
  await app.press('Control+z')
  await says(app, TEXT)
  await app.text.focus()
  await app.press('Control+y')
  await says(app, added)

  await list.getByRole('button', { name: 'More to do with the property owner' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter')
  await page.getByRole('combobox', { name: 'New name of owner' }).fill('count')
  await app.press('Enter')
  await page.getByText('This note has count already. Choose another name.').waitFor()
  await list.getByRole('button', { name: 'More to do with the property owner' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter')
  await page.getByRole('combobox', { name: 'New name of owner' }).fill('keeper')
  await app.press('Enter')
  await says(app, added.replace('owner:', 'keeper:'))

  await list.getByRole('button', { name: 'More to do with the property lent' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await says(app, added.replace('owner:', 'keeper:').replace('lent: false\n', ''))
})

story('a list is not offered what it has already', async ({ app }) => {
  const { page } = app
  app.vault.write('ideas/Another shelf.md', '---\ntopics: [Sea, ships, trains]\n---\n')
  await open(app, change('  - trains', '  - trains\n  - "[[Pricing gap]]"'))
  await rows(app).getByRole('button', { name: 'Add to topics' }).click()
  const offered = page.getByRole('listbox', { name: 'Values in other notes' }).getByRole('option')
  await offered.filter({ hasText: 'ships' }).waitFor()
  expect(await offered.allInnerTexts()).toEqual([expect.stringContaining('ships')])
  await app.type('@Pricing')
  const notes = page.getByRole('listbox', { name: 'Notes', exact: true }).getByRole('option')
  await notes.first().waitFor()
  expect(await notes.filter({ hasText: 'Pricing gap' }).count()).toBe(0)
  await app.press('Escape')

  await rows(app).getByRole('button', { name: 'sea', exact: true }).click()
  await offered.filter({ hasText: 'ships' }).waitFor()
  expect(await offered.filter({ hasText: 'trains' }).count()).toBe(0)
})

story('a tag is offered while it is typed, and words become one', async ({ app }) => {
  const { page } = app
  await open(app, change('kind: idea', 'kind: idea\ntags: [pricing]'))
  await page.getByRole('button', { name: 'Add a tag' }).click()
  const offered = page.getByRole('listbox', { name: 'Tags of other notes' }).getByRole('option')
  expect(await offered.count()).toBe(0)
  await app.type('#clie')
  await offered.filter({ hasText: '#clients' }).waitFor()
  await app.press('ArrowDown', 'Enter')
  await soon(() => app.vault.read(NOTE)).toContain('tags: [pricing, clients]')
  await app.press('Enter')
  await app.type('pric')
  await soon(() => page.getByRole('combobox', { name: 'New tag' }).inputValue()).toBe('pric')
  expect(await offered.filter({ hasText: '#pricing' }).count(), 'it has that one').toBe(0)
  await page.getByRole('combobox', { name: 'New tag' }).fill('big plan')
  await app.press('Enter')
  await soon(() => app.vault.read(NOTE)).toContain('tags: [pricing, clients, big-plan]')
  await app.press('Enter')
  await app.type('2026')
  await app.press('Enter')
  await page.getByText('#2026 cannot be a tag; use letters').waitFor()
})

story('a web address can be pressed, and nothing that could run', async ({ app }) => {
  await open(
    app,
    change(
      "owner: 'Maren Dahl' # for now",
      'owner: see https://example.org/a_(b)?x=1, or www.example.org.\nscript: "javascript:alert(1)"',
    ).replace('  - trains', '  - https://example.org/trains'),
  )
  const list = rows(app)
  const address = (name: string) => list.getByRole('link', { name, exact: true })
  expect(await address('https://example.org/a_(b)?x=1').getAttribute('href')).toBe('https://example.org/a_(b)?x=1')
  expect(await address('www.example.org').getAttribute('href')).toBe('https://www.example.org')
  expect(await address('www.example.org').getAttribute('target')).toBe('_blank')
  expect(await address('www.example.org').getAttribute('rel')).toBe('noopener noreferrer')
  await address('https://example.org/trains').waitFor()
  await list.getByRole('button', { name: 'script: javascript:alert(1)' }).waitFor()
  await list.getByRole('button', { name: 'Change owner' }).click()
  await list.getByRole('combobox', { name: 'owner' }).waitFor()
})

story('what is typed and left by Escape is not written, nor is what is no number', async ({ app }) => {
  const { page } = app
  await open(app)
  const list = rows(app)
  await list.getByRole('button', { name: 'count: 4' }).click()
  await app.type('8')
  await app.press('Escape')
  await list.getByRole('button', { name: 'owner: Maren Dahl' }).click()
  await app.type('Wen')
  await app.press('Escape')
  await soon(() => app.hasFocus(list.getByRole('button', { name: 'owner: Maren Dahl' }))).toBe(true)
  await page.getByRole('button', { name: 'Property', exact: true }).click()
  await app.type('never mind')
  await app.press('Escape')
  await soon(() => app.hasFocus(page.getByRole('button', { name: 'Property', exact: true }))).toBe(true)
  await list.getByRole('checkbox', { name: 'lent' }).check()
  await says(app, change('lent: false', 'lent: true'))
})

story('properties that are no YAML are said to be so, and stay', async ({ app }) => {
  const { page } = app
  const text = '---\nkind: idea\ntopics: [sea\n---\n\nA shelf.\n'
  await open(app, text)
  await page.getByText('The properties at the top are not valid YAML').waitFor()
  await page.getByRole('button', { name: 'Kind: idea' }).click()
  await page.getByRole('menuitemradio', { name: 'project' }).click()
  await page.getByText('The properties cannot be changed one by one while they are not valid YAML.').waitFor()
  expect(app.vault.read(NOTE)).toBe(text)
})

story('a kind and a status of the writer’s own are offered where others have them', async ({ app }) => {
  const { page } = app
  app.vault.write('ideas/Another shelf.md', '---\nkind: furniture\nstatus: varnished\n---\n')
  await open(app)
  await page.getByRole('button', { name: 'Kind: idea' }).click()
  await page.getByRole('menuitemradio', { name: 'furniture' }).click()
  await soon(() => app.vault.read(NOTE)).toContain('kind: furniture')
  await page.getByRole('button', { name: 'Property', exact: true }).click()
  await app.type('status')
  await app.press('Enter')
  await page.getByRole('option', { name: /^varnished/ }).click()
  await soon(() => app.vault.read(NOTE)).toContain('status: varnished')
  await page.getByRole('button', { name: 'Kind: furniture' }).click()
  await page.getByRole('menuitem', { name: 'Another kind…' }).click()
  await page.getByRole('combobox', { name: 'Kind' }).fill('Heirloom')
  await app.press('Enter')
  await soon(() => app.vault.read(NOTE)).toContain('kind: Heirloom')
})

story('properties are in order for WCAG 2.2 AA', async ({ app }) => {
  app.vault.write(NOTE, TEXT)
  await expectInOrder(app.page, [`/note/${NOTE.split('/').map(encodeURIComponent).join('/')}`])
})
