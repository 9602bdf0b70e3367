import { expect, test } from 'vitest'
import { UserError } from '../core/errors.ts'
import type { NewNote } from './creating.ts'
import { openTestWorkspace } from './testing.ts'

const now = () => new Date(2026, 2, 29)
const TEMPLATE = '---\nkind: template\nstatus: open # keep\n---\n# {{title}}\n\nDecided on {{date}}.\n'

test.each<[string, NewNote, string, string]>([
  ['a title', { title: 'Pricing gap' }, 'Pricing gap.md', '# Pricing gap\n\n'],
  ['a folder in the title', { title: 'clients/Acme' }, 'clients/Acme.md', '# Acme\n\n'],
  ['a folder', { title: 'Acme', folder: 'clients' }, 'clients/Acme.md', '# Acme\n\n'],
  ['its own text', { title: 'A', text: 'Mine.\n' }, 'A.md', 'Mine.\n'],
  [
    'kind and tags',
    { title: 'A', kind: 'idea', tags: ['pricing', 'a/b'] },
    'A.md',
    '---\nkind: idea\ntags: [ pricing, a/b ]\n---\n# A\n\n',
  ],
  [
    'a title that no file can have',
    { title: 'Why: a > b?' },
    'Why - a b.md',
    '---\ntitle: "Why: a > b?"\n---\n# Why: a > b?\n\n',
  ],
  [
    'a template',
    { title: 'Ship it', template: 'Decision' },
    'Ship it.md',
    '---\nkind: decision\nstatus: open # keep\n---\n# Ship it\n\nDecided on 2026-03-29.\n',
  ],
  [
    'a template and another kind',
    { title: 'Ship it', template: 'Decision', kind: 'plan' },
    'Ship it.md',
    '---\nkind: plan\nstatus: open # keep\n---\n# Ship it\n\nDecided on 2026-03-29.\n',
  ],
  [
    'a kind that has a template',
    { title: 'Ship it', kind: 'Decision', folder: 'made' },
    'made/Ship it.md',
    '---\nkind: Decision\nstatus: open # keep\n---\n# Ship it\n\nDecided on 2026-03-29.\n',
  ],
  ['space around', { title: '  Two   words \n' }, 'Two words.md', '# Two words\n\n'],
])('%s', async (_, asked, path, text) => {
  const { workspace, vault } = await openTestWorkspace({ 'templates/Decision.md': TEMPLATE }, { now })
  expect(await workspace.create(asked)).toMatchObject({ saved: true, path })
  expect((await vault.read(path as never))?.text).toBe(text)
})

const create = async (template: string, asked: Partial<NewNote> = {}) => {
  const files = { 'Form.md': template, 'A.md': '---\nkind: call\n---\n', 'calls/B.md': '---\nkind: call\n---\n' }
  const { workspace, vault } = await openTestWorkspace(files, { now: () => new Date(2026, 2, 29, 9, 5) })
  const answer = await workspace.create({ title: 'Ann: "Tea"', template: 'Form.md', ...asked })
  if (!answer.saved) throw new Error('Not saved')
  const text = (await vault.read(answer.path as never))?.text ?? ''
  return {
    text,
    at: answer.cursor === undefined ? undefined : `${text.slice(0, answer.cursor)}|${text.slice(answer.cursor)}`,
  }
}

test.each([
  ['{{title}} on {{ date }} at {{time}}', 'Ann: "Tea" on 2026-03-29 at 09:05'],
  ['{{date:dddd, D MMMM YYYY}} {{date:DD.MM.YY [at] H:mm}}', 'Sunday, 29 March 2026 29.03.26 at 9:05'],
  ['{{kind}}, {{other}} {{Title}}', 'plan, {{other}} Ann: "Tea"'],
])('fields: %s', async (written, filled) => {
  const { text } = await create(`---\nkind: template\n---\n${written}\n`, { kind: 'plan' })
  expect(text.split('---\n')[2]).toBe(`${filled}\n`)
})

test('the writer goes on where the template says', async () => {
  const { at, text } = await create('---\nkind: template\n---\n# {{title}}\r\n\r\nWith {{cursor}}.{{cursor}}\r\n')
  expect(at).toMatch(/\r\nWith \|\.\r\n$/)
  expect(text).not.toContain('cursor')
})

test('what a template says of itself is not said of the note, and a title in a property has its quotes', async () => {
  const { text } = await create(
    '---\nkind: template\nmakes: call # what it is for\ndate: 2020-01-01\nabout: {{title}}\nwhen: {{date}}\n---\nHello\n',
  )
  expect(text).toBe(
    `---\nkind: call\ndate: 2026-03-29\nabout: "Ann: \\"Tea\\""\nwhen: 2026-03-29\ntitle: 'Ann: "Tea"'\n---\nHello\n`,
  )
})

test('what a note can start from: templates with the kind that they say or are called by, then other kinds', async () => {
  const { workspace } = await openTestWorkspace({
    't/Meeting template.md': '---\nkind: template\n---\n',
    't/Phone.md': '---\nkind: template\nmakes: Call\n---\n',
    't/Odd.md': '---\nkind: template\n---\n',
    'calls/A.md': '---\nkind: call\n---\n',
    'calls/B.md': '---\nkind: call\n---\n',
    'C.md': '---\nkind: call\n---\n',
    'ideas/D.md': '---\nkind: idea\n---\n',
  })
  expect(workspace.templates().map(({ kind, title, folder }) => [kind, title, folder])).toEqual([
    ['meeting', 'Meeting template', ''],
    [null, 'Odd', ''],
    ['call', 'Phone', 'calls'],
    ['idea', null, 'ideas'],
  ])
})

test('a decision has a template in every vault, and the day one where the vault has it', async () => {
  const files = { 'Daily note.md': '---\nkind: template\nmakes: daily\n---\n# {{date:D MMMM}}\n\n{{cursor}}\n' }
  const { workspace, vault } = await openTestWorkspace(files, { now })
  const made = await workspace.create({ title: 'Ship it', kind: 'decision' })
  expect(made).toMatchObject({ saved: true, cursor: expect.any(Number) })
  expect((await vault.read('Ship it.md' as never))?.text).toMatch(
    /^---\nkind: decision\nstatus: proposed\ndate: 2026-03-29\n---\n\n## Context\n\nWhat/,
  )
  const { path } = await workspace.daily()
  expect((await vault.read(path as never))?.text).toBe('---\nkind: daily\n---\n# 29 March\n\n\n')
})

test('what is there already is never written over', async () => {
  const { workspace, vault } = await openTestWorkspace({ 'Acme.md': 'old' })
  expect(await workspace.create({ title: 'ACME' })).toEqual({ saved: false, reason: 'exists', existing: 'Acme.md' })
  expect(await workspace.create({ title: 'Acme' })).toEqual({ saved: false, reason: 'exists', existing: 'Acme.md' })
  expect((await vault.read('Acme.md' as never))?.text).toBe('old')
})

test.each([[''], ['  '], ['../Acme'], ['a/../../b'], ['x/']])('%j is refused', async (title) => {
  const { workspace } = await openTestWorkspace({})
  await expect(workspace.create({ title })).rejects.toBeInstanceOf(UserError)
})

test('a folder out of the vault is refused', async () => {
  const { workspace } = await openTestWorkspace({})
  await expect(workspace.create({ title: 'A', folder: '../out' })).rejects.toBeInstanceOf(UserError)
  await expect(workspace.create({ title: 'A', folder: '.notly' })).rejects.toBeInstanceOf(UserError)
})
