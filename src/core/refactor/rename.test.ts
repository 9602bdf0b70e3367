import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NotePath } from '../note.ts'
import { carryOut, type Files, meanings, sourceOf, worldOf } from '../testing/world.ts'
import type { Source } from '../vault.ts'
import { planMove, planRename } from './rename.ts'

const path = (text: string): NotePath => text as NotePath

async function rename(
  files: Record<string, string>,
  from: string,
  to: string,
  title = to.replace(/^.*\/|\.md$/g, ''),
): Promise<Record<string, string>> {
  const vault = new Map(Object.entries(files))
  const plan = await planRename(worldOf(vault), sourceOf(vault, from) as Source, path(to), title)
  return Object.fromEntries(carryOut(vault, plan.changes))
}

async function move(files: Record<string, string>, moves: Record<string, string>): Promise<Record<string, string>> {
  const vault = new Map(Object.entries(files))
  const plan = await planMove(
    worldOf(vault),
    Object.entries(moves).map(([from, to]) => ({ source: sourceOf(vault, from) as Source, to: path(to) })),
  )
  return Object.fromEntries(carryOut(vault, plan.changes))
}

describe('a link is rewritten in the form in which it was written', () => {
  test.each([
    ['[[Old]]', '[[New name]]'],
    ['[[ Old ]]', '[[ New name ]]'],
    ['[[old|my words]]', '[[New name|my words]]'],
    ['[[Old#Part|x]] [[Old#^b]]', '[[New name#Part|x]] [[New name#^b]]'],
    ['[[dir/Old]]', '[[dir/New name]]'],
    ['[[./dir/Old]] [[/dir/Old]]', '[[./dir/New name]] [[/dir/New name]]'],
    ['[[Old.md]]', '[[New name.md]]'],
    ['@[[Old]] ![[Old]] ![[Old|640x480]]', '@[[New name]] ![[New name]] ![[New name|640x480]]'],
    ['ask @Old, then', 'ask @New name, then'],
    ['[Old](dir/Old.md)', '[New name](dir/New%20name.md)'],
    ['[words](./dir/Old.md#Part "t")', '[words](./dir/New%20name.md#Part "t")'],
    [
      '[w](<dir/Old.md>) [w](dir/Old) [w](/dir/Old.md)',
      '[w](<dir/New name.md>) [w](dir/New%20name) [w](/dir/New%20name.md)',
    ],
    ['[w][r] and [r]\n\n[r]: dir/Old.md "t"', '[w][r] and [r]\n\n[r]: dir/New%20name.md "t"'],
    [
      '---\nup: "[[Old]]"\nlist:\n  - \'[[Old|x]]\'\n---\n',
      '---\nup: "[[New name]]"\nlist:\n  - \'[[New name|x]]\'\n---\n',
    ],
    ['| a |\n|---|\n| [[Old\\|x]] |', '| a |\n|---|\n| [[New name\\|x]] |'],
    ['[[nick]] @nick', '[[nick]] @nick'],
    ['`[[Old]]` \\[[Old]] Old', '`[[Old]]` \\[[Old]] Old'],
    ['[[Other]] [[Missing]]', '[[Other]] [[Missing]]'],
  ])('%j becomes %j', async (before, after) => {
    const files = { 'a.md': before, 'dir/Old.md': '---\naliases: [nick]\n---\ntext', 'Other.md': '' }
    expect((await rename(files, 'dir/Old.md', 'dir/New name.md'))['a.md']).toBe(after)
  })

  test('the title follows where it was said', async () => {
    expect(await rename({ 'Old.md': '# Old #\n[[Old]]' }, 'Old.md', 'New.md')).toEqual({ 'New.md': '# New #\n[[New]]' })
    expect(await rename({ 'o.md': '---\ntitle: "Old: x" # c\n---\n# Other' }, 'o.md', 'New.md')).toEqual({
      'New.md': '---\ntitle: "New" # c\n---\n# Other',
    })
    expect(await rename({ 'Old.md': 'Old\n===\n' }, 'Old.md', 'New.md')).toEqual({ 'New.md': 'New\n===\n' })
    expect(await rename({ 'Old.md': '## Old' }, 'Old.md', 'New.md')).toEqual({ 'New.md': '## Old' })
  })

  test('a first heading that is not the name stays, unless the title is what changes', async () => {
    const files = {
      'x1.md': 'Text\n# A section',
      'my-plan.md': '# My plan',
      'a.md': '[[A section]] [[x1]] [[My plan]] [[my-plan]]',
    }
    expect(await rename(files, 'x1.md', 'x2.md')).toMatchObject({
      'x2.md': files['x1.md'],
      'a.md': '[[A section]] [[x2]] [[My plan]] [[my-plan]]',
    })
    expect(await rename(files, 'my-plan.md', 'Our plan.md')).toMatchObject({
      'Our plan.md': '# Our plan',
      'a.md': '[[A section]] [[x1]] [[Our plan]] [[Our plan]]',
    })
  })

  test('a link by title becomes one by the new title', async () => {
    const files = { 'x1.md': '---\ntitle: The old plan\n---\n', 'a.md': '[[The old plan]] [[x1]] @The old plan b' }
    expect((await rename(files, 'x1.md', 'x2.md', 'The new plan'))['a.md']).toBe(
      '[[The new plan]] [[x2]] @The new plan b',
    )
  })

  test('a stem that would be ambiguous grows to the shortest suffix that is not', async () => {
    const files = { 'b/Old.md': '', 'c/New.md': '', 'a.md': '[[Old]] [[New]]' }
    expect((await rename(files, 'b/Old.md', 'b/New.md'))['a.md']).toBe('[[b/New]] [[c/New]]')
  })

  test('a bare mention whose new name would not be found again is given brackets', async () => {
    const files = { 'Plan.md': '', 'Plan B.md': '', 'a.md': 'see @Plan today, @Idea B too', 'Idea.md': '' }
    expect((await rename(files, 'Idea.md', 'Plan x.md', 'Plan x'))['a.md']).toBe('see @Plan today, @Plan x B too')
    expect((await rename({ 'Idea.md': '', 'a.md': '@Idea B', 'Plan B.md': '' }, 'Idea.md', 'Plan.md'))['a.md']).toBe(
      '@[[Plan]] B',
    )
  })

  test('a mention that a new, longer name would capture is made exact', async () => {
    expect((await rename({ 'Plan.md': '', 'x.md': '', 'a.md': '@Plan B' }, 'x.md', 'Plan B.md'))['a.md']).toBe(
      '@[[Plan]] B',
    )
  })
})

describe('moving', () => {
  test('links to and inside what moves follow; stems and titles stay', async () => {
    const files = {
      'a.md': '[[N]] [[d/N]] [x](d/N.md)',
      'd/N.md': '[a](../a.md) [m](M.md) ![p](p.png) [[M]]',
      'd/M.md': '[n](N.md)',
      'd/p.png': '',
    }
    expect(await move(files, { 'd/N.md': 'e/f/N.md' })).toEqual({
      'a.md': '[[N]] [[e/f/N]] [x](e/f/N.md)',
      'e/f/N.md': '[a](../../a.md) [m](../../d/M.md) ![p](../../d/p.png) [[M]]',
      'd/M.md': '[n](../e/f/N.md)',
      'd/p.png': '',
    })
  })

  test('what moves together keeps its links to each other', async () => {
    const files = { 'd/N.md': '[m](M.md) ![](p.png)', 'd/M.md': '[[N]]', 'd/p.png': '' }
    expect(await move(files, { 'd/N.md': 'e/N.md', 'd/M.md': 'e/M.md', 'd/p.png': 'e/p.png' })).toEqual({
      'e/N.md': '[m](M.md) ![](p.png)',
      'e/M.md': '[[N]]',
      'e/p.png': '',
    })
  })
})

describe('the law', () => {
  const stem = fc.constantFrom('a', 'B', 'b c', 'Plan', 'Plan B', 'x.y')
  const folder = fc.constantFrom('', 'd/', 'e/', 'd/e/')
  const file = fc.tuple(folder, stem).map(([dir, name]) => `${dir}${name}.md`)
  const target = fc.oneof(
    stem,
    file,
    file.map((f) => f.replace(/\.md$/, '')),
    fc.constantFrom('nick', 'Title', 'missing'),
  )
  const link = fc
    .tuple(
      fc.constantFrom(
        '[[T]]',
        '@[[T]]',
        '![[T]]',
        '[[T|w]]',
        '@T and',
        '@T',
        '[T](<T>)',
        '[w](<./T>)',
        '[w](</T>)',
        '[[/T]]',
      ),
      target,
    )
    .map(([form, name]) => form.replaceAll('T', name))
  const text = fc
    .tuple(
      fc.constantFrom('', '# Title\n', '---\naliases: [nick]\n---\n', '---\ntitle: Plan\n---\n'),
      fc.array(link, { maxLength: 4 }),
    )
    .map(([head, links]) => head + links.join('\n'))
  const vault = fc.uniqueArray(fc.tuple(file, text), { minLength: 2, maxLength: 7, selector: ([p]) => p.toLowerCase() })

  /** Unresolved links may find a note of the new name; all others must mean what they meant. */
  function expectKept(before: Files, after: Files, carried: (p: string) => string): void {
    const then = meanings(after)
    for (const [holder, links] of meanings(before)) {
      const now = then.get(carried(holder))
      for (const [at, meant] of links.entries()) if (meant !== undefined) expect(now?.[at]).toBe(carried(meant))
    }
  }

  test('after a rename or a move every link means what it meant', async () => {
    await fc.assert(
      fc.asyncProperty(vault, fc.nat(), file, fc.boolean(), async (entries, pick, to, isRename) => {
        const before = new Map(entries)
        const from = [...before.keys()][pick % before.size] as string
        fc.pre(![...before.keys()].some((p) => p.toLowerCase() === to.toLowerCase()))
        // A bare mention of nothing may become a link; the positions of the others shift then.
        const source = sourceOf(before, from) as Source
        const plan = isRename
          ? await planRename(worldOf(before), source, path(to), to.replace(/^.*\/|\.md$/g, ''))
          : await planMove(worldOf(before), [{ source, to: path(to) }])
        const after = carryOut(before, plan.changes)
        const settled = [...meanings(before)].every(
          ([holder, links]) => meanings(after).get(holder === from ? to : holder)?.length === links.length,
        )
        fc.pre(settled)
        expectKept(before, after, (p) => (p === from ? to : p))
      }),
      { numRuns: 500 },
    )
  })
})
