import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import type { NameAnswer } from '../../../core/answers.ts'
import { relationChanges } from './accept.ts'
import { headingRows, linkText, nameRows, rowDetail } from './rows.ts'

const answer: NameAnswer = {
  path: 'research/Q3 market research.md',
  title: 'Q3 market research',
  kind: 'knowledge',
  name: 'Q3 market research',
  target: 'Q3 market research',
  matched: [],
  plain: true,
  alike: false,
}

describe('what is written for a row', () => {
  test.each([
    ['a name', { kind: 'name', answer } as const, '@[[Q3 market research]]'],
    [
      'an alias',
      { kind: 'name', answer: { ...answer, name: 'the survey' } } as const,
      '@[[Q3 market research|the survey]]',
    ],
    [
      'a path',
      { kind: 'name', answer: { ...answer, target: 'research/Q3 market research' } } as const,
      '@[[research/Q3 market research]]',
    ],
    [
      'an alias with brackets',
      { kind: 'name', answer: { ...answer, name: 'the [old] one' } } as const,
      '@[[Q3 market research]]',
    ],
    [
      'a heading',
      { kind: 'heading', answer, heading: { level: 2, text: 'Churn | rates', offset: 0 } } as const,
      '@[[Q3 market research#Churn rates]]',
    ],
    ['a new note', { kind: 'create', name: 'New one' } as const, '@[[New one]]'],
  ])('%s', (_what, row, written) => {
    expect(linkText(row, 'mention', false)).toBe(written)
    expect(linkText(row, 'wikilink', true)).toBe(written.replace('@', '!'))
  })

  test('a note is offered to be made unless it is there, or could not be called that', () => {
    expect(nameRows([answer], 'q3 MARKET research').at(-1)?.kind).toBe('name')
    expect(nameRows([answer], 'Q3').at(-1)?.kind).toBe('create')
    for (const name of ['', '  ', 'a/../b]', '.hidden', 'what?', 'a/']) expect(nameRows([], name)).toEqual([])
  })

  test('the row that makes the note comes first where the best name is only like it', () => {
    const like = { ...answer, plain: false }
    expect(nameRows([like], 'Market chase').map(({ kind }) => kind)).toEqual(['create', 'name'])
    expect(nameRows([answer, like], 'Q3').map(({ kind }) => kind)).toEqual(['name', 'name', 'create'])
  })

  test('a note that is called nearly so says that it exists, where another could be made', () => {
    const alike = { kind: 'name', answer: { ...answer, plain: false, alike: true } } as const
    expect(rowDetail(alike, true)).toBe('Exists: link to it?')
    expect(rowDetail(alike, false)).toBe('research')
    expect(rowDetail({ answer }, true)).toBe('research')
  })

  test('headings are found by their letters', () => {
    const headings = ['What surprised us', 'Method'].map((text, at) => ({ level: 2, text, offset: at }))
    expect(headingRows(answer, headings, 'wsu').map((row) => row.kind === 'heading' && row.heading.text)).toEqual([
      'What surprised us',
    ])
    expect(headingRows(answer, headings, '')).toHaveLength(2)
  })
})

describe('saying why', () => {
  function written(doc: string): string {
    const from = doc.indexOf('@')
    const to = doc.indexOf(']]') + 2
    const state = EditorState.create({ doc })
    const { changes, cursor } = relationChanges(state, from, to, 'builds on')
    const after = state.update({ changes }).newDoc.toString()
    return `${after.slice(0, cursor)}‸${after.slice(cursor)}`
  }

  test('a link alone on its line makes the line a field', () => {
    expect(written('@[[Note]]')).toBe('builds on:: @[[Note]] — ‸')
    expect(written('a\n@[[Note]]  \nb')).toBe('a\nbuilds on:: @[[Note]] — ‸\nb')
  })

  test('a link in a sentence becomes a field of its own', () => {
    expect(written('As @[[Note]] says')).toBe('As [builds on:: @[[Note]]]‸ says')
    expect(written('- @[[Note]]')).toBe('- [builds on:: @[[Note]]]‸')
  })
})
