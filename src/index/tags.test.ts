import { expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'

test('tags as a tree: those that only others make, spelled as in the first note, counted with those below', async () => {
  const { workspace } = await openTestWorkspace({
    'a.md': '---\ntags: [Client/Acme, client]\n---\n#plan/Q10 #plan/Q9\n',
    'b.md': '#client/acme/old #client/acme #plans\n',
    'c.md': '#client\n',
  })
  expect(workspace.tagTree()).toEqual([
    { tag: 'client', notes: 2, all: 3 },
    { tag: 'Client/Acme', notes: 2, all: 2 },
    { tag: 'client/acme/old', notes: 1, all: 1 },
    { tag: 'plan', notes: 0, all: 1 },
    { tag: 'plan/Q9', notes: 1, all: 1 },
    { tag: 'plan/Q10', notes: 1, all: 1 },
    { tag: 'plans', notes: 1, all: 1 },
  ])
  expect(workspace.tags().slice(0, 2)).toEqual([
    { tag: 'client', notes: 2 },
    { tag: 'Client/Acme', notes: 2 },
  ])
})
