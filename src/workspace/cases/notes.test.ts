import { describe, expect, test } from 'vitest'
import type { NotesChange } from '../../core/answers.ts'
import { openTestWorkspace } from '../testing.ts'
import { type Case, type Changed, type Files, refusal, testCases } from './scene.ts'

const FILES: Files = {
  'a.md': '---\r\nkind: idea # first\r\ntags: [x, "y"]\r\nowner: "Maren"\r\n---\r\nText #x, #x/z.\r\n',
  'b.md': '---\ntype: idea\ntopics: [sea]\ncount: 4\n---\nSee [[a]].\n',
  'folder/c.md': 'Plain. [[b]]\n',
}

function all(name: string, change: NotesChange, gives: Changed): Case {
  return { name, files: FILES, does: { kind: 'change', paths: Object.keys(FILES), change }, gives }
}

const edited = (path: string, from: string, to: string): Changed => ({ [path]: FILES[path]?.replace(from, to) ?? null })

describe('the same change of several notes, taken back as one', () => {
  testCases([
    all(
      'a tag that one has already',
      { kind: 'add-tag', tag: '#X' },
      {
        ...edited('b.md', 'count: 4\n', 'count: 4\ntags: [X]\n'),
        'folder/c.md': '---\ntags: [X]\n---\n\nPlain. [[b]]\n',
      },
    ),
    all(
      'a tag goes: from the properties with its comma, from the text with its sign',
      { kind: 'remove-tag', tag: 'x' },
      {
        'a.md': '---\r\nkind: idea # first\r\ntags: ["y"]\r\nowner: "Maren"\r\n---\r\nText x, #x/z.\r\n',
      },
    ),
    all(
      'a kind, as each note calls it',
      { kind: 'set', key: 'kind', value: 'project' },
      {
        ...edited('a.md', 'kind: idea', 'kind: project'),
        ...edited('b.md', 'type: idea', 'type: project'),
        'folder/c.md': '---\nkind: project\n---\n\nPlain. [[b]]\n',
      },
    ),
    all(
      'a value in its quotes, a number as a number',
      { kind: 'set', key: 'owner', value: '12' },
      {
        ...edited('a.md', 'owner: "Maren"', 'owner: "12"'),
        ...edited('b.md', 'count: 4\n', 'count: 4\nowner: 12\n'),
        'folder/c.md': '---\nowner: 12\n---\n\nPlain. [[b]]\n',
      },
    ),
    {
      ...all(
        'the items of a list',
        { kind: 'set', key: 'Topics', value: 'tides, slow trains' },
        {
          ...edited('b.md', '[sea]', '[tides, slow trains]'),
        },
      ),
      does: { kind: 'change', paths: ['b.md'], change: { kind: 'set', key: 'Topics', value: 'tides, slow trains' } },
    },
    all('a property goes', { kind: 'remove', key: 'count' }, edited('b.md', 'count: 4\n', '')),
    all(
      'a folder, with the links',
      { kind: 'move', to: 'folder/deep' },
      {
        'a.md': null,
        'b.md': null,
        'folder/c.md': null,
        'folder/deep/a.md': FILES['a.md'] ?? '',
        'folder/deep/b.md': FILES['b.md'] ?? '',
        'folder/deep/c.md': FILES['folder/c.md'] ?? '',
      },
    ),
    {
      ...all('the trash', { kind: 'delete' }, { 'a.md': null, 'b.md': null }),
      does: { kind: 'change', paths: ['a.md', 'b.md'], change: { kind: 'delete' } },
    },
  ])
})

test('a plan says what changes in each, and which notes stay and why', async () => {
  const { workspace } = await openTestWorkspace({ ...FILES, 'broken.md': '---\nkind: [a\n---\n' })
  const paths = ['a.md', 'b.md', 'broken.md', 'gone.md']
  const plan = await workspace.plan({ kind: 'change', paths, change: { kind: 'set', key: 'status', value: 'done' } })
  expect(plan.label).toBe('Set status to done in 2 notes')
  expect(plan.changes.map(({ path }) => path)).toEqual(['a.md', 'b.md'])
  expect(plan.changes[1]?.patch).toContain('+status: done')
  expect(plan.leftAlone).toEqual([
    { path: 'broken.md', why: 'Its properties are not valid YAML; mend them in its text first.' },
  ])
  const deletion = await workspace.plan({ kind: 'change', paths: ['a.md', 'b.md'], change: { kind: 'delete' } })
  expect(deletion, 'the links between them go with them').toMatchObject({ label: 'Delete 2 notes', links: 1, notes: 1 })
})

test('notes that were deleted together are in the trash', async () => {
  const { workspace } = await openTestWorkspace(FILES)
  await workspace.refactor({ kind: 'change', paths: ['a.md', 'b.md'], change: { kind: 'delete' } })
  expect(
    workspace
      .trash()
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['a.md', 'b.md'])
})

test.each<[string, NotesChange, string]>([
  [
    'a tag that is none',
    { kind: 'add-tag', tag: '12' },
    '#12 cannot be a tag; use letters, digits, - and _, and at least one that is no digit.',
  ],
  ['no name', { kind: 'set', key: ' ', value: 'x' }, 'A property needs a name, such as status; give it one.'],
  [
    'no value',
    { kind: 'set', key: 'owner', value: ' ' },
    'What shall owner be? Give it a value, or remove the property.',
  ],
  [
    'titles',
    { kind: 'set', key: 'Title', value: 'x' },
    'Title cannot be set for many notes at once; rename a note, or add a tag.',
  ],
])('%s is refused', async (_, change, sentence) => {
  expect(await refusal(FILES, { kind: 'change', paths: ['a.md'], change })).toBe(sentence)
})

test('notes of one name cannot both come into a folder, nor one where another is', async () => {
  const files = { 'a/Note.md': '', 'b/note.md': '', 'c/Note.md': '' }
  const move = (paths: string[]) => ({ kind: 'change', paths, change: { kind: 'move', to: 'd' } }) as const
  expect(await refusal(files, move(['a/Note.md', 'b/note.md']))).toBe(
    'a/Note.md and b/note.md cannot both be in d; rename one of them first.',
  )
  expect(await refusal(files, { ...move(['a/Note.md']), change: { kind: 'move', to: 'c' } })).toBe(
    'c/Note.md is there already; try “Note 2”.',
  )
})
