import { expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'

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
