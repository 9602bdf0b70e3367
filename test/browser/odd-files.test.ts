import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf } from './axe.ts'
import { expect, soon, story } from './story.ts'

/** Milliseconds. */
const LONG = 180_000

const ODD: readonly (readonly [path: string, bytes: Buffer, shown: string])[] = [
  ['odd/With a mark.md', Buffer.from('\uFEFF# With a mark\n\nText.\n'), 'Text.'],
  ['odd/From Windows.md', Buffer.from('# From Windows\r\n\r\nText.\r\nMore.\r\n'), 'More.'],
  ['odd/Mixed ends.md', Buffer.from('# Mixed ends\r\n\nText.\rMore.\n\r\n'), 'Text.'],
  ['odd/No end.md', Buffer.from('# No end\n\nText without an end'), 'without an end'],
  ['odd/Trailing.md', Buffer.from('# Trailing   \n\n\n\nText.\t \n\n\n'), 'Text.'],
  ['odd/Latin 1.md', Buffer.from([0x23, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x0a]), 'caf'],
  ['odd/Zero.md', Buffer.from('# Zero\n\nbefore\0after\n'), 'before'],
  ['odd/Long line.md', Buffer.from(`# Long line\n\n${'word '.repeat(200_000)}\n`), 'word'],
  ['odd/Longer line.md', Buffer.from(`# Longer line\n\n${'word '.repeat(2_000_000)}\n`), 'word'],
  ['odd/Nested.md', Buffer.from(`# Nested\n\n${'*a '.repeat(2000)}${' b*'.repeat(2000)}\n`), '*a *a'],
  ['odd/Deep.md', Buffer.from(`# Deep\n\n${'> '.repeat(10_000)}down here\n`), 'Deep'],
  ['odd/Bad properties.md', Buffer.from('---\ntags: [a\nkind:\tb\n---\n\nText.\n'), 'Text.'],
  ['odd/Empty.md', Buffer.from(''), ''],
]

story(
  'a note that is too much is shown as it is written, can be written in, and says so',
  { timeout: LONG },
  async ({ app }) => {
    app.vault.write('Long.md', `---\nkind: idea\n---\n# Long\n\n${'word *a* '.repeat(20_000)}\n`)
    await app.openNote('Long.md')
    await app.page.getByText('This note is very long, or has a very long line').waitFor()
    await app.text.focus()
    await app.press('Control+End')
    await app.page.keyboard.type('the end')
    await soon(() => app.vault.bytes('Long.md').toString().endsWith('\nthe end')).toBe(true)
    expect(await problemsOf(app.page)).toEqual([])
  },
)

story(
  'no pattern can be asked for in the find panel: it looks for words, and what would hang a pattern does not hang it',
  async ({ app }) => {
    const evil = '(a+)+$'
    app.vault.write('Evil.md', `# Evil\n\n${'a'.repeat(5000)}!\n\nHere it is written: ${evil}\n`)
    await app.openNote('Evil.md')
    await app.text.focus()
    await app.press('Control+f')
    const panel = app.page.locator('.cm-search')
    await panel.waitFor()
    const names = () =>
      panel.locator('input, button').evaluateAll((all) => all.map((each) => each.getAttribute('name')))
    expect(await names()).toEqual([
      'search',
      'next',
      'prev',
      'select',
      'case',
      'word',
      'replace',
      'replace',
      'replaceAll',
      'close',
    ])
    await panel.locator('[name=search]').fill(evil)
    // Neither by the keys that CodeMirror has for it elsewhere.
    await app.press('Alt+x', 'Alt+r')
    const start = performance.now()
    await app.press('Enter')
    await soon(() => app.page.evaluate('String(getSelection())')).toContain(evil)
    expect(performance.now() - start).toBeLessThan(5000)
    expect(await names()).not.toContain('re')
  },
)

story('odd files are opened, read and left as they are', { timeout: LONG }, async ({ app }) => {
  const file = (path: string): string => join(app.vault.folder, path)
  mkdirSync(file('odd'))
  for (const [path, bytes] of ODD) app.vault.write(path, bytes)
  await app.page.goto('/recent')
  // Read with the longest of them.
  await app.page.getByRole('main').getByText('Bad properties').first().waitFor({ timeout: 60_000 })
  const times = new Map(ODD.map(([path]) => [path, statSync(file(path), { bigint: true }).mtimeNs]))
  for (const [path, , shown] of ODD) {
    await app.openNote(path)
    await soon(() => app.text.innerText()).toContain(shown)
    await app.text.focus()
    await app.press('Control+End', 'ArrowUp', 'Control+Home')
  }
  await app.openNote('odd/Latin 1.md')
  await app.page.getByText('This file is not in UTF-8').waitFor()
  await app.page.goto('/recent')
  await app.title('Recent').waitFor()
  for (const [path, bytes] of ODD) {
    expect(app.vault.bytes(path).equals(bytes), path).toBe(true)
    expect(statSync(file(path), { bigint: true }).mtimeNs, path).toBe(times.get(path))
  }
})
