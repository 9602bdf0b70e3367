import { expect, soon, story } from './story.ts'

const VIEWS = [
  { address: '/today', title: 'Today', command: 'go to today', row: 'Where you left off' },
  { address: '/recent', title: 'Recent', command: 'go to recent', row: 'Client presentation' },
  { address: '/tasks', title: 'Tasks', command: 'go to tasks', row: 'Send the proof' },
  { address: '/tags', title: 'Tags', command: 'go to tags', row: 'pricing' },
  { address: '/review', title: 'Review', command: 'go to review', row: 'Review' },
  { address: '/hubs', title: 'Hubs', command: 'go to hubs', row: 'Charge per team, not per seat' },
  { address: '/unresolved', title: 'Unresolved', command: 'go to unresolved', row: 'Pricing for charities' },
  { address: '/islands', title: 'Islands', command: 'go to islands', row: 'Office soup' },
  { address: '/folders', title: 'Folders', command: 'go to folders', row: 'research' },
]

story('every view has an address, a command, and is there again after a reload', async ({ readOnlyApp: app }) => {
  for (const { address, title, command, row } of VIEWS) {
    await app.page.goto(address)
    await app.title(title).waitFor()
    await app.page.getByRole('main').getByText(row, { exact: true }).first().waitFor()

    await app.openNote('Welcome.md')
    await app.openSwitcher()
    await app.type(`> ${command}`)
    await app.press('Enter')
    await app.title(title).waitFor()
    expect(app.address).toBe(address)

    await app.page.reload()
    await app.title(title).waitFor()
    await app.page.getByRole('main').getByText(row, { exact: true }).first().waitFor()
  }
})

story(
  'search finds words and titles, marks them, and is there again after Back and a reload',
  async ({ readOnlyApp: app }) => {
    await app.openNote('Welcome.md')
    await app.press('Control+Shift+f')
    const field = app.page.getByRole('searchbox', { name: 'Search notes' })
    await soon(() => app.hasFocus(field)).toBe(true)
    await app.type('radiator')
    const results = app.page.getByRole('main').getByRole('listitem')
    await results.first().waitFor()
    await soon(() => app.page.getByRole('main').locator('mark').first().innerText()).toMatch(/^radiator/i)
    expect(app.address).toBe('/search?q=radiator')

    await app.press('ArrowDown', 'Enter')
    await app.text.waitFor()
    await app.page.goBack()
    await app.title('Search').waitFor()
    expect(await field.inputValue()).toBe('radiator')
    await app.page.reload()
    await results.first().waitFor()
    expect(await field.inputValue()).toBe('radiator')
  },
)

story('a view whose answer is late says so, and one that answers soon never did', async ({ app }) => {
  const { page } = app
  await app.openNote('Welcome.md')
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 10_000)
  const loading = page.getByRole('main').getByText('Loading', { exact: true })
  const hubs = await app.hold(/\/api\/hub-trends/)
  await page.getByRole('link', { name: 'Hubs', exact: true }).click()
  await app.title('Hubs').waitFor()
  await page.clock.runFor(140)
  expect(await loading.count()).toBe(0)
  await page.clock.runFor(20)
  await loading.waitFor({ state: 'attached' })
  hubs.release()
  await page.clock.resume()
  await page.getByRole('list', { name: 'Hubs' }).getByRole('listitem').first().waitFor()
  expect(await loading.count()).toBe(0)
})

story('search says that nothing was found', async ({ readOnlyApp: app }) => {
  await app.page.goto('/search?q=zyzzyva')
  await app.page.getByText('Nothing has these words.').waitFor()
})

story('the quick switcher knows every name of a note, and gives the focus back', async ({ readOnlyApp: app }) => {
  await app.openNote('Welcome.md')
  await app.text.focus()
  await app.openSwitcher()
  await app.press('Escape')
  await app.switcher.waitFor({ state: 'hidden' })
  await soon(() => app.hasFocus(app.text)).toBe(true)

  await app.openSwitcher()
  await app.type('q3 research')
  await app.switcher.getByRole('option', { name: 'Q3 research' }).first().waitFor()
  await app.press('Enter')
  await app.title('Q3 market research').waitFor()
  await soon(() => app.switcher.count()).toBe(0)
})

story('from a tag in a note to its other notes, and from a folder to its notes', async ({ readOnlyApp: app }) => {
  await app.openNote('research/Q3 market research.md')
  await app.page.getByRole('button', { name: '#small-teams', exact: true }).click()
  await app.title('#small-teams').waitFor()
  expect(app.address).toBe('/tags/small-teams')
  await app.page.getByRole('main').getByRole('link', { name: 'Pricing gap' }).click()
  await app.title('Pricing gap').waitFor()

  await app.page.getByRole('banner').getByRole('link', { name: 'ideas' }).click()
  await app.title('ideas').waitFor()
  expect(app.address).toBe('/folders/ideas')
  await app.page.getByRole('main').getByRole('link', { name: 'Handover week' }).click()
  await app.title('Handover week').waitFor()
})

story('names with signs of their own are found by their address', async ({ app }) => {
  const path = 'clients/100% sure? & #1 (ß é 渡).md'
  app.vault.write(path, 'Odd, but a name.\n')
  await app.openNote(path)
  await app.text.getByText('Odd, but a name.').waitFor()
  await app.page.reload()
  await app.text.getByText('Odd, but a name.').waitFor()
})
