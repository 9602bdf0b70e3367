import { expect, soon, story } from './story.ts'

const PRESENTATION = 'tasks/Client presentation.md'
const FIRST = 'Forty minutes for the board'

story('Saved is said when the text is in the file, and not before', async ({ app }) => {
  await app.openNote(PRESENTATION)
  const save = await app.holdSaves()
  await app.startLineAtEnd()
  await app.type('Bring the long cable.')
  await save.asked
  expect(await app.saveMark.innerText()).toBe('Saving…')
  expect(app.vault.read(PRESENTATION)).not.toContain('cable')

  save.release()
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  expect(app.vault.read(PRESENTATION)).toContain('Bring the long cable.')
  await soon(() => app.page.getByRole('status', { name: 'Save state' }).innerText()).toBe('Saved')
})

story('a file with a byte-order mark and CRLF changes only where it is edited', async ({ app }) => {
  const path = 'ideas/From Windows.md'
  const before =
    '\uFEFF---\r\ntags: [b,   "a"] # in no order\r\nkind:   idea\r\n---\r\n\r\nFirst line.  \r\n\r\n*  odd bullet\r\nLast line, no end'
  app.vault.write(path, before)
  await app.openNote(path)
  await app.putCursorAfter('odd bullet')
  await app.type(', kept')
  await soon(() => app.vault.read(path)).toContain('kept')
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  expect(app.vault.bytes(path)).toEqual(Buffer.from(before.replace('odd bullet', 'odd bullet, kept')))
})

story('reading a note writes nothing', async ({ app }) => {
  const before = app.vault.bytes(PRESENTATION)
  await app.openNote(PRESENTATION)
  await app.text.focus()
  await app.press('Control+End', 'ArrowUp', 'Control+Home')
  await app.page.goto('/recent')
  await app.title('Recent').waitFor()
  expect(app.vault.bytes(PRESENTATION)).toEqual(before)
})

story('an edit made elsewhere on other lines is merged with what is typed here', async ({ app }) => {
  app.complaints.expect(/409 \(Conflict\)/)
  await app.openNote(PRESENTATION)
  const save = await app.holdSaves()
  await app.startLineAtEnd()
  await app.type('Bring the long cable.')
  await save.asked
  app.vault.edit(PRESENTATION, FIRST, 'Fifty minutes for the board')
  save.release()

  await soon(() => app.vault.read(PRESENTATION)).toContain('Bring the long cable.')
  expect(app.vault.read(PRESENTATION)).toContain('Fifty minutes for the board')
  await app.text.getByText('Fifty minutes for the board').waitFor()
  await soon(() => app.saveMark.innerText()).toBe('Saved')
  await app.type(' And the short one.')
  await soon(() => app.vault.read(PRESENTATION)).toContain('Bring the long cable. And the short one.')
})

for (const { button, kept, lost } of [
  { button: 'Keep mine', kept: 'Forty-five minutes', lost: 'Fifty minutes' },
  { button: 'Take the file’s text', kept: 'Fifty minutes', lost: 'Forty-five minutes' },
]) {
  story(`an edit made elsewhere on the same line asks the writer, also after a reload: ${button}`, async ({ app }) => {
    app.complaints.expect(/409 \(Conflict\)/)
    await app.openNote(PRESENTATION)
    const save = await app.holdSaves()
    await app.putCursorAfter('Forty')
    await app.type('-five')
    await save.asked
    app.vault.edit(PRESENTATION, FIRST, 'Fifty minutes for the board')
    save.release()

    const versions = app.page.getByRole('region', { name: 'Two versions of this note' })
    for (const visit of ['first', 'after a reload']) {
      await versions.getByRole('textbox', { name: 'The text in the file' }).getByText('Fifty minutes').waitFor()
      await versions.getByRole('textbox', { name: 'Your text' }).getByText('Forty-five minutes').waitFor()
      expect(await app.saveMark.innerText()).toBe('Conflict')
      expect(app.vault.read(PRESENTATION)).toContain('Fifty minutes for the board')
      if (visit === 'first') await app.page.reload()
    }

    await versions.getByRole('button', { name: button }).click()
    await versions.waitFor({ state: 'hidden' })
    await app.text.getByText(kept).waitFor()
    await soon(() => app.saveMark.innerText()).toBe('Saved')
    await soon(() => app.vault.read(PRESENTATION)).toContain(kept)
    expect(app.vault.read(PRESENTATION)).not.toContain(lost)
  })
}

story('a text made of both versions can be saved', async ({ app }) => {
  app.complaints.expect(/409 \(Conflict\)/)
  await app.openNote(PRESENTATION)
  const save = await app.holdSaves()
  await app.putCursorAfter('Forty')
  await app.type('-five')
  await save.asked
  app.vault.edit(PRESENTATION, FIRST, 'Fifty minutes for the board')
  save.release()

  const mine = app.page.getByRole('textbox', { name: 'Your text' })
  await mine.getByText('Forty-five minutes').waitFor()
  await mine.focus()
  await app.press('Control+Home')
  await app.type('%% fifty or forty-five? %%')
  await app.press('Enter')
  await app.page.getByRole('button', { name: 'Save the text on the right' }).click()
  await soon(() => app.vault.read(PRESENTATION)).toContain('%% fifty or forty-five? %%\n')
  expect(app.vault.read(PRESENTATION)).toContain('Forty-five minutes')
})
