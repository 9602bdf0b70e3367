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
    '---\nstatus: open # keep\n---\n# Ship it\n\nDecided on 2026-03-29.\n',
  ],
  [
    'a template and a kind',
    { title: 'Ship it', template: 'Decision', kind: 'decision' },
    'Ship it.md',
    '---\nkind: decision\nstatus: open # keep\n---\n# Ship it\n\nDecided on 2026-03-29.\n',
  ],
  ['space around', { title: '  Two   words \n' }, 'Two words.md', '# Two words\n\n'],
])('%s', async (_, asked, path, text) => {
  const { workspace, vault } = await openTestWorkspace({ 'templates/Decision.md': TEMPLATE }, { now })
  expect(await workspace.create(asked)).toMatchObject({ saved: true, path })
  expect((await vault.read(path as never))?.text).toBe(text)
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
