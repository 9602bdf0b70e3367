import { expect, test } from 'vitest'
import { MemoryVault } from '../vaults/memory.ts'
import { openTestWorkspace } from '../workspace/testing.ts'
import { Index } from './index.ts'
import { propertiesOf, valuesOf } from './properties.ts'
import { sync } from './sync.ts'

const NOTES = {
  'a.md':
    '---\nDue by: 2026-03-01\nowner: Maren Dahl\nstatus: Open\nkind: task\ntopics: [Sea, "Slow trains"]\nsure: true\n---\n',
  'b.md': '---\nDue by: 2026-03-02\nowner: Ines\nstatus: open\nkind: task\ntopics: [Sea]\ncount: 12\n---\n',
  'c.md':
    '---\ndue-by: 2026-03-03T10:00\nowner: Ines\nstatus: waiting\nkind: Idea\nsee: "[[a]]"\n---\n- [ ] ring 📅 2026-01-01\n',
}

test('properties of the vault, as most notes spell them, with what their values look like', async () => {
  const { workspace } = await openTestWorkspace(NOTES)
  expect(workspace.properties()).toEqual([
    { key: 'Due by', type: 'date', notes: 3 },
    { key: 'owner', type: 'text', notes: 3 },
    { key: 'status', type: 'text', notes: 3 },
    { key: 'topics', type: 'list', notes: 2 },
    { key: 'count', type: 'number', notes: 1 },
    { key: 'see', type: 'link', notes: 1 },
    { key: 'sure', type: 'checkbox', notes: 1 },
  ])
})

test('values as they are written, the most used first, and by how they begin', async () => {
  const { workspace } = await openTestWorkspace(NOTES)
  expect(workspace.propertyValues({ key: 'Owner', limit: 9 })).toEqual([
    { value: 'Ines', notes: 2 },
    { value: 'Maren Dahl', notes: 1 },
  ])
  expect(workspace.propertyValues({ key: 'topics', typed: 'SL', limit: 9 })).toEqual([
    { value: 'Slow trains', notes: 1 },
  ])
  expect(workspace.propertyValues({ key: 'due by', typed: '2026-03', limit: 2 })).toHaveLength(2)
  expect(workspace.propertyValues({ key: 'nothing', limit: 9 })).toEqual([])
})

test('a status is one that notes of the kind have', async () => {
  const { workspace } = await openTestWorkspace(NOTES)
  expect(workspace.propertyValues({ key: 'status', kind: 'idea', limit: 9 })).toEqual([{ value: 'waiting', notes: 1 }])
  expect(workspace.propertyValues({ key: 'status', typed: 'op', limit: 9 })).toHaveLength(2)
  expect(workspace.propertyValues({ key: 'kind', limit: 9 })).toEqual([
    { value: 'task', notes: 2 },
    { value: 'idea', notes: 1 },
  ])
})

test('which notes show it hangs on no number of a file: an index that was kept up to date says what one made anew says', async () => {
  const vault = new MemoryVault()
  const note = (at: number, word: string) =>
    vault.writeOutside(
      `n${at}.md`,
      `---\n${at % 2 ? 'Mood' : 'mood'}: ${word} ${at % 300}\nRare ${at % 7}: ${at % 3 ? at : 'text'}\n---\n`,
    )
  const kept = await Index.open(':memory:')
  // Later ones first, and every third anew, so that the numbers of the files say nothing.
  for (let at = 4999; at >= 2500; at--) note(at, 'calm')
  await sync(vault, kept)
  for (let at = 0; at < 2500; at++) note(at, 'calm')
  for (let at = 0; at < 5000; at += 3) vault.removeOutside(`n${at}.md`)
  await sync(vault, kept)
  for (let at = 0; at < 5000; at += 3) note(at, 'wild')
  await sync(vault, kept)
  const anew = await Index.open(':memory:')
  await sync(vault, anew)
  const answers = ({ db }: Index) =>
    propertiesOf(db).map((each) => [each, valuesOf(db, { key: each.key, limit: 5000 })])
  expect(answers(kept)).toEqual(answers(anew))
  // It is a sample: not all notes are in it.
  expect(valuesOf(kept.db, { key: 'mood', limit: 5000 }).reduce((sum, { notes }) => sum + notes, 0)).toBe(2000)
  kept.close()
  anew.close()
})

test('of a property that very many notes have, some show what it is', async () => {
  const notes = Object.fromEntries(
    Array.from({ length: 3000 }, (_, at) => [
      `n${at}.md`,
      `---\nwhen: 20${10 + (at % 90)}-01-01\nRare: ${at % 600 === 0 ? 'yes' : '""'}\nMany: [x${at}, y]\n---\n`,
    ]),
  )
  const { workspace } = await openTestWorkspace(notes)
  expect(workspace.properties()).toEqual([
    { key: 'Many', type: 'list', notes: 3000 },
    { key: 'when', type: 'date', notes: 3000 },
    { key: 'Rare', type: 'text', notes: 5 },
  ])
  expect(workspace.propertyValues({ key: 'many', limit: 1 })[0]?.value).toBe('y')
})
