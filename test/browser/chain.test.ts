import { PHONE, WIDE } from './app.ts'
import { problemsOf } from './axe.ts'
import { expect, soon, story } from './story.ts'

const TASK = 'tasks/Client presentation.md'

story(
  'one key from the task shows the idea and the research behind it, with the reasons',
  async ({ readOnlyApp: app }) => {
    const { page } = app
    await page.setViewportSize(WIDE)
    await app.openNote(TASK)
    await app.text.focus()
    await app.press('Alt+w')
    const tree = page.getByRole('tree', { name: 'Rests on' })
    const item = (title: string) => tree.getByRole('treeitem', { name: new RegExp(title) }).first()
    await soon(() => app.hasFocus(item('Prototype tiers'))).toBe(true)
    expect(await item('Prototype tiers').innerText()).toContain('the last slide needs a price')
    expect(await item('Pricing gap').innerText()).toContain('nobody serves teams under ten')
    expect(await item('Competitor analysis').innerText()).toContain('the smallest plan anyone offers is ten seats')

    await app.press('ArrowDown', 'ArrowDown')
    expect(await app.hasFocus(item('Competitor analysis'))).toBe(true)
    await app.press('Enter')
    await app.title('Competitor analysis').waitFor()
  },
)

story('the quiet line under the title leads from the task to the research', async ({ readOnlyApp: app }) => {
  await app.openNote(TASK)
  const line = app.page.getByRole('navigation', { name: 'Rests on, in short' })
  await line.getByRole('link', { name: 'Competitor analysis' }).waitFor()
  const names = await line.getByRole('link').allInnerTexts()
  expect(names.map((name) => name.trim())).toEqual(['Prototype tiers', 'Pricing gap', 'Competitor analysis'])
  await line.getByRole('link', { name: 'Pricing gap' }).click()
  await app.title('Pricing gap').waitFor()
})

story('the tree folds and unfolds by keys, previews, and gives what more there is', async ({ readOnlyApp: app }) => {
  const { page } = app
  await app.openNote(TASK)
  await app.text.focus()
  await app.press('Alt+w')
  const tree = page.getByRole('tree', { name: 'Rests on' })
  const first = tree.getByRole('treeitem').first()
  await soon(() => app.hasFocus(first)).toBe(true)
  const before = await tree.getByRole('treeitem').count()
  await app.press('ArrowLeft')
  expect(await first.getAttribute('aria-expanded')).toBe('false')
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(before)
  await app.press('ArrowRight')
  expect(await tree.getByRole('treeitem').count()).toBe(before)
  await app.press('Control')
  await page.getByRole('dialog', { name: 'Preview of Prototype tiers' }).waitFor()

  // What Prototype tiers rests on by plain links only is counted, and comes when asked for.
  const more = tree.getByRole('treeitem', { name: /^\d+ more$/ }).first()
  const unfolded = await tree.getByRole('treeitem').count()
  await more.focus()
  await app.press('Enter')
  await soon(() => tree.getByRole('treeitem').count()).toBeGreaterThan(unfolded)
})

story('how two notes hang together, asked from one of them', async ({ readOnlyApp: app }) => {
  const { page } = app
  await app.openNote(TASK)
  await app.openSwitcher()
  await app.type('> hang together')
  await app.press('Enter')
  await app.title('How do these hang together\\?').waitFor()
  await page.getByRole('combobox', { name: 'The other note' }).focus()
  await app.type('why trials')
  await page.getByRole('option', { name: 'Why trials end' }).waitFor()
  await app.press('ArrowDown', 'Enter')
  const best = page.getByRole('region', { name: 'The best reasoned way' })
  await best.waitFor()
  expect(await best.innerText()).toContain('the last slide needs a price')
  expect(app.address).toBe(`/between/${TASK}?to=research/Why+trials+end.md`)
  await page.reload()
  await best.waitFor()
  for (const [viewport, colorScheme] of [
    [WIDE, 'light'],
    [PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    expect(await problemsOf(page), colorScheme).toEqual([])
  }
})
