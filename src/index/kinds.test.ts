import { expect, test } from 'vitest'
import { openTestWorkspace } from '../workspace/testing.ts'

const NOTES = {
  'books/Dune.md': '---\nkind: book\nauthor: Frank Herbert\nstatus: Read\nstars: 5\ndate: 2026-03-01\n---\n',
  'books/Emma.md': '---\nkind: book\nauthor: Jane Austen\nstatus: reading\nstars: 10\ndate: 2026-05-01\n---\n',
  'books/Ulysses.md':
    '---\nkind: book\nAuthor: "[[Joyce]]"\ndate: 2026-04-01\n---\nbuilds on:: [[Emma]] — both go for a walk\n',
  'Joyce.md': 'Of [[Ulysses]] and [[Ulysses]], and [[Dune]].\n',
}

async function open() {
  const { workspace } = await openTestWorkspace(NOTES)
  return workspace
}

const titles = (answer: { readonly rows: readonly { readonly title: string }[] }) =>
  answer.rows.map(({ title }) => title)

test('kinds by how many notes have them, those without one last', async () => {
  expect((await open()).kinds()).toEqual([
    { kind: 'book', notes: 3 },
    { kind: '', notes: 1 },
  ])
})

test('the notes of a kind have what they say of themselves as columns', async () => {
  const answer = (await open()).notesOfKind({ kind: 'book', limit: 10 })
  expect(answer.columns).toEqual([
    { key: 'author', type: 'text' },
    { key: 'stars', type: 'number' },
  ])
  expect(answer.statuses).toEqual([
    { status: null, notes: 1 },
    { status: 'read', notes: 1 },
    { status: 'reading', notes: 1 },
  ])
  expect(answer.rows[0]).toMatchObject({
    title: 'Emma',
    date: '2026-05-01',
    status: 'reading',
    backlinks: 1,
    values: [['Jane Austen'], ['10']],
  })
  expect(answer.rows[1]?.values).toEqual([['[[Joyce]]'], []])
})

test.each<[string, string[]]>([
  ['title', ['Dune', 'Emma', 'Ulysses']],
  ['-title', ['Ulysses', 'Emma', 'Dune']],
  ['date', ['Dune', 'Ulysses', 'Emma']],
  ['-backlinks', ['Ulysses', 'Dune', 'Emma']],
  ['status', ['Dune', 'Emma', 'Ulysses']],
  ['-status', ['Emma', 'Dune', 'Ulysses']],
  ['stars', ['Dune', 'Emma', 'Ulysses']],
  ['-stars', ['Emma', 'Dune', 'Ulysses']],
])('sorted by %s', async (sort, order) => {
  expect(titles((await open()).notesOfKind({ kind: 'book', sort, limit: 10 }))).toEqual(order)
})

test('filtered by status and by words of the title', async () => {
  const workspace = await open()
  expect(titles(workspace.notesOfKind({ kind: 'book', status: '', limit: 10 }))).toEqual(['Ulysses'])
  const found = workspace.notesOfKind({ kind: 'book', find: 'ul ys', limit: 10 })
  expect([found.notes, ...titles(found)]).toEqual([1, 'Ulysses'])
  expect(workspace.notesOfKind({ kind: 'book', limit: 1 })).toMatchObject({ notes: 3, rows: [{ title: 'Emma' }] })
})
