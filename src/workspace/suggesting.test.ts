import { expect, test } from 'vitest'
import { notePath } from '../core/path.ts'
import { openTestWorkspace } from './testing.ts'

const tiers = {
  'March.md': '---\ndate: 2026-03-02\n---\nThe pricing tiers confused everybody.',
  'April.md': '---\ndate: 2026-04-02\nkind: idea\n---\nInes drew pricing tiers on a napkin.',
  'New.md': 'Now the pricing tiers once more.',
  'Other.md': 'Soup.',
  'More.md': 'Rain.',
}

test('a concept comes with its notes, the oldest sentence first, and becomes a note that all of them link to', async () => {
  const { vault, workspace } = await openTestWorkspace(tiers)
  const [concept] = await workspace.concepts({ path: notePath('New.md') })
  expect(concept).toMatchObject({ phrase: 'pricing tiers', notes: 2, kinds: ['idea'] })
  expect(concept?.samples.map(({ path, sentence }) => [path, sentence])).toEqual([
    ['March.md', 'The pricing tiers confused everybody.'],
    ['April.md', 'Ines drew pricing tiers on a napkin.'],
  ])
  const done = await workspace.refactor({ kind: 'name', phrase: 'pricing tiers' })
  expect(done).toMatchObject({ done: true, path: 'Pricing tiers.md', links: 3, notes: 3 })
  expect((await vault.read(notePath('April.md')))?.text).toContain('drew [[pricing tiers]] on')
  await workspace.undo()
  expect(await vault.read(notePath('Pricing tiers.md'))).toBeUndefined()
  expect((await vault.read(notePath('New.md')))?.text).toBe(tiers['New.md'])
  await workspace.close()
})

test('a sentence is from a forgotten note when the note is older than sixty days and nobody opened it of late', async () => {
  const { workspace } = await openTestWorkspace(tiers, { now: () => new Date('2026-05-20T12:00:00Z') })
  const forgotten = async () => {
    const [concept] = await workspace.concepts({ path: notePath('New.md') })
    return concept?.samples.map((sample) => [sample.path, sample.forgotten])
  }
  expect(await forgotten()).toEqual([
    ['March.md', true],
    ['April.md', false],
  ])
  workspace.opened(notePath('March.md'))
  expect(await forgotten()).toEqual([
    ['March.md', false],
    ['April.md', false],
  ])
  await workspace.close()
})

test('a concept comes with sentences that say it in another form', async () => {
  const { workspace } = await openTestWorkspace({
    'Treffen.md': 'Wir haben mit einem kleineren Team gesprochen, und es war nicht teuer.',
    'Команды.md': 'Маленькие команды принимают решения быстрее.',
  })
  const sentences = async (text: string) =>
    (await workspace.concepts({ text })).flatMap(({ samples }) => samples.map(({ sentence }) => sentence))
  expect(await sentences('Was kleine Teams brauchen, ist noch nicht klar.')).toContain(
    'Wir haben mit einem kleineren Team gesprochen, und es war nicht teuer.',
  )
  expect(await sentences('О маленьких командах.')).toContain('Маленькие команды принимают решения быстрее.')
  await workspace.close()
})

test('a title that is a small word is not looked for in other notes, unless it is in capitals', async () => {
  const files = { 'Again.md': '', 'IT.md': '', 'a.md': 'Then again, so do we.', 'b.md': 'Ask IT about it.' }
  const { workspace } = await openTestWorkspace(files)
  expect(await workspace.mentionsOf(notePath('Again.md'))).toEqual([])
  expect((await workspace.mentionsOf(notePath('IT.md'))).map(({ position }) => position.offset)).toEqual([4])
  await workspace.close()
})

test('a place that was changed meanwhile is not linked', async () => {
  const { vault, workspace } = await openTestWorkspace({ 'Acme.md': '', 'a.md': 'Acme and Acme.' })
  const place = { path: 'a.md', target: 'Acme.md', said: 'Acme' }
  const places = [
    { ...place, from: 0, to: 4 },
    { ...place, from: 8, to: 12 },
  ]
  expect(await workspace.refactor({ kind: 'link', places })).toMatchObject({ done: true, links: 1 })
  expect((await vault.read(notePath('a.md')))?.text).toBe('[[Acme]] and Acme.')
  await expect(workspace.refactor({ kind: 'link', places })).rejects.toThrow('nothing was linked')
  await workspace.close()
})

test('in a table the words of a link are parted from its target as tables ask', async () => {
  const { vault, workspace } = await openTestWorkspace({
    'Acme.md': '---\naliases: [The firm]\n---\n',
    'a.md': '| a | b |\n|--|--|\n| The firm | x |\n',
  })
  const found = await workspace.mentionsOut(notePath('a.md'))
  const places = found.map(({ position, end, target }) => ({
    path: 'a.md',
    from: position.offset,
    to: end,
    said: 'The firm',
    target,
  }))
  await workspace.refactor({ kind: 'link', places })
  expect((await vault.read(notePath('a.md')))?.text).toContain('| [[Acme\\|The firm]] | x |')
  await workspace.close()
})

test('what is dismissed is told no more, by this program or the next', async () => {
  let kept: string | undefined
  const dismissals = {
    read: () => kept,
    write: (text: string) => {
      kept = text
    },
  }
  const files = { 'Acme.md': '', 'a.md': 'Acme bakes.', 'b.md': 'Acme bakes.' }
  const { workspace } = await openTestWorkspace(files, { dismissals })
  const named = (path: string) => workspace.mentionsOut(notePath(path)).then((found) => found.length)
  expect([await named('a.md'), await named('b.md')]).toEqual([1, 1])
  const dismissal = { scope: 'place', key: 'acme', path: 'a.md', around: 'Acme bakes.' } as const
  workspace.dismiss(dismissal)
  expect([await named('a.md'), await named('b.md')]).toEqual([0, 1])
  workspace.dismiss({ scope: 'everywhere', key: 'acme', path: null, around: null })
  expect(await named('b.md')).toBe(0)
  const next = await openTestWorkspace(files, { dismissals })
  expect(await next.workspace.mentionsOut(notePath('b.md'))).toEqual([])
  expect(workspace.undismiss({ scope: 'everywhere', key: 'acme', path: null, around: null })).toEqual([dismissal])
  expect([await named('a.md'), await named('b.md')]).toEqual([0, 1])
  await workspace.close()
  await next.workspace.close()
})

test('an island has the place that would link it, whichever way, and none where nothing is sure', async () => {
  const others = Array.from({ length: 30 }, (_, at) => [`notes/${at}.md`, `See [[Pricing gap]], week ${at}.`] as const)
  const { workspace } = await openTestWorkspace({
    ...Object.fromEntries(others),
    'Harbour walk.md': 'We spoke of the Pricing gap again.',
    'Pricing gap.md': 'Nobody serves teams under ten. See [[Plan]].',
    'Plan.md': 'It began on the Ferry to Norderney, in the rain.',
    'Ferry to Norderney.md': 'Twice a day.',
    'Soup.md': 'Two onions.',
  })
  expect(workspace.islands().map(({ path, fine }) => [path, fine])).toEqual([
    ['Ferry to Norderney.md', false],
    ['Harbour walk.md', false],
    ['Soup.md', false],
  ])
  const said = async (path: string) => {
    const mention = await workspace.islandMention(notePath(path))
    return mention && [mention.source, mention.target]
  }
  expect(await said('Harbour walk.md')).toEqual(['Harbour walk.md', 'Pricing gap.md'])
  expect(await said('Ferry to Norderney.md')).toEqual(['Plan.md', 'Ferry to Norderney.md'])
  expect(await said('Soup.md')).toBeUndefined()
  workspace.dismiss({ scope: 'island', key: 'Soup', path: 'Soup.md', around: null })
  expect(workspace.islands().filter(({ fine }) => fine)).toMatchObject([{ path: 'Soup.md' }])
  await workspace.close()
})

test('what is dismissed in a note stays dismissed when the note is renamed, and when that is undone', async () => {
  const { workspace } = await openTestWorkspace({ 'a.md': 'Acme bakes.\n', 'Acme.md': '# Acme\n' })
  workspace.dismiss({ scope: 'note', key: 'acme', path: 'a.md', around: null })
  const told = async (path: string) => (await workspace.mentionsOut(notePath(path))).length
  expect(await told('a.md')).toBe(0)
  await workspace.refactor({ kind: 'rename', path: 'a.md', title: 'b' })
  expect(workspace.dismissals().map(({ path }) => path)).toEqual(['b.md'])
  expect(await told('b.md')).toBe(0)
  await workspace.undo()
  expect(await told('a.md')).toBe(0)
})

test('nobody waits for what a note of megabytes brings to mind', async () => {
  const sentences = Array.from(
    { length: 100_000 },
    (_, at) => `Market research number${at % 5000} says that pricing tiers matter. `,
  )
  const { workspace } = await openTestWorkspace({
    'Long.md': `# Long\n\n${sentences.join('')}\n`,
    'Market research.md': '# Market research\n\nPricing tiers.\n',
  })
  await workspace.related({ path: notePath('Market research.md') }, 5)
  const before = process.cpuUsage()
  await workspace.related({ path: notePath('Long.md') }, 5)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(2500)
})
