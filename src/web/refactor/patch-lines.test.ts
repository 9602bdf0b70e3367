import { expect, test } from 'vitest'
import { patchOf, patchOfNew } from '../../core/refactor/patch.ts'
import type { FileChange } from '../../core/refactor/plan.ts'
import { markChanges } from './changed-parts.ts'
import { changedLines, type LineChange } from './patch-lines.ts'

test('a line that takes the place of another stands beside it', () => {
  expect(linesOf('one\ntwo\nthree\n', 'one\n2\nthree\n')).toEqual([{ old: 'two', young: '2' }])
})

test('lines that only go or only come stand alone, and text that looks like a head is text', () => {
  expect(linesOf('a\n--- b\nc\n', 'a\nc\n++ d\n')).toEqual([
    { old: '--- b', young: undefined },
    { old: undefined, young: '++ d' },
  ])
})

test('changes far from each other are not taken for one, and a missing last line end is no line', () => {
  const middle = 'x\n'.repeat(20)
  expect(linesOf(`a\n${middle}b`, `A\n${middle}B`)).toEqual([
    { old: 'a', young: 'A' },
    { old: 'b', young: 'B' },
  ])
})

test('a file that only moves changes no line, and a new one comes whole', () => {
  expect(linesOf('a\n', 'a\n', 'b.md')).toEqual([])
  expect(changedLines(patchOfNew('n.md', '# N\n\ntext\n'))).toEqual(
    ['# N', '', 'text'].map((young): LineChange => ({ old: undefined, young })),
  )
})

test('what differs in a line is marked, words side by side as one, what stays is cut short', () => {
  const lead = 'Much was said before this, and all of it had been said by others who were there long before us. '
  const marked = markChanges({ old: `${lead}See @[[Q3 market]] now.`, young: `${lead}See @[[Autumn numbers]] now.` })
  expect(pictureOf(marked.old)).toContain('See @[[{Q3 market}]] now.')
  expect(pictureOf(marked.young)).toContain('{Autumn numbers}]] now.')
  expect(marked.young?.[0]?.text).toMatch(/^…/)
})

test('two links in one line are marked one by one', () => {
  const marked = markChanges({ old: '[[A]] and [[A]]', young: '[[B]] and [[B]]' })
  expect(pictureOf(marked.old)).toBe('[[{A}]] and [[{A}]]')
  expect(pictureOf(marked.young)).toBe('[[{B}]] and [[{B}]]')
})

test('a very long line is compared by its ends', () => {
  const fill = 'word '.repeat(30_000)
  const marked = markChanges({ old: `${fill}[[A]] end`, young: `${fill}[[B]] end` })
  expect(pictureOf(marked.young)).toMatch(/^….*\[\[\{B\}\]\] end$/)
})

function linesOf(before: string, after: string, to = 'a.md'): LineChange[] {
  return changedLines(patchOf({ path: 'a.md', to, base: 'r', before, after } as unknown as FileChange))
}

function pictureOf(parts: readonly { readonly text: string; readonly changed: boolean }[] | undefined): string {
  return (parts ?? []).map(({ text, changed }) => (changed ? `{${text}}` : text)).join('')
}
