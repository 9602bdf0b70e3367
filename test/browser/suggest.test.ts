import type { App } from './app.ts'
import { expect, soon, story } from './story.ts'

const NEW = 'ideas/Again.md'
const OLD = {
  'ideas/One.md': ['2026-03-04', 'The harbour levy came up at breakfast.'],
  'research/Two.md': ['2026-05-06', 'Nobody budgets for a harbour levy.'],
  'meetings/Three.md': ['2026-06-07', 'Ines asked about the harbour levy twice.'],
  'Four.md': ['2026-08-09', 'A harbour levy of four pounds.'],
} as const

/** Four old notes that share a concept, none with its name, and a new note. */
async function openNew(app: App): Promise<void> {
  for (const [path, [date, text]] of Object.entries(OLD)) app.vault.write(path, `---\ndate: ${date}\n---\n${text}\n`)
  app.vault.write(NEW, 'Thoughts for the week.\n')
  await app.openNote(NEW)
  await app.startLineAtEnd()
}

function section(app: App) {
  return app.page.getByRole('region', { name: 'You wrote about this before' })
}

story('writing about what four old notes share shows the four, and one keystroke links', async ({ app }) => {
  await openNew(app)
  await app.type('We should think about the harbour levy.')
  const concept = section(app).getByRole('button', { name: /harbour levy 4 notes, the oldest from March/ })
  await concept.click()
  const rows = section(app).locator('li li')
  await soon(() => rows.count()).toBe(4)
  expect(
    await rows
      .locator('a')
      .filter({ hasText: /^(One|Two|Three|Four)$/ })
      .allInnerTexts(),
  ).toEqual(['One', 'Two', 'Three', 'Four'])
  expect(await rows.locator('time').first().getAttribute('datetime')).toMatch(/^2026-03-04/)
  expect(await rows.locator('mark').allInnerTexts()).toEqual(Array(4).fill('harbour levy'))

  await app.text.click()
  await app.press('Control+Shift+L')
  await soon(() => app.vault.read(NEW)).toContain('the [[One|harbour levy]].')
  await app.press('Control+Z')
  await soon(() => app.vault.read(NEW)).toContain('the harbour levy.')
})

story('a click on a sentence opens its note at the place', async ({ app }) => {
  await openNew(app)
  await app.type('The harbour levy again.')
  await section(app)
    .getByRole('button', { name: /harbour levy 4 notes/i })
    .click()
  await section(app).getByText('Nobody budgets for a').click()
  await app.title('Two').waitFor()
  expect(app.address).toContain('research/Two')
  expect(app.address).toMatch(/at=\d+/)
})

story('a name in plain words is marked, and its row links it', async ({ app }) => {
  await openNew(app)
  await app.type('Ask Kestrel Boatyard and the Lowfield Vets.')
  await soon(() => app.page.locator('.cm-named').allInnerTexts()).toContain('Kestrel Boatyard')
  await section(app).getByRole('button', { name: 'Link “Kestrel Boatyard”' }).click()
  await soon(() => app.vault.read(NEW)).toContain('Ask [[Kestrel Boatyard]] and the Lowfield Vets.')
  await soon(() => section(app).getByRole('link', { name: 'Kestrel Boatyard' }).count()).toBe(0)
})

story('what is dismissed stays dismissed after a restart, until it is taken back', async ({ app }) => {
  await openNew(app)
  await app.type('The harbour levy again.')
  const concept = section(app).getByRole('button', { name: /harbour levy 4 notes/i })
  await concept.waitFor()
  await section(app).getByRole('button', { name: 'Dismiss “harbour levy”' }).click()
  await app.page.getByRole('menuitem', { name: 'Not anywhere' }).click()
  await soon(() => concept.count()).toBe(0)
  // Nobody asks a server that is gone.
  await app.page.goto('about:blank')
  await app.stopServer()
  await app.startServerAgain()
  await app.openNote(NEW)
  await section(app)
    .getByRole('button', { name: /Thoughts|week/ })
    .or(section(app).getByText('will stand here'))
    .first()
    .waitFor()
  expect(await concept.count()).toBe(0)

  await app.page.goto('/settings')
  await app.page.getByRole('button', { name: /Suggest again: “harbour levy”/ }).click()
  await app.page.getByText('Nothing was dismissed.').waitFor()
  await app.openNote(NEW)
  await concept.waitFor()
})

story('nothing in the list moves under the pointer or the focus, whatever answer comes', async ({ app }) => {
  await openNew(app)
  await app.type('The harbour levy again.')
  await section(app)
    .getByRole('button', { name: /harbour levy 4 notes/i })
    .waitFor()
  const link = section(app).getByRole('button', { name: 'Link “Kestrel Boatyard”' })
  const named = app.page.locator('.cm-named')

  await section(app)
    .getByRole('button', { name: /harbour levy 4 notes/i })
    .hover()
  const before = await places(app)
  await app.type(' Ask Kestrel Boatyard.')
  // The words are marked by the same answer.
  await soon(() => named.allInnerTexts()).toContain('Kestrel Boatyard')
  expect(await places(app)).toEqual(before)
  expect(await link.count()).toBe(0)
  await app.text.hover()
  await link.waitFor()

  const answers = await app.hold(/api\/suggest/)
  await app.type(' And the Lowfield Vets.')
  const focused = section(app).getByRole('button', { name: 'Dismiss “harbour levy”' })
  await focused.focus()
  const held = await places(app)
  answers.release()
  await soon(() => named.allInnerTexts()).toContain('Lowfield Vets')
  expect(await places(app)).toEqual(held)
  await app.text.focus()
  await section(app).getByRole('link', { name: 'Lowfield Vets' }).waitFor()
})

/** What the list has, and where on the screen each of it stands. */
async function places(app: App): Promise<unknown[]> {
  const all = await section(app).locator('li, button, a').all()
  return Promise.all(all.map(async (each) => [await each.innerText(), await each.boundingBox()]))
}

story(
  'a name is dismissed in one place, in one note or anywhere; each survives a restart and can be taken back',
  async ({ app }) => {
    const other = 'ideas/Other.md'
    app.vault.write(other, 'We met Kestrel Boatyard on Monday.\n')
    app.vault.write(NEW, 'Ask Kestrel Boatyard first.\n')
    const name = section(app).getByRole('link', { name: 'Kestrel Boatyard' })
    const marks = app.page.locator('.cm-named')
    const dismiss = async (scope: string) => {
      await section(app).getByRole('button', { name: 'Dismiss “Kestrel Boatyard”' }).click()
      await app.page.getByRole('menuitem', { name: scope }).click()
      await soon(() => name.count()).toBe(0)
    }
    const suggestAgain = async (what: string) => {
      await app.page.goto('/settings')
      await app.page.getByRole('button', { name: `Suggest again: “kestrel boatyard”${what}`, exact: true }).click()
    }

    await app.openNote(NEW)
    await name.waitFor()
    await dismiss('Not in this place')
    await app.startLineAtEnd()
    await app.type('Then Kestrel Boatyard again.')
    await soon(() => marks.count()).toBe(1)
    await dismiss('Not in this note')
    await soon(() => app.vault.read(NEW)).toContain('again.')
    await app.openNote(other)
    await name.waitFor()
    await dismiss('Not anywhere')

    // Nobody asks a server that is gone.
    await app.page.goto('about:blank')
    await app.stopServer()
    await app.startServerAgain()
    for (const path of [other, NEW]) {
      await app.openNote(path)
      await section(app).waitFor()
      await app.page.waitForLoadState('networkidle')
      expect(await name.count()).toBe(0)
    }

    await suggestAgain(', anywhere')
    await app.openNote(other)
    await name.waitFor()
    await app.openNote(NEW)
    await section(app).waitFor()
    await app.page.waitForLoadState('networkidle')
    expect(await name.count()).toBe(0)

    await suggestAgain(' in Again')
    await app.openNote(NEW)
    await name.waitFor()
    expect(await marks.count()).toBe(1)

    await suggestAgain(' in Again, where it says “Ask Kestrel Boatyard first.”')
    await app.page.getByText('Nothing was dismissed.').waitFor()
    await app.openNote(NEW)
    await soon(() => marks.count()).toBe(2)
  },
)

story('a concept becomes a note that all its places link to, seen before it is done', async ({ app }) => {
  await openNew(app)
  await app.type('The harbour levy again.')
  await section(app)
    .getByRole('button', { name: /Make a note of “harbour levy”/ })
    .click()
  const dialog = app.page.getByRole('dialog')
  await dialog.getByText('5 links in 5 notes').waitFor()
  await dialog.getByRole('button', { name: 'Make note' }).click()
  await soon(() => app.vault.has('ideas/Harbour levy.md')).toBe(true)
  await soon(() => app.vault.read('Four.md')).toContain('A [[harbour levy]] of four pounds.')
})

story('one key makes a note of what the paragraph says, seen before it is done', async ({ app }) => {
  await openNew(app)
  await app.type('The harbour levy again.')
  await section(app)
    .getByRole('button', { name: /harbour levy 4 notes/i })
    .waitFor()
  await app.press('Alt+C')
  const dialog = app.page.getByRole('dialog')
  await dialog.getByText('5 links in 5 notes').waitFor()
  await app.press('Escape')
  await soon(() => dialog.count()).toBe(0)
  expect(app.vault.has('ideas/Harbour levy.md')).toBe(false)
})

story('who names a note without a link is shown beside it, and linked one by one or all at once', async ({ app }) => {
  app.vault.write('One.md', 'We walked past Osprey Chandlers on Monday.\n')
  app.vault.write('Two.md', 'Osprey Chandlers wants an answer. Call Osprey Chandlers.\n')
  app.vault.write('people/Osprey Chandlers.md', 'They mend boats.\n')
  await app.openNote('people/Osprey Chandlers.md')
  const named = app.page.getByRole('region', { name: 'Named without a link' })
  const rows = named.getByRole('listitem')
  await named.getByText('We walked past').waitFor()
  await soon(() => rows.count()).toBe(3)

  await named.getByRole('button', { name: 'Link “Osprey Chandlers” in “One”' }).click()
  await soon(() => app.vault.read('One.md')).toBe('We walked past [[Osprey Chandlers]] on Monday.\n')
  await soon(() => rows.count()).toBe(2)
  await app.page.getByRole('region', { name: 'Backlinks' }).getByText('We walked past').waitFor()

  await named.getByRole('button', { name: 'Link all…' }).click()
  const dialog = app.page.getByRole('dialog')
  await dialog.getByText('2 places in 1 note will become links.').waitFor()
  await dialog.getByRole('button', { name: 'Link all' }).click()
  await soon(() => app.vault.read('Two.md')).toBe('[[Osprey Chandlers]] wants an answer. Call [[Osprey Chandlers]].\n')
  await soon(() => named.count()).toBe(0)
  await app.page.getByRole('button', { name: 'Undo' }).click()
  await soon(() => app.vault.read('Two.md')).toBe('Osprey Chandlers wants an answer. Call Osprey Chandlers.\n')
  await soon(() => rows.count()).toBe(2)
})

story('all names in a selection become links at once, and one undo takes them back', async ({ app }) => {
  app.vault.write('people/Osprey Chandlers.md', 'They mend boats.\n')
  app.vault.write('people/Heron Rope Works.md', 'They make rope.\n')
  await openNew(app)
  const words = 'Ask Osprey Chandlers, then Heron Rope Works, then Osprey Chandlers again.'
  await app.type(words)
  await soon(() => app.page.locator('.cm-named').count()).toBe(3)
  await app.press('Control+A')
  await app.press('Control+Shift+L')
  await app.page.getByText('3 places linked to 2 notes.').waitFor()
  await soon(() => app.vault.read(NEW)).toContain(
    'Ask [[Osprey Chandlers]], then [[Heron Rope Works]], then [[Osprey Chandlers]] again.',
  )
  await app.press('Control+Z')
  await soon(() => app.vault.read(NEW)).toContain(words)
})
