import { expect, test } from 'vitest'
import { type ChangeTask, requestFor, titleFrom, wordsFor } from './task.ts'

test('a title is the first words of a passage, without marks, dates and what follows the sentence', () => {
  expect(titleFrom('- [ ] Slides down to nine 📅 2026-11-23\n- more')).toBe('Slides down to nine')
  expect(titleFrom('\n## The *third* way\n\ntext')).toBe('The third way')
  expect(titleFrom('We asked @[[Ines Quarrie|Ines]] first. Then others.')).toBe('We asked Ines first')
  expect(titleFrom('one two three four five six seven')).toBe('one two three four five six')
  expect(titleFrom('***')).toBe('')
})

test('nothing is asked while nothing would change', () => {
  const rename = { kind: 'rename', path: 'a.md', title: 'A' } as const
  expect(requestFor(rename, ' A ', false)).toBeUndefined()
  expect(requestFor(rename, '  ', false)).toBeUndefined()
  expect(requestFor(rename, ' B  c ', true)).toEqual({
    kind: 'rename',
    path: 'a.md',
    title: 'B c',
    keepAlias: true,
    retitle: true,
  })
  expect(requestFor({ kind: 'rename-tag', tag: 'a' }, '#a', false)).toBeUndefined()
  expect(requestFor({ kind: 'rename-tag', tag: 'a' }, '#b/c', false)).toEqual({
    kind: 'rename-tag',
    from: 'a',
    to: 'b/c',
  })
  const replace = { kind: 'replace', from: 'a', within: '', matchCase: false } as const
  expect(requestFor(replace, 'a', false)).toBeUndefined()
  expect(requestFor(replace, ' ', false)).toEqual({ ...replace, to: '' })
  expect(requestFor({ kind: 'move', path: 'x/a.md' }, '', false)).toEqual({ kind: 'move', path: 'x/a.md', to: '' })
})

test('a folder is renamed where it is, or moved into another', () => {
  const path = 'clients/old'
  const rename = { kind: 'rename-folder', path } as const
  expect(requestFor(rename, 'former', false)).toEqual({ kind: 'move-folder', path, to: 'clients/former' })
  expect(requestFor(rename, ' old ', false)).toBeUndefined()
  const move = { kind: 'move-folder', path } as const
  expect(requestFor(move, 'archive/', false)).toEqual({ kind: 'move-folder', path, to: 'archive/old' })
  expect(requestFor(move, '', false)).toEqual({ kind: 'move-folder', path, to: 'old' })
  expect(requestFor(move, 'clients', false)).toBeUndefined()
})

test('a name that would do becomes what the field holds', () => {
  expect(wordsFor({ kind: 'rename', path: 'a.md', title: 'A' }, 'B', 'B 2')).toBe('B 2')
  expect(wordsFor({ kind: 'move', path: 'x/a.md' }, 'archive/', 'a 2')).toBe('archive/a 2.md')
  expect(wordsFor({ kind: 'move-folder', path: 'x' }, 'archive', 'x 2')).toBeUndefined()
})

test.each<[Partial<ChangeTask>, string, unknown]>([
  [{ what: 'tag' }, ' #new one', { kind: 'add-tag', tag: 'new one' }],
  [{ what: 'tag', removes: true }, 'old', { kind: 'remove-tag', tag: 'old' }],
  [{ what: 'tag' }, '#', undefined],
  [{ what: 'status' }, 'in  progress', { kind: 'set', key: 'status', value: 'in progress' }],
  [{ what: 'property' }, 'due by: 10:30', { kind: 'set', key: 'due by', value: '10:30' }],
  [{ what: 'property' }, 'owner: ', undefined],
  [{ what: 'property', removes: true }, 'owner', { kind: 'remove', key: 'owner' }],
  [{ what: 'move' }, '/archive/', { kind: 'move', to: 'archive' }],
  [{ what: 'move' }, '', { kind: 'move', to: '' }],
  [{ what: 'delete' }, '', { kind: 'delete' }],
])('%j with “%s” asks for %j', (of, words, change) => {
  const task: ChangeTask = { kind: 'change', paths: ['a.md'], what: 'tag', removes: false, ...of }
  expect(requestFor(task, words, false)).toEqual(change && { kind: 'change', paths: ['a.md'], change })
})
