import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { Index } from '../index/index.ts'
import { sync } from '../index/sync.ts'
import { MemoryVault } from '../vaults/memory.ts'
import { Picker } from './picker.ts'
import { openTestWorkspace } from './testing.ts'

const NOTES = {
  'Home.md': 'See [[Market day]].\n',
  'research/Q3 market research.md': '---\naliases: [The survey]\n---\n',
  'research/Market.md': '',
  'Market day.md': '',
  'Supermarket.md': '',
  'Émile Zola.md': '',
  'a/Twin.md': '',
  'b/Twin.md': '',
  'Plan.md': '# The plan for the year\n',
  '研究/第三季度市場.md': '',
}

async function pick(query: string, from: string | undefined = undefined, limit = 10) {
  const { workspace } = await openTestWorkspace(NOTES)
  return workspace.names(query, from === undefined ? undefined : notePath(from), limit)
}

test.each([
  [
    'the exact name, beginnings, words inside, then parts of words',
    'market',
    ['research/Market.md', 'Market day.md', 'research/Q3 market research.md', 'Supermarket.md'],
  ],
  ['words of a name need not be whole', 'q3 mar', ['research/Q3 market research.md']],
  ['nor in order', 'research q3', ['research/Q3 market research.md']],
  ['case does not count', 'MARKET D', ['Market day.md']],
  ['nor do accents', 'emile', ['Émile Zola.md']],
  ['an alias is a name', 'the sur', ['research/Q3 market research.md']],
  ['so is a stem under another title', 'pla', ['Plan.md']],
  ['letters may be left out', 'suprmarkt', ['Supermarket.md']],
  ['a word that starts inside, where words have no spaces', '市場', ['研究/第三季度市場.md']],
  ['what nobody is called', 'zzzz', []],
])('%s: %s', async (_, query, paths) => {
  expect((await pick(query)).map(({ path }) => path)).toEqual(paths)
})

test.each<[query: string, path: string, plain: boolean]>([
  ['market', 'research/Market.md', true],
  ['research q3', 'research/Q3 market research.md', true],
  ['permark', 'Supermarket.md', true],
  ['q3mr', 'research/Q3 market research.md', true],
  ['qmares', 'research/Q3 market research.md', true],
  ['mday', 'Market day.md', true],
  ['suprmarkt', 'Supermarket.md', false],
  ['mrkt', 'research/Market.md', false],
  ['plfoye', 'Plan.md', true],
])('%s is %s: %s', async (query, path, plain) => {
  const found = await pick(query)
  expect(found.find((each) => each.path === path)).toMatchObject({ plain })
})

test.each<[query: string, path: string | undefined]>([
  ['market days', 'Market day.md'],
  ['day market', 'Market day.md'],
  ['markte day', 'Market day.md'],
  ['the plans for the year', 'Plan.md'],
  ['q3 market researches', 'research/Q3 market research.md'],
  ['q4 market research', undefined],
  ['bazaar day', undefined],
])('%s is nearly the name of %s', async (query, path) => {
  const [first] = await pick(query)
  if (path === undefined) expect(first?.alike ?? false).toBe(false)
  else expect([first?.path, first?.alike || first?.plain]).toEqual([path, true])
})

test('a note comes once, with its best name and the characters that match', async () => {
  const [first] = await pick('the sur')
  expect(first).toMatchObject({ title: 'Q3 market research', name: 'The survey', matched: [0, 1, 2, 3, 4, 5, 6] })
  const [zola] = await pick('zola')
  expect(zola).toMatchObject({ name: 'Émile Zola', matched: [6, 7, 8, 9] })
})

test('the target is the shortest that means the note from where it is asked', async () => {
  const targets = async (from: string) => (await pick('twin', from)).map(({ path, target }) => `${path} = ${target}`)
  expect((await targets('a/Asking.md')).sort()).toEqual(['a/Twin.md = a/Twin', 'b/Twin.md = b/Twin'])
})

test('among names that match alike, those that the asking note is linked with come first', async () => {
  const notes = { 'One A.md': '', 'One B.md': '', 'One C.md': '[[Home]]', 'Home.md': '[[One B]]' }
  const { workspace } = await openTestWorkspace(notes)
  const paths = workspace.names('one', notePath('Home.md'), 10).map(({ path }) => path)
  expect(paths.slice(0, 2).sort()).toEqual(['One B.md', 'One C.md'])
  expect(paths[2]).toBe('One A.md')
})

test('nothing typed lists what was changed last, without the asking note', async () => {
  const { workspace, vault } = await openTestWorkspace(NOTES)
  await new Promise((resolve) => setTimeout(resolve, 5))
  vault.writeOutside('Supermarket.md', 'new')
  await workspace.sync()
  expect(workspace.names('', notePath('Home.md'), 3)[1]?.path).toBe('Supermarket.md')
  expect(workspace.names('', undefined, 3)[0]?.path).toBe('Supermarket.md')
  expect(workspace.names('', notePath('Home.md'), 100).map(({ path }) => path)).not.toContain('Home.md')
})

test('knows what was just written, renamed and removed', async () => {
  const { workspace, vault } = await openTestWorkspace(NOTES)
  expect(workspace.names('frsh', undefined, 5)).toEqual([])
  await workspace.create({ title: 'Fresh idea' })
  expect(workspace.names('fresh', undefined, 5).map(({ path }) => path)).toEqual(['Fresh idea.md'])
  expect(workspace.names('frsh', undefined, 5).map(({ path }) => path)).toEqual(['Fresh idea.md'])
  vault.removeOutside('Fresh idea.md')
  await workspace.sync()
  expect(workspace.names('fresh', undefined, 5)).toEqual([])
  expect(workspace.names('frsh', undefined, 5)).toEqual([])
})

test('names that are read before anyone asks are those that the notes have when it is asked, whatever changed meanwhile', async () => {
  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`Note ${at}.md`, '']))
  const vault = new MemoryVault(many)
  const index = await Index.open(':memory:')
  await sync(vault, index)
  const picker = new Picker(() => index.db)
  const change = async (path: string, text: string | undefined): Promise<void> => {
    if (text === undefined) vault.removeOutside(path)
    else vault.writeOutside(path, text)
    await sync(vault, index, [notePath(path)])
    picker.refresh([notePath(path)])
  }
  const reading = picker.warmUp()
  await setImmediate()
  await change('Note 7.md', '# Seventh\n')
  await change('Note 8.md', undefined)
  await change('Late.md', '')
  await reading
  const picked = (typed: string): string[] => picker.pick(typed, undefined, 3).map(({ path }) => path)
  expect(picked('Seventh')).toEqual(['Note 7.md'])
  expect(picked('Late')).toEqual(['Late.md'])
  expect(picked('Note 8')).not.toContain('Note 8.md')
  expect(picked('Note 1199')).toEqual(['Note 1199.md'])
})
