import { expect, test } from 'vitest'
import { readQuery } from '../core/query/read.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { Index } from './index.ts'
import { askingOf } from './search/asking.ts'
import { leadsTo } from './search/leads.ts'
import { find, searchNotes } from './search.ts'
import { sync } from './sync.ts'

const TODAY = '2026-05-01'

const NOTES = {
  'research/Pricing tiers.md':
    '---\nkind: knowledge\nowner: Anna Karlsson\nrating: 4\n---\nThree bands. See [[Interviews]].\n',
  'tasks/Deck.md':
    '---\nkind: task\nstatus: open\n---\nbuilds on:: [the bands paper](<../research/Pricing tiers.md>) for the board.\n\n- [ ] print 📅 2026-04-30\n- [x] bind 📅 2026-04-01\n',
  'Interviews.md': '---\nkind: knowledge\nowner: Ben\nrating: 2\n---\nWhat nine teams said. #field/talks\n',
  'Old/Island.md': 'Alone with its outline.\n',
}

async function indexOf(files: Readonly<Record<string, string>> = NOTES): Promise<Index> {
  const index = await Index.open(':memory:')
  await sync(new MemoryVault(files), index)
  return index
}

const { db } = await indexOf()
const found = (typed: string): string[] =>
  searchNotes(db, readQuery(typed), 10, TODAY)
    .map(({ path }) => path.replace(/^.*\/|\.md$/g, ''))
    .sort()

test.each([
  ['kind:task', ['Deck']],
  ['-kind:knowledge', ['Deck', 'Island']],
  ['kind:task OR kind:knowledge', ['Deck', 'Interviews', 'Pricing tiers']],
  ['in:RESEARCH', ['Pricing tiers']],
  ['#field', ['Interviews']],
  ['status:open', ['Deck']],
  ['owner:anna', ['Pricing tiers']],
  ['rating:>=3', ['Pricing tiers']],
  ['rating:<3', ['Interviews']],
  ['has:open-task', ['Deck']],
  ['due:<today', ['Deck']],
  ['due:<2026-04-15', []],
  ['is:island', ['Island']],
  ['links:[[Pricing tiers]]', ['Deck']],
  ['linked-from:[[Pricing tiers]]', ['Interviews']],
  ['relation:"builds on"', ['Deck']],
  ['title:pric', ['Pricing tiers']],
  ['"nine teams"', ['Interviews']],
  ['"teams nine"', []],
  ['teams -board', ['Interviews']],
  ['(bands OR nine) kind:knowledge', ['Interviews', 'Pricing tiers']],
])('%s', (typed, expected) => {
  expect(found(typed)).toEqual(expected)
})

test('slips in names, other forms of words and what others call a note are found, and what is missing is told', () => {
  expect(found('pircing ')).toEqual(['Pricing tiers'])
  expect(found('outlining ')).toEqual(['Island'])
  const [first] = searchNotes(db, readQuery('bands paper'), 10, TODAY)
  expect(first).toMatchObject({ path: 'research/Pricing tiers.md', missing: [], called: expect.any(Number) })
  const [partly] = searchNotes(db, readQuery('nine zeppelins'), 10, TODAY)
  expect(partly).toMatchObject({ path: 'Interviews.md', missing: ['zeppelins'] })
})

test('leads go both ways, and a negated filter keeps them away', () => {
  const leads = (typed: string) => {
    const { hits, noLeads } = find(askingOf(db, TODAY), readQuery(typed), 10)
    return leadsTo(db, hits, noLeads, 5).map(({ path, leads, from, snippet }) => [path, leads, from, snippet])
  }
  const to = 'builds on:: [the bands paper](<../research/Pricing tiers.md>) for the board.'
  expect(leads('title:tiers pricing')).toEqual([
    ['Interviews.md', 'from', 'research/Pricing tiers.md', 'See [[Interviews]].'],
    ['tasks/Deck.md', 'to', 'research/Pricing tiers.md', to],
  ])
  expect(leads('title:tiers pricing -kind:task').map(([path]) => path)).toEqual(['Interviews.md'])
})

test.each([
  ['tagg:x', 'did you mean tag:x?'],
  ['colour:blue', 'put quotes around colour:blue'],
  ['kind:taks', 'did you mean task?'],
  ['in:reserch', 'did you mean research?'],
  ['links:[[Nope]]', 'There is no note “Nope”.'],
  ['linked-from:Nope', 'There is no note “Nope”.'],
])('%s is explained', (typed, sentence) => {
  expect(() => found(typed)).toThrow(sentence)
})

test('a search that takes too long is stopped with a sentence', () => {
  expect(() => find(askingOf(db, TODAY, -1), readQuery('teams'), 10)).toThrow('asks for too much at once')
})
