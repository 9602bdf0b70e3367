import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { RenamedEvent } from '../core/answers.ts'
import type { Revision } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import type { MemoryVault } from '../vaults/memory.ts'
import type { Workspace } from '../workspace.ts'
import { renamingsOf } from './outside-renames.ts'
import { openTestWorkspace } from './testing.ts'

const NOTES = {
  'Acme.md': 'The client. See [[Plan]].\n',
  'Plan.md': 'For @Acme and [[Acme|them]], [here](./Acme.md).\n',
  'Fees.md': '# Fees\n\n[[Acme]] pays.\n',
  'notes/One.md': '# One\n\n[two](Two.md) [[notes/Two]]\n',
  'notes/Two.md': '# Two\n\n[[Acme]]\n',
}
/** Longer than an offer is held back. Milliseconds. */
const LONG_ENOUGH = 500

const open = () => openTestWorkspace(NOTES)

async function moveOutside(vault: MemoryVault, from: string, to: string): Promise<void> {
  const source = await vault.read(notePath(from))
  vault.removeOutside(from)
  vault.writeOutside(to, source?.text ?? '')
}

async function offersAfter(workspace: Workspace, happen: () => Promise<unknown>): Promise<RenamedEvent[]> {
  const offers: RenamedEvent[] = []
  const stop = workspace.onRenamed((event) => offers.push(event))
  await happen()
  await workspace.refresh()
  await setTimeout(LONG_ENOUGH)
  stop()
  return offers
}

const textOf = async (vault: MemoryVault, path: string) => (await vault.read(notePath(path)))?.text

describe('a rename by another program', () => {
  test('is offered with its links, and done only when asked for', async () => {
    const { vault, workspace } = await open()
    expect(await offersAfter(workspace, () => moveOutside(vault, 'Acme.md', 'clients/Acme Ltd.md'))).toEqual([
      { from: 'Acme.md', to: 'clients/Acme Ltd.md', links: 5 },
    ])
    expect(await textOf(vault, 'Plan.md')).toBe(NOTES['Plan.md'])
    expect(await workspace.adoptRename('Acme.md', 'clients/Acme Ltd.md')).toMatchObject({ done: true, links: 5 })
    expect(await textOf(vault, 'Plan.md')).toBe(
      'For @Acme Ltd and [[Acme Ltd|them]], [here](./clients/Acme%20Ltd.md).\n',
    )
    expect(await textOf(vault, 'clients/Acme Ltd.md')).toBe(NOTES['Acme.md'])
    expect(workspace.unresolved()).toEqual([])
    await workspace.undo()
    expect(await textOf(vault, 'Plan.md')).toBe(NOTES['Plan.md'])
    expect(await textOf(vault, 'clients/Acme Ltd.md')).toBe(NOTES['Acme.md'])
  })

  test('of a folder is one offer', async () => {
    const { vault, workspace } = await open()
    const offers = await offersAfter(workspace, async () => {
      await moveOutside(vault, 'notes/One.md', 'texts/One.md')
      await moveOutside(vault, 'notes/Two.md', 'texts/Two.md')
    })
    expect(offers).toEqual([{ from: 'notes', to: 'texts', links: 1 }])
    expect(await workspace.adoptRename('notes', 'texts')).toMatchObject({ done: true, links: 1 })
    expect(await textOf(vault, 'texts/One.md')).toBe('# One\n\n[two](Two.md) [[texts/Two]]\n')
  })

  test('is none when Notly did it, when no link is concerned, or when the texts are not one', async () => {
    const { vault, workspace } = await open()
    const byNotly = () => workspace.refactor({ kind: 'move', path: 'Acme.md', to: 'clients' })
    expect(await offersAfter(workspace, byNotly)).toEqual([])
    expect(await offersAfter(workspace, () => moveOutside(vault, 'Fees.md', 'Costs.md'))).toEqual([])
    const another = async () => {
      vault.removeOutside('notes/Two.md')
      vault.writeOutside('notes/Three.md', '# Three\n')
    }
    expect(await offersAfter(workspace, another)).toEqual([])
  })

  test('that was not, or is not any more, is not followed', async () => {
    const { vault, workspace } = await open()
    await expect(workspace.adoptRename('Acme.md', 'Plan.md')).rejects.toThrow('Acme.md was not renamed to Plan.md')
    await moveOutside(vault, 'Acme.md', 'Firm.md')
    await workspace.refresh()
    await workspace.create({ title: 'Acme' })
    await expect(workspace.adoptRename('Acme.md', 'Firm.md')).rejects.toThrow('or has come back')
    expect(await textOf(vault, 'Plan.md')).toBe(NOTES['Plan.md'])
  })
})

describe('an offer', () => {
  const happened = async (vault: MemoryVault, workspace: Workspace, from: string, to: string) => {
    await moveOutside(vault, from, to)
    await workspace.refresh()
    await setTimeout(LONG_ENOUGH)
  }
  const offer = { from: 'Acme.md', to: 'Firm.md', links: 5 }

  test('waits for who was not there, can be looked at, and goes when it is taken', async () => {
    const { vault, workspace } = await open()
    await happened(vault, workspace, 'Acme.md', 'Firm.md')
    expect(workspace.renames()).toEqual([offer])
    const plan = await workspace.planAdoption('Acme.md', 'Firm.md')
    expect(plan).toMatchObject({ links: 5, notes: 3 })
    expect(plan.changes.map(({ path, to }) => [path, to])).toEqual([
      ['Fees.md', 'Fees.md'],
      ['Plan.md', 'Plan.md'],
      ['notes/Two.md', 'notes/Two.md'],
    ])
    expect(await textOf(vault, 'Plan.md')).toBe(NOTES['Plan.md'])
    await workspace.adoptRename('Acme.md', 'Firm.md')
    expect(workspace.renames()).toEqual([])
  })

  test('that was dismissed stays dismissed', async () => {
    const { vault, workspace } = await open()
    await happened(vault, workspace, 'Acme.md', 'Firm.md')
    expect(workspace.dismissRename('Acme.md', 'Firm.md')).toEqual([])
    await workspace.refresh()
    await setTimeout(LONG_ENOUGH)
    expect(workspace.renames()).toEqual([])
  })

  test('follows a second rename, and goes when the note is back', async () => {
    const { vault, workspace } = await open()
    await happened(vault, workspace, 'Acme.md', 'Firm.md')
    await happened(vault, workspace, 'Firm.md', 'clients/Firm.md')
    expect(workspace.renames()).toEqual([{ ...offer, to: 'clients/Firm.md' }])
    await happened(vault, workspace, 'clients/Firm.md', 'Acme.md')
    expect(workspace.renames()).toEqual([])
  })
})

test('notes that went from one folder to another are that folder', () => {
  const moved = (...pairs: [string, string][]) =>
    renamingsOf(pairs.map(([from, to]) => ({ from: notePath(from), to: notePath(to), revision: '' as Revision })))
  expect(moved(['a/b/x.md', 'a/c/x.md'], ['a/b/d/y.md', 'a/c/d/y.md'])).toEqual([{ from: 'a/b', to: 'a/c' }])
  expect(moved(['a/x.md', 'b/x.md'])).toEqual([{ from: 'a/x.md', to: 'b/x.md' }])
  expect(moved(['a/x.md', 'b/x.md'], ['a/y.md', 'c/y.md'])).toHaveLength(2)
  expect(moved(['x.md', 'a/x.md'], ['y.md', 'a/y.md'])).toHaveLength(2)
  expect(moved()).toEqual([])
})

describe('what other programs do', () => {
  /** What is noticed is gathered; whatever Notly does itself comes after it. */
  const settle = (workspace: Workspace, title: string) => workspace.create({ title })
  const outside = (workspace: Workspace) => workspace.operations().filter(({ kind }) => kind === 'outside')

  test('is kept, with the texts that were seen', async () => {
    const { vault, workspace } = await open()
    for (const text of ['Second.\n', 'Third.\n']) {
      vault.writeOutside('Acme.md', text)
      await workspace.refresh()
      await settle(workspace, text)
    }
    expect(outside(workspace)).toMatchObject([{ notes: 1 }, { notes: 1 }])
    const [second] = workspace.versions(notePath('Acme.md'))
    expect(second).toMatchObject({ kind: 'outside' })
    expect(await workspace.version(notePath('Acme.md'), second?.revision ?? '')).toMatchObject({ text: 'Second.\n' })
  })

  test('goes on with a note that moved', async () => {
    const { vault, workspace } = await open()
    const { revision } = await workspace.read(notePath('Acme.md'))
    await workspace.save(notePath('Acme.md'), 'Mine.\n', revision as Revision)
    await moveOutside(vault, 'Acme.md', 'Firm.md')
    await workspace.refresh()
    await settle(workspace, 'Done')
    expect(outside(workspace)).toMatchObject([{ notes: 1 }])
    expect(workspace.versions(notePath('Firm.md')).map((version) => version.revision)).toContain(revision)
  })

  test('puts what Notly wrote and another program deletes into the trash', async () => {
    const { vault, workspace } = await open()
    await workspace.create({ title: 'Short thought' })
    vault.removeOutside('Short thought.md')
    await workspace.refresh()
    await settle(workspace, 'Done')
    expect(workspace.trash()).toMatchObject([{ path: 'Short thought.md' }])
  })

  test('is not what Notly does, nor the first look at a vault, nor another copy of it', async () => {
    const { vault, workspace } = await open()
    await workspace.refactor({ kind: 'rename', path: 'Acme.md', title: 'Firm' })
    await workspace.undo()
    await workspace.refresh()
    for (let at = 0; at <= 1000; at++) vault.writeOutside(`copy/${at}.md`, `${at}\n`)
    await workspace.refresh()
    await settle(workspace, 'Done')
    expect(outside(workspace)).toEqual([])
  })
})
