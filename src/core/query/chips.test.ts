import { expect, test } from 'vitest'
import { chipsIn, withFilter, withoutChip } from './chips.ts'
import type { Filter } from './tree.ts'

const at = { from: 0, to: 0 }
const kind = (value: string): Filter => ({ kind: 'kind', value, ...at })
const tag = (value: string): Filter => ({ kind: 'tag', value, ...at })

test('filters of the whole search are chips, those of a choice are not', () => {
  expect(chipsIn('a kind:task -tag:old (tag:b OR c)').map(({ text, isNot }) => [text, isNot])).toEqual([
    ['kind:task', false],
    ['-tag:old', true],
  ])
  expect(chipsIn('kind:').length).toBe(0)
})

test.each([
  ['', kind('task'), 'kind:task'],
  ['pricing ', kind('task'), 'pricing kind:task'],
  ['pricing kind:idea x', kind('task'), 'pricing kind:task x'],
  ['tag:a', tag('b'), 'tag:a tag:b'],
  ['-kind:idea', kind('task'), '-kind:idea kind:task'],
  ['', { kind: 'folder', value: 'my clients', ...at } as Filter, 'in:"my clients"'],
  ['modified:today', { kind: 'date', field: 'modified', compare: '=', value: '7d', ...at } as Filter, 'modified:7d'],
])('%s with a filter', (text, filter, expected) => {
  expect(withFilter(text, filter)).toBe(expected)
})

test('a chip goes with its space', () => {
  const text = 'one kind:task two'
  const [chip] = chipsIn(text)
  expect(chip && withoutChip(text, chip)).toBe('one two')
  const only = chipsIn('-#draft')
  expect(only.map((chip) => withoutChip('-#draft', chip))).toEqual([''])
})
