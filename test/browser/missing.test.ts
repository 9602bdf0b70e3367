import { expect, soon, story } from './story.ts'

const PRESENTATION = 'tasks/Client presentation.md'

story('a note that is deleted while it is open keeps its text here, and can be written back', async ({ app }) => {
  // Asking for what is gone is how the page finds out.
  app.complaints.expect(/404 \(Not Found\)/)
  await app.openNote(PRESENTATION)
  const before = app.vault.bytes(PRESENTATION)
  app.vault.delete(PRESENTATION)
  await app.page.getByRole('alert').getByText('This note was deleted from tasks. Its text is still here.').waitFor()
  expect(await app.saveMark.innerText()).toBe('Deleted elsewhere')
  expect(await app.text.innerText()).toContain('Twelve chairs')

  await app.page.getByRole('button', { name: 'Write it back' }).click()
  await soon(() => app.vault.has(PRESENTATION)).toBe(true)
  expect(app.vault.bytes(PRESENTATION)).toEqual(before)
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  expect(await app.page.getByRole('alert').count()).toBe(0)
})

story('what is typed into a note after it was deleted is written back with it', async ({ app }) => {
  app.complaints.expect(/404 \(Not Found\)/)
  await app.openNote(PRESENTATION)
  app.vault.delete(PRESENTATION)
  await app.page.getByText('This note was deleted').waitFor()
  await app.startLineAtEnd()
  await app.type('Bring the long cable.')
  await app.page.getByRole('button', { name: 'Write it back' }).click()
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  expect(app.vault.read(PRESENTATION)).toContain('Bring the long cable.')
})

story('the address of a note that is not there says so, and the note can be written', async ({ app }) => {
  app.complaints.expect(/404 \(Not Found\)/)
  await app.page.goto('/note/clients/Saltmarsh%20Ferries.md')
  await app.title('Saltmarsh Ferries').waitFor()
  await app.page.getByText('There is no note here').waitFor()
  app.vault.write('Crossing.md', 'They ask for [[Saltmarsh Ferries]].\n')
  await app.page.getByRole('region', { name: 'Notes that link here' }).getByRole('link', { name: 'Crossing' }).waitFor()
  expect(app.vault.has('clients/Saltmarsh Ferries.md')).toBe(false)
  await app.page.getByRole('button', { name: 'Write this note' }).click()
  await soon(() => app.vault.has('clients/Saltmarsh Ferries.md')).toBe(true)
  await app.text.waitFor()
})

story('an address that is nothing says so', async ({ app }) => {
  await app.page.goto('/no/such/place')
  await soon(() => app.page.getByRole('main').innerText()).toMatch(/nothing/i)
})

story(
  'a link that several notes answer to says so, in the text and in the margin, and goes to the first',
  async ({ app }) => {
    app.vault.write('clients/Twin.md', 'A client.\n')
    app.vault.write('people/Twin.md', 'A person.\n')
    app.vault.write('ideas/Which.md', 'Ask [[Twin]] about it.\n')
    await app.openNote('ideas/Which.md')
    await soon(() => app.chip('Twin').getAttribute('title')).toContain('Several notes are called “Twin”')
    const outgoing = app.page.getByRole('region', { name: 'Outgoing links' })
    await outgoing.getByText('ambiguous').waitFor()
    await app.chip('Twin').click()
    await soon(() => app.address).toBe('/note/people/Twin.md')
    await app.backlinks.getByText('Several notes answer to this name').waitFor()
  },
)
