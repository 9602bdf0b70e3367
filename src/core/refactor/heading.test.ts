import { describe, expect, test } from 'vitest'
import { applyChanges } from '../changes.ts'
import type { NotePath } from '../note.ts'
import { carryOut, sourceOf, worldOf } from '../testing/world.ts'
import type { Source } from '../vault.ts'
import { planRenameHeading } from './heading.ts'
import { planRenameTag, tagChanges } from './tag.ts'

async function renameHeading(
  files: Record<string, string>,
  note: string,
  at: number,
  words: string,
): Promise<Record<string, string>> {
  const vault = new Map(Object.entries(files))
  const plan = await planRenameHeading(worldOf(vault), sourceOf(vault, note) as Source, at, words)
  return Object.fromEntries(carryOut(vault, plan.changes))
}

describe('renaming a heading', () => {
  test('its line, and the fragments that name it, in every form', async () => {
    const files = {
      'N.md': '# Top\n\n## Old part ##\n[[#Old part]] [x](#old-part)\n\n### Below\n',
      'a.md':
        '[[N#Old part]] [[N#old part|t]] @[[N#Top#Old part]] [x](N.md#old-part) [x](<N.md#Old part>) [[N#Below]] [[N#Old part#Below]] [[Other#Old part]]',
      'Other.md': '## Old part',
    }
    expect(await renameHeading(files, 'N.md', 1, 'New (part)')).toEqual({
      'N.md': '# Top\n\n## New (part) ##\n[[#New (part)]] [x](#new-part)\n\n### Below\n',
      'a.md':
        '[[N#New (part)]] [[N#New (part)|t]] @[[N#Top#New (part)]] [x](N.md#new-part) [x](<N.md#New (part)>) [[N#Below]] [[N#New (part)#Below]] [[Other#Old part]]',
      'Other.md': '## Old part',
    })
  })

  test('of two headings of one name, only links to the renamed one follow', async () => {
    const files = { 'N.md': '## A\n### Notes\n## B\n### Notes\n', 'a.md': '[[N#Notes]] [[N#A#Notes]] [[N#B#Notes]]' }
    expect((await renameHeading(files, 'N.md', 3, 'Later'))['a.md']).toBe('[[N#Notes]] [[N#A#Notes]] [[N#B#Later]]')
    expect((await renameHeading(files, 'N.md', 1, 'Early'))['a.md']).toBe('[[N#Early]] [[N#A#Early]] [[N#B#Notes]]')
  })
})

describe('renaming a tag', () => {
  test.each([
    ['#old #Old/x #older x#old `#old`', '#new #new/x #older x#old `#old`'],
    ['---\ntags: [old, "#old/x", older]\n---\n', '---\ntags: [new, "#new/x", older]\n---\n'],
    ['---\ntags: older, old\n---\n#old', '---\ntags: older, new\n---\n#new'],
    ['---\ntags:\n  - old\n  - b\n---\n', '---\ntags:\n  - new\n  - b\n---\n'],
  ])('%j', (before, after) => {
    expect(applyChanges(before, tagChanges('a.md' as NotePath, before, 'old', 'new'))).toBe(after)
  })

  test('says how many places in how many notes', async () => {
    const vault = new Map([
      ['a.md', '#old #old'],
      ['b.md', '#old/x'],
      ['c.md', '#other'],
    ])
    const plan = planRenameTag(
      [...vault.keys()].map((path) => sourceOf(vault, path) as Source),
      'old',
      'a/b',
    )
    expect(plan).toMatchObject({ links: 3, notes: 2 })
    expect(carryOut(vault, plan.changes).get('b.md')).toBe('#a/b/x')
  })
})
