import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ProgressEvent } from '../core/answers.ts'
import type { Revision } from '../core/note.ts'
import { notePath } from '../core/path.ts'
import { Index } from '../index/index.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { Workspace } from '../workspace.ts'

const NOTES = 3000

/** A vault that is read slowly, as from a disk that others use. */
async function openSlowly() {
  const text = (at: number) => `# Note ${at}\n\nSee [[Note ${(at + 1) % NOTES}]]. ${'Words. '.repeat(40)}\n`
  const files = Array.from({ length: NOTES }, (_, at) => [`Note ${at}.md`, text(at)] as const)
  const vault = new MemoryVault(Object.fromEntries(files))
  const readMany = vault.readMany.bind(vault)
  vault.readMany = async (paths) => {
    await setTimeout(15)
    return readMany(paths)
  }
  const workspace = await Workspace.open(vault, await Index.open(':memory:'))
  const told: ProgressEvent[] = []
  workspace.onProgress((event) => told.push(event))
  const isUnderWay = async () => {
    while ((workspace.reading()?.done ?? 0) < 100) await setTimeout(5)
  }
  return { vault, workspace, told, isUnderWay }
}

test('while many notes are read, a note is opened and saved, and what was saved is in the index in the end', async () => {
  const { workspace, isUnderWay } = await openSlowly()
  const reading = workspace.refresh()
  await isUnderWay()
  const path = notePath('Note 7.md')
  const { revision } = await workspace.read(path)
  expect(await workspace.save(path, 'Goes to [[Note 9]].\n', revision as Revision)).toMatchObject({ saved: true })
  expect(workspace.reading()).toBeDefined()
  await reading
  while (workspace.backlinks(notePath('Note 9.md')).length < 2) await setTimeout(5)
  expect(workspace.reading()).toBeUndefined()
  await workspace.close()
})

test('it says how far it is and how fast, stops when asked to, and goes on from there', async () => {
  const { workspace, told, isUnderWay } = await openSlowly()
  const reading = workspace.refresh()
  await isUnderWay()
  workspace.stopReading()
  await expect(reading).rejects.toThrow()
  const stopped = workspace.reading()
  expect(stopped).toMatchObject({ total: NOTES, reading: { stopped: true } })
  expect(told.some((event) => (event.reading?.rate ?? 0) > 0)).toBe(true)
  const { notes } = workspace.about()
  expect(notes).toBeGreaterThan(0)
  expect(notes).toBeLessThan(NOTES)
  await workspace.create({ title: 'Written meanwhile' })
  expect(workspace.names('written mean', undefined, 1)).toHaveLength(1)
  workspace.readOn()
  while (workspace.about().notes < NOTES + 1) await setTimeout(5)
  while (workspace.reading() !== undefined) await setTimeout(5)
  await workspace.close()
})
