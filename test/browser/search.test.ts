import { expect, soon, story } from './story.ts'

const field = 'Search notes'

story('filters are chips that edit the search, and a search is kept in the left column', async ({ app }) => {
  const { page } = app
  await page.goto('/search?q=pricing')
  const results = page.getByRole('main').getByRole('listitem')
  await results.first().waitFor()
  await page.getByRole('button', { name: 'Kind', exact: true }).click()
  await page.getByRole('menuitem', { name: 'decision' }).click()
  const box = page.getByRole('searchbox', { name: field })
  await soon(() => box.inputValue()).toBe('pricing kind:decision ')
  await soon(() => app.address).toBe('/search?q=pricing+kind:decision+')

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const kept = page.getByRole('region', { name: 'Saved searches' }).getByRole('link', { name: 'pricing kind:decision' })
  await kept.waitFor()
  await soon(() => app.vault.read('.notly/searches.json')).toContain('"pricing kind:decision"')

  const name = page.getByRole('textbox', { name: 'Name of the saved search' })
  await soon(() => app.hasFocus(name)).toBe(true)
  await soon(() => page.evaluate('String(getSelection())')).toBe('pricing kind:decision')

  await page.getByRole('button', { name: 'Take away the filter kind:decision' }).click()
  await soon(() => box.inputValue()).toBe('pricing ')
  await kept.click()
  await soon(() => box.inputValue()).toBe('pricing kind:decision')
  await name.waitFor()
  expect(await app.hasFocus(name), 'it asks only once').toBe(false)
  await name.fill('What it costs')
  await app.press('Enter')
  const column = page.getByRole('region', { name: 'Saved searches' })
  await column.getByRole('link', { name: 'What it costs' }).waitFor()
  await soon(() => app.vault.read('.notly/searches.json')).toContain('"What it costs"')
  await page.getByRole('button', { name: 'Keep “What it costs” no longer' }).click()
  await column.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await column.getByRole('link', { name: 'What it costs' }).waitFor()
  await page.getByRole('button', { name: 'Saved', exact: true }).click()
  await column.waitFor({ state: 'detached' })
})

story('a slip in a search is explained, with the search put right', async ({ readOnlyApp: app }) => {
  const { page } = app
  await page.goto('/search?q=is%3Ailand')
  const alert = page.getByRole('main').getByRole('alert')
  await alert.getByText('is: takes island, not “iland”').waitFor()
  await alert.getByRole('button', { name: 'Search for is:island' }).click()
  await soon(() => page.getByRole('searchbox', { name: field }).inputValue()).toBe('is:island')
  await page.getByRole('main').getByText('Office soup').first().waitFor()

  app.complaints.expect(/api\/search\?q=tag%3Apricng/)
  await page.goto('/search?q=tag%3Apricng')
  await alert.getByText('did you mean pricing?').waitFor()
})

story('a search says how many notes it found', async ({ app }) => {
  const { page, vault } = app
  const status = page.getByRole('main').getByRole('status').first()
  await page.goto('/search?q=kind%3Adecision')
  await soon(() => status.innerText()).toBe('6 notes')
  for (let nth = 0; nth < 61; nth++) vault.write(`ideas/Gull ${nth}.md`, 'A seagull.\n')
  await page.goto('/search?q=seagull')
  await soon(() => status.innerText()).toBe('More than 60 notes')
  expect(await page.getByRole('region', { name: 'Results' }).getByRole('listitem').count()).toBe(60)
})

story('where nothing is found it is said what to change', async ({ readOnlyApp: app }) => {
  const { page } = app
  await page.goto('/search?q=kind%3Adecision+kind%3Atask')
  await page.getByText('No note is like that. Take a filter away.').waitFor()
  await page.goto('/search?q=kind%3Adecision+xylophone')
  await page.getByText('Nothing has these words. Try fewer words, or only the start of one.').waitFor()
  app.complaints.expect(/api\/search\?q=links/)
  await page.goto('/search?q=links%3A[[Nope]]')
  await page.getByRole('alert').getByText('There is no note “Nope”.').waitFor()
})

story('a hit opens at the words, and a note that leads to it says how', async ({ readOnlyApp: app }) => {
  const { page } = app
  await page.goto('/search?q=pricng+tiers')
  const leads = page.getByRole('region', { name: 'Notes that lead to them' })
  await leads
    .getByText(/^(?:links to|linked from) /)
    .first()
    .waitFor()
  await page.goto('/search?q=radiator')
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  await page.getByRole('searchbox', { name: field }).press('Enter')
  await app.text.waitFor()
  await soon(() => app.address).toMatch(/\?at=\d+$/)
  expect(app.address).not.toContain('/search')
})

story('words are replaced across notes, seen before they are, and taken back as one', async ({ app }) => {
  const { page, vault } = app
  const note = 'ideas/Pricing gap.md'
  vault.write(note, `${vault.read(note)}\nThe heron fund.\n`)
  vault.write('Heron.md', 'A heron fund and a heron.\n')
  vault.write('Old heron.md', 'The Heron Fund closed.\n')
  await page.goto('/search?q=%22heron+fund%22')
  await page.getByRole('main').getByRole('listitem').nth(1).waitFor()
  await page.getByRole('button', { name: 'Replace…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'New words, or none' }).fill('egret fund')
  await dialog.getByText('3 places in 3 notes will change.').waitFor()
  await dialog.getByRole('checkbox', { name: 'Match case' }).check()
  expect(await dialog.getByRole('textbox').inputValue()).toBe('egret fund')
  await dialog.getByText('2 places in 2 notes will change.').waitFor()
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await soon(() => vault.read('Heron.md')).toBe('A egret fund and a heron.\n')
  await soon(() => vault.read(note)).toContain('The egret fund.')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await soon(() => vault.read('Heron.md')).toBe('A heron fund and a heron.\n')
  await page.getByRole('button', { name: 'Replace…' }).click()
  await dialog.getByRole('textbox', { name: 'New words, or none' }).fill('')
  await dialog.getByText('3 places in 3 notes will change.').waitFor()
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
  await soon(() => vault.read('Heron.md')).toBe('A and a heron.\n')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await soon(() => vault.read('Heron.md')).toBe('A heron fund and a heron.\n')
  await soon(() => vault.read(note)).toContain('The heron fund.')
})
