import { expect, test, vi } from 'vitest'
import type { NameAnswer } from '../../http/types.ts'
import { rowsFor } from './rows.ts'

// What is possible depends on the page, which there is none of here.
vi.mock('./commands.ts', () => ({
  commandsFor: (query: string) => (query === 'trash' ? [{ title: 'Go to trash' }] : []),
}))

const named = (name: string, plain: boolean): NameAnswer => ({
  path: `${name}.md`,
  title: name,
  kind: null,
  name,
  target: name,
  matched: [],
  plain,
  alike: false,
})

const kinds = (typed: string, ...names: NameAnswer[]) => rowsFor(typed, 'open', names).map(({ kind }) => kind)

test('Enter opens a note that is plainly meant, and else makes the one that was typed', () => {
  expect(kinds('market', named('Market day', true), named('Supermarket', false))).toEqual(['name', 'name', 'create'])
  expect(kinds('suprmarkt', named('Supermarket', false))).toEqual(['create', 'name'])
  expect(kinds('Supermarket', named('Supermarket', true))).toEqual(['name'])
  expect(kinds('trash', named('The rash', false))).toEqual(['command', 'create', 'name'])
})

test('who makes a note hears which one has its words already', () => {
  const names = [named('Pricing tiers', true), named('Pirate fencing', false)]
  const told = (typed: string, mode: 'open' | 'create') =>
    rowsFor(typed, mode, names).map((row) => row.kind === 'name' && row.instead)
  expect(told('pricing t', 'create')).toEqual([false, true, false])
  expect(told('pr', 'create')).toEqual([false, false, false])
  expect(told('pricing t', 'open')).toEqual([false, false, false])
})

test('a note that is called nearly so is told of before what else has the letters, and Enter still makes the new one', () => {
  const names = [{ ...named('Pricing tiers', false), alike: true }, named('Pirate fencing', false)]
  const rows = rowsFor('pricing teirs', 'open', names)
  expect(rows.map((row) => (row.kind === 'name' ? [row.name.name, row.instead] : row.kind))).toEqual([
    'create',
    ['Pricing tiers', true],
    ['Pirate fencing', false],
  ])
})

test('a new note can be made of each kind, after what has its words already', () => {
  const names = [named('Pricing tiers', true), named('Pirate fencing', false)]
  const templates = [
    { kind: 'meeting', path: 't/Meeting.md', title: 'Meeting', folder: 'meetings' },
    { kind: 'idea', path: null, title: null, folder: '' },
  ]
  const rows = rowsFor('pricing t', 'create', names, templates)
  expect(rows.map((row) => (row.kind === 'create' ? `create ${row.from?.kind ?? ''}` : row.kind))).toEqual([
    'create ',
    'name',
    'create meeting',
    'create idea',
    'name',
  ])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(rowsFor('  ', 'create', names, templates)).toEqual([])
})
