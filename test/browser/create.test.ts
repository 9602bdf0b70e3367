import { expect, soon, story } from './story.ts'

story('picking a name that no note has makes that note', async ({ app }) => {
  await app.openNote('tasks/Client presentation.md')
  await app.startLineAtEnd()
  await app.type('Ask @Odd questions')
  await app.picker.getByRole('option', { name: 'Create “Odd questions”' }).waitFor()
  await app.press('Enter')
  await soon(() => app.vault.has('Odd questions.md')).toBe(true)
  await app.type(' first.')
  await soon(() => app.vault.read('tasks/Client presentation.md')).toContain('Ask @[[Odd questions]] first.')

  await app.chip('Odd questions').click()
  await app.title('Odd questions').waitFor()
  await app.backlink('Client presentation').waitFor()
})

story('a dotted chip makes the note that it waits for, and the writer goes on in it', async ({ app }) => {
  await app.openNote('tasks/Client presentation.md')
  const dotted = app.chip('Pricing for charities')
  await soon(() => dotted.getAttribute('data-chip')).toBe('unresolved')
  await dotted.click()
  await app.title('Pricing for charities').waitFor()
  await soon(() => app.vault.has('Pricing for charities.md')).toBe(true)
  await app.text.waitFor()
  await soon(() => app.hasFocus(app.text)).toBe(true)
  await app.type('Half of what a team pays.')
  await soon(() => app.vault.read('Pricing for charities.md')).toContain('Half of what a team pays.')
  await soon(() => app.backlinks.getByRole('listitem').count()).toBeGreaterThanOrEqual(4)

  await app.page.goBack()
  await soon(() => app.chip('Pricing for charities').getAttribute('data-chip')).toBe('note')
})

story('the quick switcher makes a note of a new title', async ({ app }) => {
  await app.page.goto('/folders/ideas')
  await app.title('ideas').waitFor()
  await app.openSwitcher()
  await app.type('Umbrella stand')
  await app.switcher.getByRole('option', { name: 'Create “Umbrella stand”' }).waitFor()
  await app.press('Enter')
  await app.title('Umbrella stand').waitFor()
  expect(app.vault.has('ideas/Umbrella stand.md')).toBe(true)
})

story(
  'who is about to make a note while linking sees which one exists, and Enter makes the new one all the same',
  async ({ app }) => {
    const path = 'ideas/Near.md'
    app.vault.write(path, '# Near\n')
    await app.openNote(path)
    await app.startLineAtEnd()
    await app.type('See [[Q3 marlet research')
    const options = app.picker.getByRole('option')
    await soon(() => options.first().innerText()).toContain('Create “Q3 marlet research”')
    await soon(() => options.nth(1).innerText()).toMatch(/Q3 market research\s*Exists: link to it\?/)
    await options.nth(1).click()
    await soon(() => app.vault.read(path)).toContain('See [[Q3 market research]]')
    expect(app.vault.has('Q3 marlet research.md')).toBe(false)
  },
)

story('New note with no title opens nothing', async ({ app }) => {
  await app.openNote('Welcome.md')
  await app.press('Alt+n')
  const dialog = app.page.getByRole('dialog', { name: 'New note' })
  await dialog.getByText('Type a title, then press Enter.').waitFor()
  expect(await dialog.getByRole('option').count()).toBe(0)
  await app.press('Enter')
  await app.type('Quay walls')
  await dialog.getByRole('option', { name: 'Create “Quay walls”', exact: true }).waitFor()
  await app.press('Enter')
  await app.title('Quay walls').waitFor()
  expect(app.vault.has('Quay walls.md')).toBe(true)
})

story('Today opens the daily note, and the second time the same one', async ({ app }) => {
  await app.page.goto('/recent')
  await app.title('Recent').waitFor()
  const before = app.vault.notes()
  await app.press('Alt+t')
  await app.text.waitFor()
  const [today, ...others] = app.vault.notes().filter((path) => !before.includes(path))
  expect(others).toEqual([])
  expect(app.address).toContain(today)
  await app.page.goto('/recent')
  await app.title('Recent').waitFor()
  await app.press('Alt+t')
  await app.text.waitFor()
  expect(app.vault.notes().length).toBe(before.length + 1)
})

story('a new note of a kind starts from its template, with the cursor where the template has it', async ({ app }) => {
  await app.page.goto('/recent')
  await app.title('Recent').waitFor()
  await app.press('Alt+n')
  const dialog = app.page.getByRole('dialog', { name: 'New note' })
  await dialog.getByRole('combobox').and(app.page.locator(':focus')).waitFor()
  await app.type('Chairs for the loft')
  await dialog.getByRole('option', { name: /“Chairs for the loft” as meeting/ }).click()
  await app.title('Chairs for the loft').waitFor()
  await soon(() => app.hasFocus(app.text)).toBe(true)
  await app.type('Six of them.')
  await soon(() => app.vault.read('meetings/Chairs for the loft.md')).toMatch(
    /^---\nkind: meeting\ndate: \d{4}-\d\d-\d\d\n---\n\nNotes of Chairs for the loft, \d{4}-\d\d-\d\d\. Who[\s\S]*talked about\n\nSix of them\.\n/,
  )
})
