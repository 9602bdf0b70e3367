import { describe, expect, test } from 'vitest'
import { UserError } from './core/errors.ts'
import type { Revision } from './core/note.ts'
import { notePath } from './core/path.ts'
import { openTestWorkspace } from './workspace/testing.ts'

const NOTES = {
  'tasks/Client presentation.md':
    '---\nkind: task\naliases: [The deck]\ndate: 2026-03-29\n---\n# Client presentation\n\nThe numbers come from @[[Q3 market research#Churn|the research]], slide two.\nbuilds on:: @Pricing gap — nobody serves teams under ten\n',
  'research/Q3 market research.md':
    '---\nkind: knowledge\n---\n# Q3 market research\n\n## Churn\n\n- One in five leaves. ^one-in-five\n\n### Why\n\nPrice.\n\n## Method\n\nCalls.\n',
  'ideas/Pricing gap.md': 'A gap. See [[Nobody wrote this]] and [[#Nothing]].\n',
}

describe('backlinks', () => {
  test('say who, where, why, and show the sentence', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const [link, ...others] = workspace.backlinks(notePath('research/Q3 market research.md'))
    expect(others).toEqual([])
    expect(link).toMatchObject({
      source: 'tasks/Client presentation.md',
      title: 'Client presentation',
      kind: 'task',
      date: '2026-03-29',
      form: 'mention',
      relation: null,
      inverse: null,
      context: 'The numbers come from @[[Q3 market research#Churn|the research]], slide two.',
      position: { line: 8, column: 23 },
      ambiguous: false,
    })
    expect(link?.context.slice(link.contextFrom, link.contextTo)).toBe('@[[Q3 market research#Churn|the research]]')
  })

  test('a bare mention ends with the name, and reads the other way round from its target', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const [link] = workspace.backlinks(notePath('ideas/Pricing gap.md'))
    expect(link).toMatchObject({
      form: 'bare',
      relation: 'builds on',
      inverse: 'built on by',
      reason: 'nobody serves teams under ten',
    })
    expect(link?.context.slice(link.contextFrom, link.contextTo)).toBe('@Pricing gap')
    expect([...workspace.links(notePath('tasks/Client presentation.md'))][1]).toMatchObject({
      target: 'Pricing gap',
      resolved: 'ideas/Pricing gap.md',
    })
  })

  test('come when a note is written that a link waited for, and go with it', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const created = await workspace.create({ title: 'Nobody wrote this' })
    expect(created).toMatchObject({ saved: true, path: 'Nobody wrote this.md' })
    expect(workspace.backlinks(notePath('Nobody wrote this.md'))).toHaveLength(1)
    expect(workspace.unresolved()).toEqual([])
    if (created.saved) await workspace.remove(notePath(created.path), created.revision as Revision)
    expect(workspace.unresolved()).toEqual([
      { target: 'Nobody wrote this', links: 1, sources: ['ideas/Pricing gap.md'] },
    ])
  })
})

describe('a save', () => {
  const path = notePath('ideas/Pricing gap.md')

  test('is in every answer when it is answered', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const { revision } = await workspace.read(path)
    const answer = await workspace.save(path, 'See @[[Q3 market research]].\n', revision as Revision)
    expect(answer).toMatchObject({ saved: true, path })
    expect(workspace.backlinks(notePath('research/Q3 market research.md')).map(({ source }) => source)).toContain(path)
    expect(await workspace.read(path)).toMatchObject({ revision: answer.saved ? answer.revision : '' })
  })

  test('from an old text is a conflict that carries the current one', async () => {
    const { workspace, vault } = await openTestWorkspace(NOTES)
    const { revision } = await workspace.read(path)
    vault.writeOutside(path, 'from outside')
    expect(await workspace.save(path, 'mine', revision as Revision)).toMatchObject({
      saved: false,
      reason: 'conflict',
      text: 'from outside',
    })
    vault.removeOutside(path)
    expect(await workspace.save(path, 'mine', revision as Revision)).toEqual({
      saved: false,
      reason: 'conflict',
      text: null,
      revision: null,
    })
  })

  test.each(['../outside.md', '.notly/x.md', 'picture.png', ''])('to %j is refused', async (unsafe) => {
    const { workspace } = await openTestWorkspace(NOTES)
    await expect(workspace.save(notePath(unsafe), 'x', '' as Revision)).rejects.toBeInstanceOf(UserError)
  })
})

describe('find', () => {
  const notes = { ...NOTES, 'a/Twin.md': '', 'b/Twin.md': '', 'Shy.md': '---\ntitle: Something else\n---\n' }

  test.each([
    ['ideas/Pricing gap.md', 'ideas/Pricing gap.md'],
    ['ideas/Pricing gap', 'ideas/Pricing gap.md'],
    ['pricing  GAP', 'ideas/Pricing gap.md'],
    ['The deck', 'tasks/Client presentation.md'],
    ['something else', 'Shy.md'],
    ['b/Twin', 'b/Twin.md'],
  ])('%s', async (name, path) => {
    const { workspace } = await openTestWorkspace(notes)
    expect(workspace.find(name).path).toBe(path)
  })

  test.each([
    ['Twin', 'ambiguous', ['a/Twin.md', 'b/Twin.md'], 'Twin could mean 2 notes; give the path of one of them.'],
    [
      'Q3 markt reserch',
      'not-found',
      ['Q3 market research'],
      'No note is called Q3 markt reserch; did you mean Q3 market research?',
    ],
    ['xyzzy', 'not-found', [], 'No note is called xyzzy; search for a word of it instead.'],
  ])('%s is %s', async (name, kind, candidates, message) => {
    const { workspace } = await openTestWorkspace(notes)
    expect(() => workspace.find(name)).toThrow(expect.objectContaining({ kind, candidates, message }))
  })
})

describe('passage', () => {
  const path = notePath('research/Q3 market research.md')

  test.each([
    ['Churn', '## Churn\n\n- One in five leaves. ^one-in-five\n\n### Why\n\nPrice.', true],
    ['Churn#Why', '### Why\n\nPrice.', true],
    ['method', '## Method\n\nCalls.', true],
    ['^one-in-five', '- One in five leaves. ^one-in-five', true],
  ])('%s', async (fragment, text, found) => {
    const { workspace } = await openTestWorkspace(NOTES)
    const answer = await workspace.passage(path, fragment)
    expect(answer).toMatchObject({ text, found })
    expect((await workspace.read(path)).text.slice(answer.offset)).toMatch(new RegExp(`^${text.slice(0, 8)}`))
  })

  test('of a heading that is not there is the whole note, and says so', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const answer = await workspace.passage(path, 'Gone')
    expect(answer.found).toBe(false)
    expect(answer.text).toContain('Calls.')
  })

  test('the block around an offset', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const { text } = await workspace.read(path)
    const at = async (word: string) => (await workspace.block(path, text.indexOf(word))).text
    expect(await at('in five')).toBe('- One in five leaves. ^one-in-five')
    expect(await at('Price')).toBe('Price.')
    expect(await at('Why')).toBe('### Why')
  })
})

describe('search', () => {
  test('finds words in titles before words in texts, then what leads there', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const found = await workspace.search('market research')
    expect(found.map(({ path, via, from }) => [path, via, from])).toEqual([
      ['research/Q3 market research.md', 'title', null],
      ['tasks/Client presentation.md', 'text', null],
      ['ideas/Pricing gap.md', 'link', 'tasks/Client presentation.md'],
    ])
    const churn = await workspace.search('calls')
    expect(churn.map(({ path, via, from }) => [path, via, from])).toEqual([
      ['research/Q3 market research.md', 'text', null],
      ['tasks/Client presentation.md', 'link', 'research/Q3 market research.md'],
    ])
  })

  test('marks the words in the snippet', async () => {
    const { workspace } = await openTestWorkspace(NOTES)
    const [hit] = await workspace.search('nobody serves')
    expect(hit?.marks.map(([from, to]) => hit.snippet.slice(from, to))).toEqual(['nobody', 'serves'])
  })

  test.each(['"', '""', 'AND', 'a OR', '(', '*', '^x', 'NEAR(', '-', '#', "'", 'title:x', '\0'])(
    '%j is no mistake',
    async (query) => {
      const { workspace } = await openTestWorkspace(NOTES)
      expect(Array.isArray(await workspace.search(query))).toBe(true)
    },
  )
})

describe('watching', () => {
  test('a change by another program is in the index before it is told', async () => {
    const { workspace, vault } = await openTestWorkspace(NOTES)
    await workspace.watch()
    const told = new Promise<{ changed: readonly string[]; backlinks: number }>((resolve) => {
      workspace.onChange(({ changed }) =>
        resolve({ changed, backlinks: workspace.backlinks(notePath('ideas/Pricing gap.md')).length }),
      )
    })
    vault.writeOutside('New.md', '[[Pricing gap]]')
    expect(await told).toEqual({ changed: ['New.md'], backlinks: 2 })
    await workspace.close()
  })

  test('versions grow by one, and nothing is told when nothing changed', async () => {
    const { workspace, vault } = await openTestWorkspace(NOTES)
    const versions: number[] = []
    workspace.onChange(({ version }) => versions.push(version))
    await workspace.sync()
    vault.writeOutside('a.md', '1')
    await workspace.sync()
    vault.removeOutside('a.md')
    await workspace.sync()
    expect(versions[1]).toBe((versions[0] ?? 0) + 1)
    expect(versions).toHaveLength(2)
  })
})

test("today's note is made once, where such notes are", async () => {
  const now = () => new Date(2026, 2, 29, 23, 30)
  const { workspace } = await openTestWorkspace(
    { 'journal/2026-03-01.md': '', 'journal/2026-03-02.md': '', '2026-01-01.md': '' },
    { now },
  )
  expect(await workspace.daily()).toMatchObject({ path: 'journal/2026-03-29.md', created: true })
  expect(await workspace.daily()).toMatchObject({ path: 'journal/2026-03-29.md', created: false })
  const empty = await openTestWorkspace({}, { now })
  expect(await empty.workspace.daily()).toMatchObject({ path: 'daily/2026-03-29.md', created: true })
})
