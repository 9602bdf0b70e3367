import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallestChanges } from './outside.ts'

const text = fc.array(fc.constantFrom('a', 'b', 'word ', '\n'), { maxLength: 40 }).map((parts) => parts.join(''))

describe('texts from elsewhere', () => {
  test('come in whole', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const state = EditorState.create({ doc: before })
        expect(state.update({ changes: smallestChanges(before, after) }).newDoc.toString()).toBe(after)
      }),
    )
  })

  test('leave the cursor where it was', () => {
    const before = 'one\ntwo\nthree\nfour'
    const state = EditorState.create({ doc: before, selection: { anchor: before.indexOf('three') + 2 } })
    const after = state.update({ changes: smallestChanges(before, 'zero\none\ntwo!\nthree\nfour') }).state
    expect(after.sliceDoc(after.selection.main.head)).toBe('ree\nfour')
  })

  test('leave the cursor between two changes of one line', () => {
    const before = 'It was a long and dark winter there.'
    const state = EditorState.create({ doc: before, selection: { anchor: before.indexOf('dark') + 2 } })
    const after = state.update({ changes: smallestChanges(before, 'It was a very long and dark night there.') }).state
    expect(after.sliceDoc(after.selection.main.head)).toBe('rk night there.')
  })

  test('cost little where everything differs', () => {
    const before = 'a b\n'.repeat(30_000)
    const after = 'c d\n'.repeat(30_000)
    const state = EditorState.create({ doc: before })
    expect(state.update({ changes: smallestChanges(before, after) }).newDoc.toString()).toBe(after)
  })
})
