import { expect, test } from 'vitest'
import { UserError } from '../core/errors.ts'
import { notePath } from '../core/path.ts'
import { openTestWorkspace } from './testing.ts'

const NOTES = {
  'Plan.md': 'See [[clients/Acme]], [[Acme]] and [Borg](clients/old/Borg.md).\n',
  'clients/Acme.md': '# Acme\n\n[Borg](old/Borg.md) [plan](../Plan.md)\n',
  'clients/old/Borg.md': '# Borg\n',
  'people/Ada.md': '# Ada\n',
}

const refused = (proposal: string | undefined, words: RegExp) =>
  expect.objectContaining({ proposal, message: expect.stringMatching(words) })

async function attempt(path: string, to: string): Promise<unknown> {
  const { workspace } = await openTestWorkspace(NOTES)
  return workspace.plan({ kind: 'move-folder', path, to }).catch((error: unknown) => {
    expect(error).toBeInstanceOf(UserError)
    return error
  })
}

test('a folder gets another path with all that is in it, and one undo brings it back', async () => {
  const { workspace, vault } = await openTestWorkspace(NOTES)
  const text = async (path: string) => (await vault.read(notePath(path)))?.text
  const done = await workspace.refactor({ kind: 'move-folder', path: 'clients', to: 'people/customers' })
  expect(done).toMatchObject({ done: true, path: 'people/customers', links: 3, notes: 2 })
  expect(await text('Plan.md')).toBe(
    'See [[people/customers/Acme]], [[Acme]] and [Borg](people/customers/old/Borg.md).\n',
  )
  expect(await text('people/customers/Acme.md')).toBe('# Acme\n\n[Borg](old/Borg.md) [plan](../../Plan.md)\n')
  const undone = await workspace.undo()
  expect(undone.moves).toEqual([
    { from: 'people/customers/Acme.md', to: 'clients/Acme.md' },
    { from: 'people/customers/old/Borg.md', to: 'clients/old/Borg.md' },
  ])
  for (const [path, before] of Object.entries(NOTES)) expect(await text(path), path).toBe(before)
})

test('a folder that is renamed says so, also where only the case changes', async () => {
  expect(await attempt('clients', 'customers')).toMatchObject({ label: 'Rename folder clients to customers' })
  expect(await attempt('clients', 'Clients')).toMatchObject({ label: 'Rename folder clients to Clients' })
  expect(await attempt('clients/old', 'old')).toMatchObject({ label: 'Move folder clients/old to old' })
  expect(await attempt('clients', 'clients')).toMatchObject({ changes: [] })
})

test.each([
  ['clients', 'people', 'people 2', /^There is a folder people already; try “people 2”\.$/],
  ['clients', 'PEOPLE', 'PEOPLE 2', /already/],
  ['people', 'clients/old', 'old 2', /^There is a folder clients\/old already/],
  ['clients', 'a:b', 'a b', /^“a:b” cannot be the name of a folder/],
  ['clients', '', undefined, /^A folder needs a name/],
  ['clients', 'clients/inside', undefined, /cannot be moved into itself/],
  ['clients', '../outside', undefined, /^\.\.\/outside is not a place in this vault/],
  ['nowhere', 'elsewhere', undefined, /^There is no note or folder nowhere/],
])('%s cannot become %s', async (path, to, proposal, words) => {
  expect(await attempt(path, to)).toEqual(refused(proposal, words))
})
